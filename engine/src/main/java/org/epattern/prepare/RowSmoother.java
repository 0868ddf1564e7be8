// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/**
 * Gives the rows of a pattern one after the other, smoothed with a 3 x 3 mean if wanted. At the edges the outermost
 * pixel counts twice. Three rows are kept at a time.
 */
final class RowSmoother {

    private static final float THIRD = 0.333333333f;
    private static final int KEPT = 3;

    private final int m_width;
    private final int m_height;
    private final boolean m_smooth;
    private final float[][] m_rows;
    private final float[] m_left;
    private final float[] m_right;
    private final float[] m_mean;
    private float[] m_pixels;
    private int m_next;

    RowSmoother(final int width, final int height, final boolean smooth) {
        m_width = width;
        m_height = height;
        m_smooth = smooth;
        m_rows = new float[KEPT][width];
        m_left = new float[width];
        m_right = new float[width];
        m_mean = new float[width];
    }

    void begin(final float[] pixels) {
        m_pixels = pixels;
        m_next = 0;
    }

    /** @return row y, to be asked for in rising order; valid until the next call */
    float[] row(final int y) {
        if (!m_smooth) {
            System.arraycopy(m_pixels, y * m_width, m_mean, 0, m_width);
            return m_mean;
        }
        for (; m_next <= Math.min(y + 1, m_height - 1); m_next++) {
            smoothInRow(m_next * m_width, m_rows[m_next % KEPT]);
        }
        mean(m_mean, m_rows[Math.max(0, y - 1) % KEPT], m_rows[y % KEPT], m_rows[Math.min(m_height - 1, y + 1) % KEPT]);
        return m_mean;
    }

    private void smoothInRow(final int start, final float[] row) {
        System.arraycopy(m_pixels, start, row, 0, m_width);
        System.arraycopy(row, 0, m_left, 1, m_width - 1);
        m_left[0] = row[0];
        System.arraycopy(row, 1, m_right, 0, m_width - 1);
        m_right[m_width - 1] = row[m_width - 1];
        mean(row, m_left, row, m_right);
    }

    private static void mean(final float[] to, final float[] a, final float[] b, final float[] c) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (a[i] + b[i] + c[i]) * THIRD;
        }
    }
}
