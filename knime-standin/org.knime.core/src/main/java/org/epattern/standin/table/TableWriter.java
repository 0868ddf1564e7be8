// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

import org.epattern.standin.NodeEnvironment;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.container.DataContainerSettings;

/**
 * Takes the rows of a new table, checks them and keeps them as bytes, on disk as soon as they are more than a few.
 * For one thread.
 */
public final class TableWriter {

    private static final int BLOCK_BYTES = 128 * 1024;

    /** A table larger than this in bytes goes to disk. */
    private static final int MEMORY_BYTES = 1024 * 1024;

    private final DataTableSpec m_spec;

    private final NodeEnvironment m_node;

    private final ClassNames m_names = new ClassNames();

    private final RowFile m_rows = RowFile.create();

    private final DomainCollector m_domain;

    private final RowKeyCheck m_keys;

    private final CellOutput m_block;

    private boolean m_onDisk;

    private long m_size;

    private long m_firstRowOfBlock;

    /**
     * @param spec the columns
     * @param settings which checks to do and where domains start
     * @param node the node that makes the table
     */
    public TableWriter(final DataTableSpec spec, final DataContainerSettings settings, final NodeEnvironment node) {
        m_spec = spec;
        m_node = node;
        m_domain = new DomainCollector(spec, settings);
        m_keys = settings.isCheckDuplicateRowKeys() ? new RowKeyCheck(this::eachKey, node) : null;
        m_block = new CellOutput(new CellWriter(node, m_names));
    }

    /**
     * @return number of rows so far
     */
    public long size() {
        return m_size;
    }

    /**
     * @param row a row
     * @throws NullPointerException if a cell is null
     * @throws org.knime.core.util.DuplicateKeyException if the key is taken; a duplicate may also be found in
     *             {@link #finish()} only
     * @throws DataContainerException if the cells do not fit the columns or the row cannot be written
     */
    public void add(final DataRow row) {
        check(row);
        final String key = row.getKey().getString();
        if (m_keys != null) {
            m_keys.add(key, m_size);
        }
        final int start = m_block.size();
        boolean written = false;
        try {
            final int length = m_block.reserveInt();
            m_block.writeUTF(key);
            for (int i = 0; i < m_spec.getNumColumns(); i++) {
                m_block.writeDataCell(row.getCell(i));
            }
            m_block.fillLength(length);
            written = true;
        } catch (final IOException e) {
            throw new DataContainerException("Row \"" + key + "\" cannot be written: " + e.getMessage(), e);
        } finally {
            if (!written) {
                m_block.truncate(start); // half a row must not stay
            }
        }
        m_domain.add(row);
        m_size++;
        if (m_block.size() >= BLOCK_BYTES) {
            endBlock();
        }
    }

    private void check(final DataRow row) {
        if (row.getNumCells() != m_spec.getNumColumns()) {
            throw new DataContainerException("Row \"" + row.getKey() + "\" has " + row.getNumCells()
                + " cells, but the table has " + m_spec.getNumColumns() + " columns.");
        }
        for (int i = 0; i < row.getNumCells(); i++) {
            final DataCell cell = row.getCell(i);
            final DataColumnSpec column = m_spec.getColumnSpec(i);
            if (cell == null) {
                throw new NullPointerException("The cell of row \"" + row.getKey() + "\" in column \""
                    + column.getName() + "\" is null; a missing cell was expected.");
            }
            if (!CellWriter.fits(cell, column.getType())) {
                throw new DataContainerException("The cell of row \"" + row.getKey() + "\" in column \""
                    + column.getName() + "\" is of type " + cell.getType() + " (" + cell.getClass().getSimpleName()
                    + "), which does not fit the type " + column.getType() + " of the column.");
            }
        }
    }

    private void endBlock() {
        try {
            final byte[] bytes = m_block.toByteArray();
            if (!m_onDisk && m_rows.memory() + bytes.length > MEMORY_BYTES) {
                m_rows.spill(m_node.createTableFile());
                m_onDisk = true;
            }
            m_rows.append(m_firstRowOfBlock, bytes);
            m_firstRowOfBlock = m_size;
            m_block.clear();
        } catch (final IOException e) {
            throw new DataContainerException(e.getMessage(), e);
        }
    }

    /** Gives the keys of all rows so far, in order. */
    private void eachKey(final Consumer<String> consumer) {
        try {
            for (int i = 0; i < m_rows.blocks().size(); i++) {
                keysOf(m_rows.read(i), consumer);
            }
            keysOf(m_block.toByteArray(), consumer);
        } catch (final IOException e) {
            throw new DataContainerException(e.getMessage(), e);
        }
    }

    private static void keysOf(final byte[] block, final Consumer<String> consumer) throws IOException {
        final CellInput input = new CellInput(null, ByteBuffer.wrap(block));
        while (input.hasRemaining()) {
            consumer.accept(input.part(input.readInt()).readUTF());
        }
    }

    /**
     * @return the table with all rows
     * @throws org.knime.core.util.DuplicateKeyException if a key was added twice
     * @throws DataContainerException if the rows cannot be written
     */
    public TableContent finish() {
        try {
            if (m_block.size() > 0) {
                endBlock();
            }
            if (m_keys != null) {
                m_keys.finish();
            }
        } catch (final IOException e) {
            throw new DataContainerException("The table cannot be completed: " + e.getMessage(), e);
        }
        return new StoredTable(m_domain.createSpec(), m_rows, m_size, m_names,
            new CellReader(m_node.workflow(), m_names));
    }
}
