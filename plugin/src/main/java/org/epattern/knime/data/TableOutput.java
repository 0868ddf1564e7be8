// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * A table that is being written. Closing it before it is finished drops it; used with try, what goes wrong while it is
 * dropped does not hide why.
 */
public final class TableOutput implements AutoCloseable {

    private final BufferedDataContainer m_container;
    private boolean m_finished;
    private long m_rows;

    /**
     * @param exec context of the node
     * @param spec the columns
     */
    public TableOutput(final ExecutionContext exec, final DataTableSpec spec) {
        m_container = exec.createDataContainer(spec);
    }

    /** @param row the next row */
    public void add(final DataRow row) {
        m_container.addRowToTable(row);
        m_rows++;
    }

    /**
     * @param key row id, unique in the table
     * @param cells cells of the next row
     */
    public void add(final RowKey key, final List<DataCell> cells) {
        add(new DefaultRow(key, cells));
    }

    /** @param cells cells of the next row; its row id counts the rows: Row0, Row1 … */
    public void add(final DataCell... cells) {
        add(new DefaultRow(RowKey.createRowKey(m_rows), cells));
    }

    /** @return number of rows so far */
    public long rows() {
        return m_rows;
    }

    /** @return the complete table */
    public BufferedDataTable finish() {
        m_finished = true;
        m_container.close();
        return m_container.getTable();
    }

    @Override
    public void close() {
        if (!m_finished) {
            m_container.close();
        }
    }
}
