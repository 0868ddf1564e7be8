// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

/**
 * Chooses evenly spread rows of a table: the middles of equal parts, so that neither end is preferred.
 */
final class PictureRows {

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
        if (m_next >= m_wanted || row != (2 * m_next + 1) * m_rows / (2 * m_wanted)) {
            return false;
        }
        m_next++;
        return true;
    }
}
