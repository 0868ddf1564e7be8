// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.IOException;
import java.nio.file.Path;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;

/** A table whose rows lie as bytes in a row file. */
final class StoredTable implements TableContent {

    private final DataTableSpec m_spec;

    private final RowFile m_rows;

    private final long m_size;

    private final ClassNames m_names;

    private final CellReader m_cells;

    StoredTable(final DataTableSpec spec, final RowFile rows, final long size, final ClassNames names,
        final CellReader cells) {
        m_spec = spec;
        m_rows = rows;
        m_size = size;
        m_names = names;
        m_cells = cells;
    }

    @Override
    public DataTableSpec spec() {
        return m_spec;
    }

    @Override
    public long size() {
        return m_size;
    }

    @Override
    public CloseableRowIterator rows() {
        return rows(0, m_size);
    }

    @Override
    public CloseableRowIterator rows(final long first, final long count) {
        return new StoredRows(m_rows, m_cells, m_spec.getNumColumns(), first, count);
    }

    @Override
    public void save(final Path folder) throws IOException {
        TableFolder.save(folder, m_spec, m_rows, m_size, m_names, m_cells.workflow());
    }

    @Override
    public TableContent withSpec(final DataTableSpec spec) {
        return new StoredTable(spec, m_rows, m_size, m_names, m_cells);
    }
}
