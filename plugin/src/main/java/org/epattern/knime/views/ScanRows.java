// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * Finds the rows of a scan position in a large table. Of a table in scan order, line by line, as all nodes of ePattern
 * make them, only the place of each scan point is kept, 20 bytes, and only rows that are asked for are read; any other
 * table is searched from end to end, which takes longer and no more memory. Not for several threads.
 */
public final class ScanRows {

    /** Sees the rows of a table. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param x scan x of the row
         * @param y scan y of the row
         * @param row the row
         */
        void visit(int x, int y, DataRow row);
    }

    private final BufferedDataTable m_table;
    private final int m_xColumn;
    private final int m_yColumn;
    private final RowPages m_pages;
    private long[] m_positions = new long[64];
    private long[] m_firstRows = new long[64];
    private int[] m_counts = new int[64];
    private int m_points;
    private boolean m_ordered = true;

    /**
     * Goes over the table once, without a look at anything but positions.
     *
     * @param table the table
     * @param xColumn column with scan x, from 0
     * @param yColumn column with scan y, from 0
     */
    public ScanRows(final BufferedDataTable table, final int xColumn, final int yColumn) {
        this(table, xColumn, yColumn, (x, y, row) -> { });
    }

    /**
     * Goes over the table once.
     *
     * @param table the table
     * @param xColumn column with scan x, from 0
     * @param yColumn column with scan y, from 0
     * @param visitor gets every row that has a scan position
     */
    public ScanRows(final BufferedDataTable table, final int xColumn, final int yColumn,
        final Visitor visitor) {
        m_table = table;
        m_xColumn = xColumn;
        m_yColumn = yColumn;
        m_pages = new RowPages(table);
        try (CloseableRowIterator rows = table.iterator()) {
            for (long index = 0; rows.hasNext(); index++) {
                final DataRow row = rows.next();
                if (hasPosition(row)) {
                    note(position(row), index);
                    visitor.visit(x(row), y(row), row);
                }
            }
        }
    }

    private boolean hasPosition(final DataRow row) {
        return row.getCell(m_xColumn) instanceof IntValue && row.getCell(m_yColumn) instanceof IntValue;
    }

    private long position(final DataRow row) {
        return position(x(row), y(row));
    }

    private static long position(final int x, final int y) {
        return (long)y << 32 | x & 0xffffffffL;
    }

    private int x(final DataRow row) {
        return ((IntValue)row.getCell(m_xColumn)).getIntValue();
    }

    private int y(final DataRow row) {
        return ((IntValue)row.getCell(m_yColumn)).getIntValue();
    }

    private void note(final long position, final long index) {
        if (!m_ordered) {
            return;
        }
        final int last = m_points - 1;
        if (last >= 0 && m_positions[last] == position && m_firstRows[last] + m_counts[last] == index) {
            m_counts[last]++;
            return;
        }
        if (last >= 0 && m_positions[last] >= position) {
            m_ordered = false;
            m_positions = new long[0];
            m_firstRows = new long[0];
            m_counts = new int[0];
            return;
        }
        if (m_points == m_positions.length) {
            m_positions = Arrays.copyOf(m_positions, 2 * m_points);
            m_firstRows = Arrays.copyOf(m_firstRows, 2 * m_points);
            m_counts = Arrays.copyOf(m_counts, 2 * m_points);
        }
        m_positions[m_points] = position;
        m_firstRows[m_points] = index;
        m_counts[m_points] = 1;
        m_points++;
    }

    /**
     * @param x scan x
     * @param y scan y
     * @return all rows of this position, in the order of the table; may be empty
     */
    public List<DataRow> at(final int x, final int y) {
        if (!m_ordered) {
            return search(position(x, y));
        }
        final int place = Arrays.binarySearch(m_positions, 0, m_points, position(x, y));
        return place < 0 ? List.of() : m_pages.rows(m_firstRows[place], m_counts[place]);
    }

    private List<DataRow> search(final long position) {
        final List<DataRow> found = new ArrayList<>();
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (hasPosition(row) && position(row) == position) {
                    found.add(row);
                }
            }
        }
        return found;
    }
}
