// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Sums of the pixels in a disc about each pixel of a row, without those outside the pattern. */
final class DiscSums {

    private final int m_width;
    private final int m_height;
    private final int m_radius;
    /** How far the disc reaches to each side in the row of its centre and in those below, and above, it (px). */
    private final int[] m_reach;
    /** In each row the sums of all pixels before each, so that a stretch of a row is a difference of two. */
    private final double[] m_before;

    /** @param radius px; the disc holds the pixels whose centres are at most half a pixel farther away */
    DiscSums(final int width, final int height, final int radius) {
        m_width = width;
        m_height = height;
        m_radius = radius;
        m_reach = new int[radius + 1];
        for (int dy = 0; dy <= radius; dy++) {
            m_reach[dy] = (int)Math.sqrt((radius + 0.5) * (radius + 0.5) - dy * dy);
        }
        m_before = new double[(width + 1) * height];
    }

    /** @param pixels grey levels; must not change until the last row was asked for */
    void prepare(final float[] pixels) {
        for (int y = 0; y < m_height; y++) {
            final int start = y * (m_width + 1);
            double sum = 0;
            for (int x = 0; x < m_width; x++) {
                sum += pixels[y * m_width + x];
                m_before[start + x + 1] = sum;
            }
        }
    }

    /**
     * @param y row
     * @param sums receives a sum for each pixel of the row
     * @param counts receives the number of pixels in each sum
     */
    void row(final int y, final float[] sums, final float[] counts) {
        for (int x = 0; x < m_width; x++) {
            double sum = 0;
            int count = 0;
            for (int row = Math.max(0, y - m_radius); row <= Math.min(m_height - 1, y + m_radius); row++) {
                final int reach = m_reach[Math.abs(row - y)];
                final int left = Math.max(0, x - reach);
                final int right = Math.min(m_width, x + reach + 1);
                sum += m_before[row * (m_width + 1) + right] - m_before[row * (m_width + 1) + left];
                count += right - left;
            }
            sums[x] = (float)sum;
            counts[x] = count;
        }
    }
}
