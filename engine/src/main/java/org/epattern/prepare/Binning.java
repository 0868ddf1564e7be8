// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Makes patterns coarser: each new pixel is the mean of a square block. Shared freely between threads. */
public final class Binning {

    private final int m_width;
    private final int m_factor;
    private final int m_outWidth;
    private final int m_outHeight;

    /**
     * @param width pixels in a row
     * @param height pixel rows
     * @param factor side of a block (px), at least 1 and at most the shorter side of the pattern
     */
    public Binning(final int width, final int height, final int factor) {
        if (factor < 1 || factor > Math.min(width, height)) {
            throw new IllegalArgumentException("The binning must be from 1 to " + Math.min(width, height)
                + " for patterns of " + width + " x " + height + " px; found " + factor);
        }
        m_width = width;
        m_factor = factor;
        m_outWidth = width / factor;
        m_outHeight = height / factor;
    }

    /** @return pixels in a row of a binned pattern; an incomplete block at the right is left out */
    public int outWidth() {
        return m_outWidth;
    }

    /** @return pixel rows of a binned pattern; an incomplete block at the bottom is left out */
    public int outHeight() {
        return m_outHeight;
    }

    /**
     * @param in grey levels
     * @param out receives the mean grey level of each block; not a number where a pixel of the block is not a number
     */
    public void bin(final float[] in, final float[] out) {
        final float share = 1f / (m_factor * m_factor);
        for (int y = 0; y < m_outHeight; y++) {
            for (int x = 0; x < m_outWidth; x++) {
                float sum = 0;
                for (int dy = 0; dy < m_factor; dy++) {
                    final int start = (y * m_factor + dy) * m_width + x * m_factor;
                    for (int i = start; i < start + m_factor; i++) {
                        sum += in[i];
                    }
                }
                out[y * m_outWidth + x] = sum * share;
            }
        }
    }
}
