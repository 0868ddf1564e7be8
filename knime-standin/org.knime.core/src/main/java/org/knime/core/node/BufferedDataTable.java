// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import javax.swing.JComponent;

import org.epattern.standin.table.TableContent;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.CloseableDataRowIterable;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A finished table of a node; several threads may go through its rows at once. */
public final class BufferedDataTable implements DataTable, PortObject {

    /** The type of ports with tables. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of ports with tables that may be left unconnected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final TableContent m_content;

    /**
     * Stand-in only: tables are made by an execution context.
     *
     * @param content the rows, not null
     */
    public BufferedDataTable(final TableContent content) {
        m_content = content;
    }

    /**
     * Stand-in only.
     *
     * @return the rows
     */
    public TableContent getContent() {
        return m_content;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_content.spec();
    }

    @Override
    public DataTableSpec getSpec() {
        return getDataTableSpec();
    }

    @Override
    public CloseableRowIterator iterator() {
        return m_content.rows();
    }

    /**
     * @param filter which rows
     * @return the rows, readable any number of times
     * @throws IndexOutOfBoundsException if the last row lies behind the end of the table
     */
    public CloseableDataRowIterable filter(final TableFilter filter) {
        final long from = filter.getFromRowIndex().orElse(0L);
        final long to = filter.getToRowIndex().orElse(size() - 1);
        if (to >= size()) {
            throw new IndexOutOfBoundsException("Row " + to + " of a table with " + size() + " rows");
        }
        return () -> m_content.rows(from, to - from + 1);
    }

    /**
     * @return number of rows
     */
    public long size() {
        return m_content.size();
    }

    /**
     * @return number of rows
     * @throws IllegalStateException if there are more than fit an int
     * @deprecated use {@link #size()}
     */
    @Deprecated
    public int getRowCount() {
        if (size() > Integer.MAX_VALUE) {
            throw new IllegalStateException("The table has " + size() + " rows, more than an int can say");
        }
        return (int)size();
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + getSpec().getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
