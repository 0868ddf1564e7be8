// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** Means over blocks of pixels: a pattern at the coarser grid that is fine enough to find its spots. Immutable. */
final class PixelMeans {

    private final int m_width;
    private final int m_height;
    private final int m_block;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param block width and height of a block (px), at least 1; blocks at the right and lower edge may be cut
     */
    PixelMeans(final int width, final int height, final int block) {
        m_width = width;
        m_height = height;
        m_block = block;
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
        if (m_block == 1) {
            System.arraycopy(pixels, 0, means, 0, pixels.length);
            return;
        }
        final int width = width();
        for (int v = 0; v < height(); v++) {
            final int rows = Math.min(m_block, m_height - v * m_block);
            for (int u = 0; u < width; u++) {
                final int columns = Math.min(m_block, m_width - u * m_block);
                float sum = 0;
                for (int j = 0; j < rows; j++) {
                    final int p = (v * m_block + j) * m_width + u * m_block;
                    for (int i = 0; i < columns; i++) {
                        sum += pixels[p + i];
                    }
                }
                means[v * width + u] = sum / (rows * columns);
            }
        }
    }
}
