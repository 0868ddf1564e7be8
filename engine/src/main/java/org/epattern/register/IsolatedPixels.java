// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Replaces single pixels that stand far above all their neighbours, such as hot pixels and cosmic rays: no spot is as
 * small as that. Immutable.
 */
final class IsolatedPixels {

    /** How far such a pixel stands above its neighbours: standard deviations, and share of its height. */
    private static final double LEAST_HEIGHT = 8;
    private static final double LARGEST_SHARE = 0.4;

    private final int m_width;
    private final int m_height;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     */
    IsolatedPixels(final int width, final int height) {
        m_width = width;
        m_height = height;
    }

    /**
     * Replaces them by the mean of their neighbours.
     *
     * @param pixels finite grey levels, row by row; changed
     * @param noise noise of the pattern
     */
    void remove(final float[] pixels, final NoiseMap noise) {
        final float least = (float)(LEAST_HEIGHT * Math.sqrt(noise.leastVariance()));
        for (int y = 0; y < m_height; y++) {
            final int row = y * m_width;
            for (int x = 0; x < m_width; x++) {
                final float value = pixels[row + x] - least;
                // the neighbours to the left and right rule out nearly all pixels at once
                if ((x == 0 || value > pixels[row + x - 1]) && (x == m_width - 1 || value > pixels[row + x + 1])) {
                    examine(pixels, x, y, noise);
                }
            }
        }
    }

    private void examine(final float[] pixels, final int x, final int y, final NoiseMap noise) {
        final float value = pixels[y * m_width + x];
        float largest = Float.NEGATIVE_INFINITY;
        float smallest = Float.POSITIVE_INFINITY;
        float sum = 0;
        int n = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(m_height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(m_width - 1, x + 1); u++) {
                if (u != x || v != y) {
                    final float other = pixels[v * m_width + u];
                    largest = Math.max(largest, other);
                    smallest = Math.min(smallest, other);
                    sum += other;
                    n++;
                }
            }
        }
        if (value - largest > LEAST_HEIGHT * Math.sqrt(noise.variance(x + 0.5, y + 0.5))
            && largest - smallest < LARGEST_SHARE * (value - smallest)) {
            pixels[y * m_width + x] = sum / n;
        }
    }
}
