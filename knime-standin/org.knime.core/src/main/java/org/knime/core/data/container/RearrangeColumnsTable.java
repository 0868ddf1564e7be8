// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger.Column;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.util.ThreadPool;

/** Does what a {@link ColumnRearranger} says; for the framework only. */
public final class RearrangeColumnsTable {

    private final List<Column> m_columns;

    private final List<CellFactory> m_sequential = new ArrayList<>();

    private final List<AbstractCellFactory> m_parallel = new ArrayList<>();

    private final BufferedDataTable m_input;

    private final ExecutionMonitor m_progress;

    private final BufferedDataContainer m_output;

    /** A row on its way: the cells that parallel factories make for it may not be there yet. */
    private record Work(DataRow row, long index, Future<Outcome> outcome) {
    }

    /** Cells or the error that came instead; as a value, because a pool logs the errors that its tasks throw. */
    private record Outcome(Map<CellFactory, DataCell[]> cells, RuntimeException error) {
    }

    private RearrangeColumnsTable(final ColumnRearranger rearranger, final BufferedDataTable input,
        final ExecutionMonitor progress, final ExecutionContext exec) {
        m_columns = rearranger.columns();
        m_input = input;
        m_progress = progress;
        for (final Column column : m_columns) {
            final CellFactory factory = column.factory();
            if (factory instanceof AbstractCellFactory parallel && parallel.isParallelProcessing()) {
                if (!m_parallel.contains(parallel)) {
                    m_parallel.add(parallel);
                }
            } else if (factory != null && !m_sequential.contains(factory)) {
                m_sequential.add(factory);
            }
        }
        m_output = exec.createDataContainer(rearranger.createSpec());
    }

    /**
     * @param rearranger says which columns the new table has
     * @param input input table
     * @param progress takes progress and is asked whether to stop
     * @param exec makes the table and file stores
     * @return the new table, rows in the order of the input
     * @throws CanceledExecutionException if it shall stop
     * @throws IllegalArgumentException if the input table is not the one that the rearranger was made for
     */
    public static BufferedDataTable createTable(final ColumnRearranger rearranger, final BufferedDataTable input,
        final ExecutionMonitor progress, final ExecutionContext exec) throws CanceledExecutionException {
        final DataTableSpec expected = rearranger.input();
        CheckUtils.checkArgument(expected.equalStructure(input.getDataTableSpec()),
            "The columns of the table, %s, are not those that the rearranger was made for, %s",
            input.getDataTableSpec(), expected);
        final RearrangeColumnsTable table = new RearrangeColumnsTable(rearranger, input, progress, exec);
        final FileStoreFactory fileStores = FileStoreFactory.createWorkflowFileStoreFactory(exec);
        table.factories().forEach(factory -> factory.setFileStoreFactory(fileStores));
        try {
            return table.run();
        } finally {
            table.factories().forEach(AbstractCellFactory::afterProcessing);
        }
    }

    private List<AbstractCellFactory> factories() {
        final List<AbstractCellFactory> factories = new ArrayList<>(m_parallel);
        m_sequential.stream().filter(AbstractCellFactory.class::isInstance)
            .forEach(factory -> factories.add((AbstractCellFactory)factory));
        return factories;
    }

    private BufferedDataTable run() throws CanceledExecutionException {
        if (m_parallel.isEmpty()) {
            runInOrder();
        } else {
            runInParallel();
        }
        m_output.close();
        return m_output.getTable();
    }

    private void runInOrder() throws CanceledExecutionException {
        long index = 0;
        try (CloseableRowIterator rows = m_input.iterator()) {
            while (rows.hasNext()) {
                m_progress.checkCanceled();
                write(rows.next(), index, new LinkedHashMap<>());
                index++;
            }
        }
    }

    private void runInParallel() throws CanceledExecutionException {
        final int workers = m_parallel.stream().mapToInt(AbstractCellFactory::getMaxParallelWorkers).min().orElse(1);
        final int queue = m_parallel.stream().mapToInt(AbstractCellFactory::getMaxQueueSize).min().orElse(1);
        final ThreadPool here = ThreadPool.currentPool();
        final ThreadPool pool = (here == null ? KNIMEConstants.GLOBAL_THREAD_POOL : here).createSubPool(workers);
        final Deque<Work> open = new ArrayDeque<>();
        try (CloseableRowIterator rows = m_input.iterator()) {
            long index = 0;
            while (rows.hasNext()) {
                m_progress.checkCanceled();
                if (open.size() >= queue) {
                    finish(open.remove());
                }
                final DataRow row = rows.next();
                final long rowIndex = index;
                open.add(new Work(row, rowIndex, pool.enqueue(() -> parallelCells(row, rowIndex))));
                index++;
            }
            while (!open.isEmpty()) {
                m_progress.checkCanceled();
                finish(open.remove());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            final CanceledExecutionException canceled = new CanceledExecutionException();
            canceled.initCause(e);
            throw canceled;
        } finally {
            end(pool, open);
        }
    }

    /** Nothing may go on in the background once the node has ended. */
    private static void end(final ThreadPool pool, final Deque<Work> open) {
        open.forEach(work -> work.outcome().cancel(true));
        final boolean interrupted = Thread.interrupted();
        try {
            pool.waitForTermination();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome parallelCells(final DataRow row, final long index) {
        final Map<CellFactory, DataCell[]> cells = new LinkedHashMap<>();
        try {
            m_parallel.forEach(factory -> cells.put(factory, cells(factory, row, index)));
            return new Outcome(cells, null);
        } catch (final RuntimeException e) { // NOSONAR whatever a factory throws ends the node, in the node's thread
            return new Outcome(null, e);
        }
    }

    private static DataCell[] cells(final CellFactory factory, final DataRow row, final long index) {
        final DataCell[] cells = factory.getCells(row, index);
        CheckUtils.checkState(cells != null && cells.length == factory.getColumnSpecs().length,
            "A cell factory made %s cells for row \"%s\"; %d were expected",
            cells == null ? "no" : Integer.toString(cells.length), row.getKey(), factory.getColumnSpecs().length);
        return cells;
    }

    private void finish(final Work work) throws InterruptedException {
        final Outcome outcome;
        try {
            outcome = work.outcome().get();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("A cell factory failed: " + e.getCause().getMessage(), e.getCause());
        }
        if (outcome.error() != null) {
            throw outcome.error();
        }
        write(work.row(), work.index(), outcome.cells());
    }

    private void write(final DataRow row, final long index, final Map<CellFactory, DataCell[]> cells) {
        m_sequential.forEach(factory -> cells.put(factory, cells(factory, row, index)));
        final DataCell[] output = new DataCell[m_columns.size()];
        for (int i = 0; i < output.length; i++) {
            final Column column = m_columns.get(i);
            output[i] = column.factory() == null ? row.getCell(column.index())
                : cells.get(column.factory())[column.index()];
        }
        m_output.addRowToTable(new DefaultRow(row.getKey(), output));
        final CellFactory reporter = m_parallel.isEmpty() ? firstOrNull(m_sequential) : m_parallel.get(0);
        if (reporter == null) {
            m_progress.setProgress((index + 1.0) / m_input.size());
        } else {
            reporter.setProgress(index + 1, m_input.size(), row.getKey(), m_progress);
        }
    }

    private static CellFactory firstOrNull(final List<CellFactory> factories) {
        return factories.isEmpty() ? null : factories.get(0);
    }
}
