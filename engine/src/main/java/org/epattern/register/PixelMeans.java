// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Means over blocks of pixels: a pattern at the coarser grid that is fine enough to find its spots. Has scratch memory;
 * belongs to one thread.
 */
final class PixelMeans {

    private final int m_width;
    private final int m_height;
    private final int m_block;
    private final float[] m_row;
    private final float[] m_sum;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param block width and height of a block (px), at least 1; blocks at the right and lower edge may be cut
     */
    PixelMeans(final int width, final int height, final int block) {
        m_width = width;
        m_height = height;
        m_block = block;
        m_row = new float[width];
        m_sum = new float[width];
    }

    /** @return width of the coarse grid */
    int width() {
        return (m_width + m_block - 1) / m_block;
    }

    /** @return height of the coarse grid */
    int height() {
        return (m_height + m_block - 1) / m_block;
    }

    /** @return width and height of a block (px) */
    int block() {
        return m_block;
    }

    /**
     * @param pixels pattern, row by row
     * @param means receives width() x height() means, row by row
     */
    void compute(final float[] pixels, final float[] means) {
        for (int v = 0; v < height(); v++) {
            final int first = v * m_block;
            final int last = Math.min(m_height, first + m_block);
            System.arraycopy(pixels, first * m_width, m_sum, 0, m_width);
            for (int y = first + 1; y < last; y++) {
                System.arraycopy(pixels, y * m_width, m_row, 0, m_width);
                Rows.add(m_row, 1, m_sum);
            }
            means(last - first, means, v * width());
        }
    }

    private void means(final int rows, final float[] means, final int to) {
        final int whole = m_width / m_block;
        final float scale = 1f / (rows * m_block);
        if (m_block == 2) {
            for (int u = 0; u < whole; u++) {
                means[to + u] = scale * (m_sum[2 * u] + m_sum[2 * u + 1]);
            }
        } else {
            for (int u = 0; u < whole; u++) {
                means[to + u] = scale * sum(u * m_block, (u + 1) * m_block);
            }
        }
        if (whole < width()) {
            means[to + whole] = sum(whole * m_block, m_width) / (rows * (m_width - whole * m_block));
        }
    }

    private float sum(final int first, final int end) {
        float sum = 0;
        for (int x = first; x < end; x++) {
            sum += m_sum[x];
        }
        return sum;
    }

    /**
     * Subtracts from every pixel of a pattern the value of its block.
     *
     * @param pixels pattern, row by row
     * @param values width() x height() values, row by row
     * @param out receives the differences; may be {@code pixels}
     */
    void subtract(final float[] pixels, final float[] values, final float[] out) {
        for (int y = 0; y < m_height; y++) {
            if (y % m_block == 0) {
                spread(values, y / m_block * width());
            }
            System.arraycopy(pixels, y * m_width, m_row, 0, m_width);
            Rows.add(m_sum, -1, m_row);
            System.arraycopy(m_row, 0, out, y * m_width, m_width);
        }
    }

    private void spread(final float[] values, final int from) {
        if (m_block == 2 && m_width % 2 == 0) {
            for (int u = 0; u < m_width / 2; u++) {
                m_sum[2 * u] = values[from + u];
                m_sum[2 * u + 1] = values[from + u];
            }
            return;
        }
        for (int x = 0; x < m_width; x++) {
            m_sum[x] = values[from + x / m_block];
        }
    }
}
