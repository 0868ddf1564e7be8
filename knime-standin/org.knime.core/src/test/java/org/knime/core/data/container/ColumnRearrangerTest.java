// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import static org.epattern.standin.Standin.column;
import static org.epattern.standin.Standin.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.epattern.standin.NoteCell;
import org.epattern.standin.Standin;
import org.epattern.standin.WorkflowEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.ThreadPool;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ColumnRearrangerTest {

    private static final DataTableSpec ABC =
        spec(column("a", IntCell.TYPE), column("b", IntCell.TYPE), column("c", StringCell.TYPE));

    @TempDir
    private Path m_temp;

    private WorkflowEnvironment m_workflow;

    private ExecutionContext m_exec;

    @BeforeEach
    void open() {
        m_workflow = Standin.workflow(m_temp);
        m_workflow.cellTypes().register(NoteCell.class.getName(), NoteCell.Serializer.class.getName());
        m_exec = Standin.context(m_workflow);
    }

    private BufferedDataTable table(final int rows) {
        final BufferedDataContainer container = m_exec.createDataContainer(ABC);
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(
                new DefaultRow("r" + i, new IntCell(i), new IntCell(10 * i), new StringCell("c" + i)));
        }
        container.close();
        return container.getTable();
    }

    private static int a(final DataRow row) {
        return ((IntValue)row.getCell(0)).getIntValue();
    }

    private static SingleCellFactory half(final String name) {
        return new SingleCellFactory(column(name, DoubleCell.TYPE)) {

            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                assertEquals(a(row), rowIndex);
                return new DoubleCell(a(row) / 2.0);
            }
        };
    }

    private static String[] names(final ColumnRearranger rearranger) {
        return rearranger.createSpec().getColumnNames();
    }

    @Test
    void columnsAreRemovedKeptMovedAndPermuted() {
        final ColumnRearranger rearranger = new ColumnRearranger(ABC);
        rearranger.move("c", 0);
        assertArrayEquals(new String[]{"c", "a", "b"}, names(rearranger));
        rearranger.move(0, 2);
        assertArrayEquals(new String[]{"a", "c", "b"}, names(rearranger));
        rearranger.permute(new String[]{"b", "a", "c"});
        assertArrayEquals(new String[]{"b", "a", "c"}, names(rearranger));
        rearranger.remove("a");
        assertArrayEquals(new String[]{"b", "c"}, names(rearranger));
        rearranger.keepOnly("c");
        assertArrayEquals(new String[]{"c"}, names(rearranger));
        assertThrows(IllegalArgumentException.class, () -> rearranger.remove("a"));
        assertThrows(IndexOutOfBoundsException.class, () -> rearranger.remove(1));
        assertThrows(IndexOutOfBoundsException.class, () -> rearranger.replace(half("x")));
    }

    @Test
    void columnsAreAppendedInsertedAndReplaced() throws CanceledExecutionException {
        final ColumnRearranger rearranger = new ColumnRearranger(ABC);
        rearranger.append(half("x"));
        rearranger.insertAt(0, half("y"));
        rearranger.replace(half("b"), "b");
        rearranger.replace(half("z"), rearranger.indexOf("c"));
        assertArrayEquals(new String[]{"y", "a", "b", "z", "x"}, names(rearranger));
        final BufferedDataTable table = m_exec.createColumnRearrangeTable(table(4), rearranger, m_exec);
        assertArrayEquals(names(rearranger), table.getDataTableSpec().getColumnNames());
        int i = 0;
        for (final DataRow row : table) {
            final DataCell half = new DoubleCell(i / 2.0);
            assertEquals(new DefaultRow("r" + i, half, new IntCell(i), half, half, half), row);
            i++;
        }
        assertEquals(4, i);
    }

    @Test
    void aNewColumnWithATakenNameIsRefused() {
        final ColumnRearranger rearranger = new ColumnRearranger(ABC);
        rearranger.append(half("a"));
        final String message =
            assertThrows(IllegalArgumentException.class, rearranger::createSpec).getMessage();
        assertTrue(message.contains("\"a\""), message);
    }

    @Test
    void aTableWithOtherColumnsIsRefused() {
        final ColumnRearranger rearranger = new ColumnRearranger(spec(column("other", IntCell.TYPE)));
        final BufferedDataTable table = table(1);
        assertThrows(IllegalArgumentException.class,
            () -> m_exec.createColumnRearrangeTable(table, rearranger, m_exec));
    }

    /** Several rows at once, the early ones slower than the later ones. */
    private static AbstractCellFactory slow(final Set<Thread> threads, final AtomicInteger most,
        final AtomicInteger ended) {
        final AtomicInteger running = new AtomicInteger();
        return new AbstractCellFactory(true, 4, 16, column("x", IntCell.TYPE), column("y", StringCell.TYPE)) {

            @Override
            public DataCell[] getCells(final DataRow row, final long rowIndex) {
                threads.add(Thread.currentThread());
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                try {
                    Thread.sleep(rowIndex % 4 == 0 ? 3 : 0);
                } catch (final InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                } finally {
                    running.decrementAndGet();
                }
                return new DataCell[]{new IntCell(-a(row)), new StringCell("y" + rowIndex)};
            }

            @Override
            public void afterProcessing() {
                ended.incrementAndGet();
            }
        };
    }

    @Test
    void rowsWorkedOnAtOnceKeepTheirOrder() throws CanceledExecutionException {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();
        final ColumnRearranger rearranger = new ColumnRearranger(ABC);
        rearranger.append(slow(threads, most, ended));
        rearranger.append(half("half"));
        final BufferedDataTable table = m_exec.createColumnRearrangeTable(table(300), rearranger, m_exec);
        int i = 0;
        for (final DataRow row : table) {
            assertEquals("r" + i, row.getKey().getString());
            assertEquals(new IntCell(-i), row.getCell(3));
            assertEquals("y" + i, row.getCell(4).toString());
            i++;
        }
        assertEquals(300, i);
        assertEquals(1, ended.get());
        assertFalse(threads.contains(Thread.currentThread()));
        assertTrue(most.get() <= 4, () -> most + " rows at once");
        assertEquals(1.0, m_exec.getProgressMonitor().getProgress(), 1e-9);
    }

    @Test
    void aPoolOfOneThreadThatRunsTheNodeItselfDoesNotStandStill() throws Exception {
        final ColumnRearranger rearranger = new ColumnRearranger(ABC);
        rearranger.append(slow(ConcurrentHashMap.newKeySet(), new AtomicInteger(), new AtomicInteger()));
        final BufferedDataTable input = table(50);
        final Callable<BufferedDataTable> node = () -> m_exec.createColumnRearrangeTable(input, rearranger, m_exec);
        assertEquals(50, new ThreadPool(1).enqueue(node).get().size());
    }

    @Test
    void anErrorInACellFactoryEndsTheWork() {
        final AtomicInteger calls = new AtomicInteger();
        final ColumnRearranger rearranger = new ColumnRearranger(ABC);
        rearranger.append(new SingleCellFactory(true, 2, 4, column("x", IntCell.TYPE)) {

            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                calls.incrementAndGet();
                if (rowIndex == 5) {
                    throw new UncheckedIOException(new IOException("disk full"));
                }
                return new IntCell(1);
            }
        });
        final BufferedDataTable input = table(1000);
        final Exception e = assertThrows(UncheckedIOException.class,
            () -> m_exec.createColumnRearrangeTable(input, rearranger, m_exec));
        assertTrue(e.getMessage().contains("disk full"));
        assertTrue(calls.get() < 20, () -> calls + " calls");
    }

    @Test
    void aCanceledNodeStopsAndLeavesNothingRunning() throws InterruptedException {
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();
        final ColumnRearranger rearranger = new ColumnRearranger(ABC);
        rearranger.append(new SingleCellFactory(true, 2, 4, column("x", IntCell.TYPE)) {

            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                running.incrementAndGet();
                try {
                    if (rowIndex == 20) {
                        m_exec.getProgressMonitor().setExecuteCanceled();
                    }
                    return new IntCell(1);
                } finally {
                    running.decrementAndGet();
                }
            }

            @Override
            public void afterProcessing() {
                ended.set(1 + running.get());
            }
        });
        final BufferedDataTable input = table(10_000);
        assertThrows(CanceledExecutionException.class,
            () -> m_exec.createColumnRearrangeTable(input, rearranger, m_exec));
        assertEquals(1, ended.get());
    }

    @Test
    void fileStoresAreMadeInsideOfACellFactoryByManyThreads() throws CanceledExecutionException {
        final ColumnRearranger rearranger = new ColumnRearranger(ABC);
        rearranger.append(new SingleCellFactory(true, 4, 8, column("note", NoteCell.TYPE)) {

            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                try {
                    return new NoteCell(getFileStoreFactory().createFileStore("note" + rowIndex), (int)rowIndex,
                        "text " + rowIndex);
                } catch (final IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        final List<String> notes = new ArrayList<>();
        for (final DataRow row : m_exec.createColumnRearrangeTable(table(100), rearranger, m_exec)) {
            notes.add(row.getCell(3).toString());
        }
        assertEquals(100, notes.size());
        assertEquals("text 99", notes.get(99));
    }

    @Test
    void fileStoresCannotBeMadeOutsideOfANode() {
        final AbstractCellFactory factory = new AbstractCellFactory(column("x", IntCell.TYPE)) {

            @Override
            public DataCell[] getCells(final DataRow row, final long rowIndex) {
                getFileStoreFactory();
                return new DataCell[0];
            }
        };
        assertThrows(IllegalStateException.class, () -> factory.getCells(null, 0));
    }
}
