// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.def.DefaultRow;

/** Goes through the rows of a row file, with one block in memory. */
final class StoredRows extends CloseableRowIterator {

    private final RowFile m_rows;

    private final CellReader m_cells;

    private final int m_columns;

    private int m_nextBlock;

    private CellInput m_block;

    private boolean m_closed;

    StoredRows(final RowFile rows, final CellReader cells, final int columns) {
        m_rows = rows;
        m_cells = cells;
        m_columns = columns;
    }

    @Override
    public boolean hasNext() {
        return !m_closed && (m_block != null && m_block.hasRemaining() || m_nextBlock < m_rows.blocks().size());
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException(m_closed ? "The iterator is closed" : "There is no further row");
        }
        try {
            if (m_block == null || !m_block.hasRemaining()) {
                m_block = new CellInput(m_cells, ByteBuffer.wrap(m_rows.read(m_nextBlock)));
                m_nextBlock++;
            }
            return readRow(m_block.part(m_block.readInt()));
        } catch (final IOException e) {
            throw new DataContainerException(e.getMessage(), e);
        }
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
