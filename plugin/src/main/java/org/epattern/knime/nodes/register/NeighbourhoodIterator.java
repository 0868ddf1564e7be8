// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.knime.core.data.DataRow;
import org.knime.core.data.IntValue;

/**
 * Goes through a table in scan order and gives each row with its neighbours in the scan. Only three lines of the scan
 * are in memory at a time, as rows with cells that point to their pixels.
 */
final class NeighbourhoodIterator implements Iterator<Neighbourhood> {

    private final Iterator<DataRow> m_rows;
    private final int m_xColumn;
    private final int m_yColumn;
    private final int m_patternColumn;
    private Line m_above;
    private Line m_here;
    private Line m_below;
    private DataRow m_next;
    private int m_index;

    /** The rows of one line of the scan, by rising scan x. */
    private record Line(int y, List<DataRow> rows) {
    }

    NeighbourhoodIterator(final Iterator<DataRow> rows, final int xColumn, final int yColumn, final int patternColumn) {
        m_rows = rows;
        m_xColumn = xColumn;
        m_yColumn = yColumn;
        m_patternColumn = patternColumn;
        m_next = rows.hasNext() ? rows.next() : null;
        m_here = readLine();
        m_below = readLine();
    }

    @Override
    public boolean hasNext() {
        return m_here != null;
    }

    @Override
    public Neighbourhood next() {
        if (m_here == null) {
            throw new NoSuchElementException();
        }
        final DataRow row = m_here.rows().get(m_index);
        final Neighbourhood result =
            new Neighbourhood(row, Neighbourhood.patternOf(row, m_patternColumn), neighbours(position(row, m_xColumn)));
        m_index++;
        if (m_index == m_here.rows().size()) {
            m_index = 0;
            m_above = m_here;
            m_here = m_below;
            m_below = m_here == null ? null : readLine();
        }
        return result;
    }

    private DataRow[] neighbours(final int x) {
        final DataRow[] found = new DataRow[8];
        final int y = m_here.y();
        int n = 0;
        for (int dy = -1; dy <= 1; dy++) {
            final Line line = dy < 0 ? m_above : dy == 0 ? m_here : m_below;
            for (int dx = -1; dx <= 1; dx++) {
                if (dx != 0 || dy != 0) {
                    found[n++] = line == null || line.y() != y + dy ? null : at(line, x + dx);
                }
            }
        }
        return found;
    }

    /** Binary search: a line need not be complete. */
    private DataRow at(final Line line, final int x) {
        int low = 0;
        int high = line.rows().size() - 1;
        while (low <= high) {
            final int middle = (low + high) >>> 1;
            final DataRow row = line.rows().get(middle);
            final int found = position(row, m_xColumn);
            if (found == x) {
                return row;
            }
            if (found < x) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    private Line readLine() {
        if (m_next == null) {
            return null;
        }
        final int y = position(m_next, m_yColumn);
        final List<DataRow> rows = new ArrayList<>();
        while (m_next != null && position(m_next, m_yColumn) == y) {
            final DataRow row = m_next;
            rows.add(row);
            m_next = m_rows.hasNext() ? m_rows.next() : null;
            checkOrder(row);
        }
        return new Line(y, rows);
    }

    private void checkOrder(final DataRow row) {
        if (m_next == null) {
            return;
        }
        final int x = position(row, m_xColumn);
        final int y = position(row, m_yColumn);
        final int nextX = position(m_next, m_xColumn);
        final int nextY = position(m_next, m_yColumn);
        if (nextY < y || nextY == y && nextX <= x) {
            throw new IllegalArgumentException("The neighbour mean needs rows in scan order, but scan point (" + nextX
                + ", " + nextY + ") follows (" + x + ", " + y + "); sort the table by scan y, then by scan x");
        }
    }

    private static int position(final DataRow row, final int column) {
        if (row.getCell(column) instanceof IntValue value) {
            return value.getIntValue();
        }
        throw new IllegalArgumentException("The neighbour mean needs the scan position of every pattern, but row "
            + row.getKey() + " has none; remove the row, or switch the neighbour mean off");
    }
}
