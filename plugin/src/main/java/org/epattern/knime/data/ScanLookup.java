// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.epattern.scan.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * Finds what a table holds for a scan position, e.g. the reflections of a pattern. As long as table and questions are
 * in scan order, line by line, only the rows of one position are in memory; otherwise the whole table is taken into
 * memory once. Belongs to one thread.
 *
 * @param <T> what a row stands for
 */
public final class ScanLookup<T> implements Closeable {

    private static final long NONE = Long.MIN_VALUE;

    private final BufferedDataTable m_table;
    private final int m_xColumn;
    private final int m_yColumn;
    private final Function<DataRow, T> m_reader;
    private final Progress m_progress;
    private int m_width;
    private int m_height;
    private long m_skipped;

    private CloseableRowIterator m_rows;
    private DataRow m_next;
    private long m_position = NONE;
    private List<T> m_here = List.of();
    private Map<Long, List<T>> m_all;

    /**
     * Goes over the table once, to see whether it is in scan order and how large the scan is at least.
     *
     * @param table the table
     * @param xColumn column with scan x, from 0
     * @param yColumn column with scan y, from 0
     * @param reader makes the value of a row; null if the row cannot be used
     * @param progress asked whether to stop
     */
    public ScanLookup(final BufferedDataTable table, final int xColumn, final int yColumn,
        final Function<DataRow, T> reader, final Progress progress) {
        m_table = table;
        m_xColumn = xColumn;
        m_yColumn = yColumn;
        m_reader = reader;
        m_progress = progress;
        if (inScanOrder()) {
            m_rows = table.iterator();
            m_next = nextUsable();
        } else {
            takeAll();
        }
    }

    private boolean inScanOrder() {
        boolean ordered = true;
        long last = NONE;
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext()) {
                m_progress.checkCanceled();
                final DataRow row = rows.next();
                final long position = position(row);
                if (position == NONE || m_reader.apply(row) == null) {
                    m_skipped++;
                } else {
                    ordered &= position >= last;
                    last = position;
                    m_width = Math.max(m_width, x(row) + 1);
                    m_height = Math.max(m_height, y(row) + 1);
                }
            }
        }
        return ordered;
    }

    private int x(final DataRow row) {
        return ((IntValue)row.getCell(m_xColumn)).getIntValue();
    }

    private int y(final DataRow row) {
        return ((IntValue)row.getCell(m_yColumn)).getIntValue();
    }

    /** @return line first, then place in the line; {@link #NONE} if the row does not say */
    private long position(final DataRow row) {
        return row.getCell(m_xColumn).isMissing() || row.getCell(m_yColumn).isMissing() ? NONE
            : position(x(row), y(row));
    }

    private static long position(final int x, final int y) {
        return (long)y << 32 | x & 0xffffffffL;
    }

    /** @return the smallest scan width that holds all rows; 0 for an empty table */
    public int width() {
        return m_width;
    }

    /** @return the smallest scan height that holds all rows; 0 for an empty table */
    public int height() {
        return m_height;
    }

    /** @return number of rows that cannot be used because a value is missing */
    public long skipped() {
        return m_skipped;
    }

    /**
     * @param x scan x
     * @param y scan y
     * @return values of all rows at this position, in the order of the table; may be empty
     */
    public List<T> at(final int x, final int y) {
        final long position = position(x, y);
        if (m_all == null && position < m_position) {
            takeAll();
        }
        if (m_all != null) {
            return m_all.getOrDefault(position, List.of());
        }
        if (position > m_position) {
            advance(position);
        }
        return m_here;
    }

    private void advance(final long position) {
        m_position = position;
        final List<T> here = new ArrayList<>();
        while (m_next != null && position(m_next) <= position) {
            if (position(m_next) == position) {
                here.add(m_reader.apply(m_next));
            }
            m_next = nextUsable();
        }
        m_here = here;
    }

    private DataRow nextUsable() {
        while (m_rows.hasNext()) {
            final DataRow row = m_rows.next();
            if (position(row) != NONE && m_reader.apply(row) != null) {
                return row;
            }
        }
        return null;
    }

    private void takeAll() {
        close();
        m_all = new HashMap<>();
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext()) {
                m_progress.checkCanceled();
                final DataRow row = rows.next();
                final long position = position(row);
                final T value = position == NONE ? null : m_reader.apply(row);
                if (value != null) {
                    m_all.computeIfAbsent(position, p -> new ArrayList<>(1)).add(value);
                }
            }
        }
    }

    @Override
    public void close() {
        if (m_rows != null) {
            m_rows.close();
            m_rows = null;
        }
    }
}
