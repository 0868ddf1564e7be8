// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.epattern.standin.NodeEnvironment;
import org.epattern.standin.table.TableContent;
import org.epattern.standin.table.TableWriter;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.util.CheckUtils;

/** Takes the rows of a new table, one after the other from one thread. */
public class DataContainer implements RowAppender {

    private final DataTableSpec m_spec;

    private TableWriter m_writer;

    private TableContent m_content;

    /**
     * Stand-in only: containers are made by an execution context.
     *
     * @param spec the columns
     * @param settings checks and domains
     * @param node the node that makes the table
     */
    protected DataContainer(final DataTableSpec spec, final DataContainerSettings settings,
        final NodeEnvironment node) {
        m_spec = CheckUtils.checkArgumentNotNull(spec, "The spec of a table must not be null");
        m_writer = new TableWriter(spec, settings, node);
    }

    /**
     * @param row added at the end
     * @throws IllegalStateException if the container is closed
     * @throws DataContainerException if the cells do not fit the columns or the row cannot be written
     * @throws org.knime.core.util.DuplicateKeyException if the key is taken; may also be found in {@link #close()}
     */
    @Override
    public void addRowToTable(final DataRow row) {
        CheckUtils.checkState(isOpen(), "Rows cannot be added: the table is closed");
        m_writer.add(CheckUtils.checkArgumentNotNull(row, "A row must not be null"));
    }

    /**
     * Completes the table; closing twice changes nothing.
     *
     * @throws org.knime.core.util.DuplicateKeyException if a key was added twice
     */
    public void close() {
        if (isOpen()) {
            m_content = m_writer.finish();
            m_writer = null;
        }
    }

    /**
     * @return whether the table is complete
     */
    public boolean isClosed() {
        return m_content != null;
    }

    /**
     * @return whether rows can be added
     */
    public boolean isOpen() {
        return m_content == null;
    }

    /**
     * @return number of rows so far
     */
    public long size() {
        return isOpen() ? m_writer.size() : m_content.size();
    }

    /**
     * @return the columns; with the domains found once the table is complete
     */
    public DataTableSpec getTableSpec() {
        return isOpen() ? m_spec : m_content.spec();
    }

    /**
     * @return the table
     * @throws IllegalStateException if the container is not closed
     */
    public DataTable getTable() {
        return new BufferedDataTable(getContent());
    }

    /**
     * Stand-in only.
     *
     * @return the rows
     * @throws IllegalStateException if the container is not closed
     */
    protected final TableContent getContent() {
        CheckUtils.checkState(isClosed(), "The table cannot be given: its container is not closed");
        return m_content;
    }
}
