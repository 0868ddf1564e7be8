// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.epattern.standin.NodeEnvironment;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.container.RearrangeColumnsTable;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.util.DuplicateKeyException;

/** What a running node works with: it makes tables and file stores besides taking progress. */
public class ExecutionContext extends ExecutionMonitor {

    private final NodeEnvironment m_node;

    /**
     * Stand-in only: nodes are given their context.
     *
     * @param progress takes progress and messages
     * @param node where tables and file stores are kept
     */
    public ExecutionContext(final NodeProgressMonitor progress, final NodeEnvironment node) {
        super(progress);
        m_node = CheckUtils.checkArgumentNotNull(node, "The environment of the node must not be null");
    }

    /**
     * Stand-in only.
     *
     * @return where tables and file stores are kept
     */
    public final NodeEnvironment getNodeEnvironment() {
        return m_node;
    }

    /**
     * @param relativePath name, unique in this run of the node
     * @return a file store that goes with the node
     * @throws IOException if the name is empty, starts with a dot or has a slash, or the folder cannot be made
     * @throws DuplicateKeyException if the name has been used
     * @throws IllegalStateException if the run of the node has ended
     */
    public FileStore createFileStore(final String relativePath) throws IOException {
        return m_node.fileStores().create(relativePath);
    }

    /**
     * @param spec the columns, whose domains are taken as a start
     * @return takes the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /**
     * @param spec the columns
     * @param initDomain whether the domains in the spec are taken as a start
     * @return takes the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return createDataContainer(spec,
            DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    /**
     * @param spec the columns
     * @param initDomain whether the domains in the spec are taken as a start
     * @param maxCellsInMemory has no effect here: the stand-in keeps a fixed number of bytes in memory
     * @return takes the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain,
        final int maxCellsInMemory) {
        return createDataContainer(spec, initDomain);
    }

    /**
     * @param spec the columns
     * @param settings checks and domains
     * @return takes the rows of a new table
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec,
        final DataContainerSettings settings) {
        return new BufferedDataContainer(spec, settings, m_node);
    }

    /**
     * @param table any table
     * @param subProgress asked whether to stop
     * @return a copy of it
     * @throws CanceledExecutionException if it shall stop
     */
    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor subProgress)
        throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(table.getDataTableSpec());
        for (final DataRow row : table) {
            subProgress.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    /**
     * @param in input table
     * @param rearranger says which columns the new table has and how new cells are made
     * @param subProgress takes progress and is asked whether to stop
     * @return a new table with the same rows
     * @throws CanceledExecutionException if it shall stop
     */
    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in,
        final ColumnRearranger rearranger, final ExecutionMonitor subProgress) throws CanceledExecutionException {
        return RearrangeColumnsTable.createTable(rearranger, in, subProgress, this);
    }

    /**
     * @param in a table
     * @param newSpec as many columns, each with a type that takes the cells of the present one
     * @return the same rows under the new columns
     * @throws IllegalArgumentException if the columns do not fit
     */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable in, final DataTableSpec newSpec) {
        final DataTableSpec spec = in.getDataTableSpec();
        CheckUtils.checkArgument(spec.getNumColumns() == newSpec.getNumColumns(),
            "The table has %d columns, the new spec %d", spec.getNumColumns(), newSpec.getNumColumns());
        for (int i = 0; i < spec.getNumColumns(); i++) {
            CheckUtils.checkArgument(
                newSpec.getColumnSpec(i).getType().isASuperTypeOf(spec.getColumnSpec(i).getType()),
                "Cells of column \"%s\" do not fit the type %s of the new spec", spec.getColumnSpec(i).getName(),
                newSpec.getColumnSpec(i).getType());
        }
        return new BufferedDataTable(in.getContent().withSpec(newSpec));
    }

    /**
     * @param in a table
     * @return another table object with the same rows
     */
    public BufferedDataTable createWrappedTable(final BufferedDataTable in) {
        return new BufferedDataTable(in.getContent());
    }

    /**
     * @param spec the columns
     * @return a table without rows
     */
    public BufferedDataTable createVoidTable(final DataTableSpec spec) {
        final BufferedDataContainer container = createDataContainer(spec);
        container.close();
        return container.getTable();
    }

    /**
     * @param exec takes progress and is asked whether to stop
     * @param tables at least one; no row key may be in two of them
     * @return the rows of all tables, with the columns of all and missing cells where a table lacks a column
     * @throws CanceledExecutionException if it shall stop
     * @throws IllegalArgumentException if there is no table or a row key is in two tables
     */
    public BufferedDataTable createConcatenateTable(final ExecutionMonitor exec, final BufferedDataTable... tables)
        throws CanceledExecutionException {
        return createConcatenateTable(exec, Optional.empty(), true, tables);
    }

    /**
     * @param exec takes progress and is asked whether to stop
     * @param rowKeyDuplicateSuffix put behind a row key that a table before has, again and again until it is free
     * @param duplicatesPreCheck has no effect here: row keys are always checked
     * @param tables at least one
     * @return the rows of all tables, with the columns of all and missing cells where a table lacks a column
     * @throws CanceledExecutionException if it shall stop
     * @throws IllegalArgumentException if there is no table, or no suffix and a row key is in two tables
     */
    public BufferedDataTable createConcatenateTable(final ExecutionMonitor exec,
        final Optional<String> rowKeyDuplicateSuffix, final boolean duplicatesPreCheck,
        final BufferedDataTable... tables) throws CanceledExecutionException {
        CheckUtils.checkArgument(tables.length > 0, "There is no table to concatenate");
        final DataTableSpec[] specs = new DataTableSpec[tables.length];
        long total = 0;
        for (int i = 0; i < tables.length; i++) {
            specs[i] = tables[i].getDataTableSpec();
            total += tables[i].size();
        }
        final DataTableSpec merged = DataTableSpec.mergeDataTableSpecs(specs);
        final BufferedDataContainer container = createDataContainer(merged, false);
        final Set<String> taken = new HashSet<>();
        long done = 0;
        try {
            for (final BufferedDataTable table : tables) {
                final int[] source = source(merged, table.getDataTableSpec());
                try (CloseableRowIterator rows = table.iterator()) {
                    while (rows.hasNext()) {
                        exec.checkCanceled();
                        final DataRow row = rows.next();
                        container.addRowToTable(
                            new DefaultRow(freeKey(row.getKey(), rowKeyDuplicateSuffix, taken), pick(row, source)));
                        done++;
                        exec.setProgress((double)done / total);
                    }
                }
            }
            container.close();
        } catch (final DuplicateKeyException e) {
            throw new IllegalArgumentException("The tables cannot be concatenated: " + e.getMessage(), e);
        }
        return container.getTable();
    }

    private static RowKey freeKey(final RowKey key, final Optional<String> suffix,
        final Set<String> taken) {
        if (suffix.isEmpty()) {
            return key; // the container refuses duplicates without keeping all keys in memory
        }
        String free = key.getString();
        while (!taken.add(free)) {
            free += suffix.get();
        }
        return new RowKey(free);
    }

    private static int[] source(final DataTableSpec merged, final DataTableSpec part) {
        return merged.stream().mapToInt(column -> part.findColumnIndex(column.getName())).toArray();
    }

    private static List<DataCell> pick(final DataRow row, final int[] source) {
        final List<DataCell> cells = new ArrayList<>(source.length);
        for (final int index : source) {
            cells.add(index < 0 ? DataType.getMissingCell() : row.getCell(index));
        }
        return cells;
    }

    /**
     * @param left left columns
     * @param right right columns; same row keys in the same order
     * @param exec takes progress and is asked whether to stop
     * @return a table with the columns of both
     * @throws CanceledExecutionException if it shall stop
     * @throws IllegalArgumentException if a column name is in both or the row keys differ
     */
    public BufferedDataTable createJoinedTable(final BufferedDataTable left, final BufferedDataTable right,
        final ExecutionMonitor exec) throws CanceledExecutionException {
        CheckUtils.checkArgument(left.size() == right.size(),
            "The tables cannot be joined: the left one has %d rows, the right one %d", left.size(), right.size());
        final BufferedDataContainer container =
            createDataContainer(new DataTableSpec(left.getDataTableSpec(), right.getDataTableSpec()));
        long done = 0;
        try (CloseableRowIterator lefts = left.iterator(); CloseableRowIterator rights = right.iterator()) {
            while (lefts.hasNext()) {
                exec.checkCanceled();
                final DataRow first = lefts.next();
                final DataRow second = rights.next();
                CheckUtils.checkArgument(first.getKey().equals(second.getKey()),
                    "The tables cannot be joined: row %d has the key \"%s\" on the left and \"%s\" on the right",
                    done + 1, first.getKey(), second.getKey());
                final List<DataCell> cells = new ArrayList<>(first.getNumCells() + second.getNumCells());
                first.forEach(cells::add);
                second.forEach(cells::add);
                container.addRowToTable(new DefaultRow(first.getKey(), cells));
                done++;
                exec.setProgress((double)done / left.size());
            }
        }
        container.close();
        return container.getTable();
    }

    /**
     * @param maxProg share of the part in this work, 0 to 1
     * @return a context of the part
     */
    public ExecutionContext createSubExecutionContext(final double maxProg) {
        return new ExecutionContext(new SubProgressMonitor(getProgressMonitor(), maxProg, false), m_node);
    }

    /**
     * @param maxProg share of the part in this work, 0 to 1
     * @return a context of the part whose messages are not shown
     */
    public ExecutionContext createSilentSubExecutionContext(final double maxProg) {
        return new ExecutionContext(new SubProgressMonitor(getProgressMonitor(), maxProg, true), m_node);
    }
}
