// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container.filter;

import java.util.Optional;

/** Says which part of a table is wanted; the stand-in knows ranges of rows. */
public final class TableFilter {

    private final long m_from;

    private final long m_to;

    private TableFilter(final long from, final long to) {
        m_from = from;
        m_to = to;
    }

    /**
     * @param fromIndex first row, from 0
     * @param toIndex last row, itself included
     * @return the filter
     * @throws IndexOutOfBoundsException if a row is negative
     * @throws IllegalArgumentException if the last row comes before the first
     */
    public static TableFilter filterRangeOfRows(final long fromIndex, final long toIndex) {
        if (fromIndex < 0 || toIndex < 0) {
            throw new IndexOutOfBoundsException("A row index is negative: " + Math.min(fromIndex, toIndex));
        }
        if (toIndex < fromIndex) {
            throw new IllegalArgumentException("The last row " + toIndex + " comes before the first " + fromIndex);
        }
        return new TableFilter(fromIndex, toIndex);
    }

    /** @return index of the first row */
    public Optional<Long> getFromRowIndex() {
        return Optional.of(m_from);
    }

    /** @return index of the last row */
    public Optional<Long> getToRowIndex() {
        return Optional.of(m_to);
    }
}
