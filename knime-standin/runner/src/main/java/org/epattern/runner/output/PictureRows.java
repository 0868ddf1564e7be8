// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

/**
 * Chooses spread rows of a table: one from each of equal parts, in the n-th part at the n-th multiple of the golden
 * section. In a scan, whose rows are its points line by line, equal distances would often fall on the same column, for
 * instance twelve of 12,000 points on the first one of 100; the golden section is no fraction of any width.
 */
final class PictureRows {

    private static final double GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

    private final long m_rows;

    private final long m_wanted;

    private long m_next;

    /**
     * @param rows rows of the table
     * @param wanted how many are chosen, or all if there are fewer
     */
    PictureRows(final long rows, final int wanted) {
        m_rows = rows;
        m_wanted = Math.min(rows, wanted);
    }

    /**
     * Must be asked with each row index once, in order.
     *
     * @param row index, from 0
     * @return whether it is chosen
     */
    boolean choose(final long row) {
        // parts may be so short that two of them want the same row; then the second one gets the row behind it
        if (m_next >= m_wanted || row < place(m_next)) {
            return false;
        }
        m_next++;
        return true;
    }

    private long place(final long part) {
        final double within = (part + 1) * GOLDEN_SECTION % 1;
        return (long)((part + within) * m_rows / m_wanted);
    }
}
