// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;

/**
 * Reads single rows of a large table. A page of rows is read at a time, and the pages used last stay in memory: going
 * through a scan with the arrow keys seldom reads the table again. Not for several threads.
 */
final class RowPages {

    /** Rows of a page. */
    static final int ROWS = 512;
    private static final int MOST_PAGES = 24;

    private final BufferedDataTable m_table;

    /** In the order of use, the one not used for longest first. */
    private final Map<Long, List<DataRow>> m_pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Long, List<DataRow>> eldest) {
            return size() > MOST_PAGES;
        }
    };

    RowPages(final BufferedDataTable table) {
        m_table = table;
    }

    /**
     * @param first index of the first row, from 0
     * @param count number of rows
     * @return the rows
     */
    List<DataRow> rows(final long first, final int count) {
        final List<DataRow> rows = new ArrayList<>(count);
        for (long i = first; i < first + count; i++) {
            rows.add(page(i / ROWS).get((int)(i % ROWS)));
        }
        return rows;
    }

    private List<DataRow> page(final long number) {
        return m_pages.computeIfAbsent(number, n -> {
            final long from = n * ROWS;
            final List<DataRow> rows = new ArrayList<>(ROWS);
            try (CloseableRowIterator iterator = m_table
                .filter(TableFilter.filterRangeOfRows(from, Math.min(from + ROWS, m_table.size()) - 1)).iterator()) {
                iterator.forEachRemaining(rows::add);
            }
            return rows;
        });
    }
}
