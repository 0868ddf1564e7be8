// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** The rows of one table of a loop, collected over its iterations. */
final class CollectedTable {

    /** What becomes of the ids of rows, named as in the settings of Loop End. */
    enum RowIds {
        /** Row0, Row1 and so on. */
        GENERATE_NEW,
        /** The old one, a # and the number of the iteration, which counts from 0. */
        APPEND_SUFFIX,
        /** The old one. */
        UNMODIFIED;

        /** @return the constant with that name; null if there is none */
        static RowIds of(final String name) {
            return Arrays.stream(values()).filter(r -> r.name().equals(name)).findAny().orElse(null);
        }
    }

    private final RowIds m_rowIds;

    private final boolean m_addIteration;

    private final boolean m_ignoreEmpty;

    private DataTableSpec m_first;

    private boolean m_firstIsEmpty;

    private BufferedDataContainer m_rows;

    private long m_count;

    private boolean m_hasFiles;

    CollectedTable(final RowIds rowIds, final boolean addIteration, final boolean ignoreEmpty) {
        m_rowIds = rowIds;
        m_addIteration = addIteration;
        m_ignoreEmpty = ignoreEmpty;
    }

    /** @return what the collected table looks like if all iterations give such tables */
    static DataTableSpec spec(final DataTableSpec spec, final boolean addIteration) {
        // domains differ from iteration to iteration
        final DataColumnSpec[] columns = spec.stream().map(CollectedTable::withoutDomain).toArray(DataColumnSpec[]::new);
        final DataTableSpec plain = new DataTableSpec(columns);
        return addIteration ? new DataTableSpec(plain, new DataTableSpec(new DataColumnSpecCreator(
            DataTableSpec.getUniqueColumnName(plain, "Iteration"), IntCell.TYPE).createSpec())) : plain;
    }

    private static DataColumnSpec withoutDomain(final DataColumnSpec column) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        creator.setDomain(null);
        return creator.createSpec();
    }

    void add(final BufferedDataTable table, final int iteration, final ExecutionContext exec)
        throws InvalidSettingsException, CanceledExecutionException {
        final DataTableSpec spec = table.getDataTableSpec();
        if (m_first == null || m_firstIsEmpty && m_ignoreEmpty && table.size() > 0) {
            m_first = spec;
            m_firstIsEmpty = table.size() == 0;
            m_rows = exec.createDataContainer(spec(spec, m_addIteration));
        } else if (!m_first.equalStructure(spec) && !(m_ignoreEmpty && table.size() == 0)) {
            throw new InvalidSettingsException("The columns of this iteration are "
                + Arrays.toString(spec.getColumnNames()) + ", expected those of the first, "
                + Arrays.toString(m_first.getColumnNames()) + ", with the same types.");
        }
        final DataCell number = IntCellFactory.create(iteration);
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                m_rows.addRowToTable(row(rows.next(), iteration, number));
            }
        }
    }

    private DataRow row(final DataRow row, final int iteration, final DataCell number) {
        final DataCell[] cells = new DataCell[row.getNumCells() + (m_addIteration ? 1 : 0)];
        for (int i = 0; i < row.getNumCells(); i++) {
            cells[i] = row.getCell(i);
            m_hasFiles |= cells[i] instanceof FileStoreCell;
        }
        if (m_addIteration) {
            cells[cells.length - 1] = number;
        }
        final RowKey key = switch (m_rowIds) {
            case GENERATE_NEW -> RowKey.createRowKey(m_count++);
            case APPEND_SUFFIX -> new RowKey(row.getKey().getString() + "#" + iteration);
            case UNMODIFIED -> row.getKey();
        };
        return new DefaultRow(key, cells);
    }

    boolean hasFiles() {
        return m_hasFiles;
    }

    BufferedDataTable close(final ExecutionContext exec) {
        m_rows.close();
        return m_rows.getTable();
    }
}
