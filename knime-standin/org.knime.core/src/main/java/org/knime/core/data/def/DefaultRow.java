// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.util.CheckUtils;

/** A row that holds its cells in memory. */
public class DefaultRow implements DataRow {

    private final RowKey m_key;

    private final DataCell[] m_cells;

    /**
     * @param key the key, not null
     * @param cells the cells, none of them null
     */
    public DefaultRow(final RowKey key, final DataCell... cells) {
        m_key = CheckUtils.checkNotNull(key, "The key of a row must not be null");
        m_cells = cells.clone();
        for (int i = 0; i < m_cells.length; i++) {
            CheckUtils.checkNotNull(m_cells[i], "Cell %d of row \"%s\" is null; use a missing cell", i, key);
        }
    }

    /**
     * @param key the key, not null
     * @param cells the cells, none of them null
     */
    public DefaultRow(final String key, final DataCell... cells) {
        this(new RowKey(key), cells);
    }

    /**
     * @param key the key, not null
     * @param cells the cells, none of them null
     */
    public DefaultRow(final String key, final List<DataCell> cells) {
        this(new RowKey(key), cells);
    }

    /**
     * @param key the key, not null
     * @param cells the cells, none of them null
     */
    public DefaultRow(final RowKey key, final List<DataCell> cells) {
        this(key, cells.toArray(DataCell[]::new));
    }

    /**
     * @param key the key, not null
     * @param values values of double cells
     */
    public DefaultRow(final RowKey key, final double... values) {
        this(key, Arrays.stream(values).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param key the key, not null
     * @param values values of double cells
     */
    public DefaultRow(final String key, final double... values) {
        this(new RowKey(key), values);
    }

    /**
     * @param key the key, not null
     * @param values values of int cells
     */
    public DefaultRow(final RowKey key, final int... values) {
        this(key, Arrays.stream(values).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param key the key, not null
     * @param values values of int cells
     */
    public DefaultRow(final String key, final int... values) {
        this(new RowKey(key), values);
    }

    /**
     * @param key the key, not null
     * @param values values of string cells
     */
    public DefaultRow(final RowKey key, final String... values) {
        this(key, Arrays.stream(values).map(StringCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param key the key, not null
     * @param values values of string cells
     */
    public DefaultRow(final String key, final String... values) {
        this(new RowKey(key), values);
    }

    /**
     * @param key the key, not null
     * @param row its cells are taken
     */
    public DefaultRow(final RowKey key, final DataRow row) {
        this(key, StreamSupport.stream(row.spliterator(), false).toArray(DataCell[]::new));
    }

    /**
     * @param key the key, not null
     * @param row its cells are taken
     */
    public DefaultRow(final String key, final DataRow row) {
        this(new RowKey(key), row);
    }

    @Override
    public final int getNumCells() {
        return m_cells.length;
    }

    @Override
    public final RowKey getKey() {
        return m_key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return m_cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return List.of(m_cells).iterator();
    }

    @Override
    public String toString() {
        return m_key + ": " + Arrays.toString(m_cells);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DefaultRow that && m_key.equals(that.m_key) && Arrays.equals(m_cells, that.m_cells);
    }

    @Override
    public int hashCode() {
        return 31 * m_key.hashCode() + Arrays.hashCode(m_cells);
    }
}
