// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.def.DefaultRow;

/** Goes through some rows of a row file, with one block in memory. */
final class StoredRows extends CloseableRowIterator {

    private final RowFile m_rows;

    private final CellReader m_cells;

    private final int m_columns;

    private long m_skip;

    private long m_left;

    private int m_nextBlock;

    private CellInput m_block;

    private boolean m_closed;

    StoredRows(final RowFile rows, final CellReader cells, final int columns, final long first, final long count) {
        m_rows = rows;
        m_cells = cells;
        m_columns = columns;
        m_skip = first;
        m_left = count;
        while (m_nextBlock + 1 < rows.blocks().size() && rows.blocks().get(m_nextBlock + 1).firstRow() <= first) {
            m_nextBlock++;
            m_skip = first - rows.blocks().get(m_nextBlock).firstRow();
        }
    }

    @Override
    public boolean hasNext() {
        return !m_closed && m_left > 0;
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException(m_closed ? "The iterator is closed" : "There is no further row");
        }
        try {
            while (m_skip > 0) {
                nextPart();
                m_skip--;
            }
            m_left--;
            return readRow(nextPart());
        } catch (final IOException e) {
            throw new DataContainerException(e.getMessage(), e);
        }
    }

    private CellInput nextPart() throws IOException {
        if (m_block == null || !m_block.hasRemaining()) {
            if (m_nextBlock == m_rows.blocks().size()) {
                throw new EOFException("The table has fewer rows than it says");
            }
            m_block = new CellInput(m_cells, ByteBuffer.wrap(m_rows.read(m_nextBlock)));
            m_nextBlock++;
        }
        return m_block.part(m_block.readInt());
    }

    private DataRow readRow(final CellInput row) throws IOException {
        final RowKey key = new RowKey(row.readUTF());
        final DataCell[] cells = new DataCell[m_columns];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = m_cells.read(row);
        }
        return new DefaultRow(key, cells);
    }

    @Override
    public void close() {
        m_closed = true;
        m_block = null;
    }
}
