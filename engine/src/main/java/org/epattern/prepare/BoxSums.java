// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Sums of the 3 x 3 pixels about each pixel of a row, without those outside the pattern. */
final class BoxSums {

    private final int m_width;
    private final int m_height;
    /** Sums of up to three rows, with a zero before the first and after the last. */
    private final float[] m_columns;

    BoxSums(final int width, final int height) {
        m_width = width;
        m_height = height;
        m_columns = new float[width + 2];
    }

    /**
     * @param pixels grey levels
     * @param y row
     * @param sums receives a sum for each pixel of the row
     * @param counts receives the number of pixels in each sum, 1 to 9
     */
    void row(final float[] pixels, final int y, final float[] sums, final float[] counts) {
        System.arraycopy(pixels, y * m_width, m_columns, 1, m_width);
        int rows = 1;
        if (y > 0) {
            add(pixels, (y - 1) * m_width);
            rows++;
        }
        if (y < m_height - 1) {
            add(pixels, (y + 1) * m_width);
            rows++;
        }
        for (int x = 0; x < m_width; x++) {
            sums[x] = m_columns[x] + m_columns[x + 1] + m_columns[x + 2];
            counts[x] = 3 * rows;
        }
        counts[0] -= rows;
        counts[m_width - 1] -= rows;
    }

    private void add(final float[] pixels, final int start) {
        for (int x = 0; x < m_width; x++) {
            m_columns[x + 1] += pixels[start + x];
        }
    }
}
