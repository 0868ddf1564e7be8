// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * Replaces single pixels that stand far above all their neighbours, such as hot pixels and cosmic rays: no spot is as
 * small as that. Has scratch memory; belongs to one thread.
 */
final class IsolatedPixels {

    /** How far such a pixel stands above its neighbours: standard deviations, and share of its height. */
    private static final double LEAST_HEIGHT = 8;
    private static final double LARGEST_SHARE = 0.4;
    /** Rows that are looked through together. */
    private static final int ROWS = 16;

    private final int m_width;
    private final int m_height;
    private final float[] m_row;
    private final float[] m_left;
    private final float[] m_right;
    private final float[] m_highest;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     */
    IsolatedPixels(final int width, final int height) {
        m_width = width;
        m_height = height;
        m_row = new float[width];
        m_left = new float[width];
        m_right = new float[width];
        m_highest = new float[width];
        m_left[0] = Float.NEGATIVE_INFINITY;
        m_right[width - 1] = Float.NEGATIVE_INFINITY;
    }

    /**
     * Replaces them by the mean of their neighbours.
     *
     * @param pixels finite grey levels, row by row; changed
     * @param noise noise of the pattern
     */
    void remove(final float[] pixels, final NoiseMap noise) {
        for (int first = 0; first < m_height; first += ROWS) {
            final int end = Math.min(m_height, first + ROWS);
            final float least = (float)(LEAST_HEIGHT * Math.sqrt(noise.leastVariance(first, end)));
            Arrays.fill(m_highest, Float.NEGATIVE_INFINITY);
            for (int y = first; y < end; y++) {
                raise(pixels, y * m_width);
            }
            for (int x = 0; x < m_width; x++) {
                // the neighbours to the left and right rule out nearly all pixels at once
                for (int y = first; y < end && m_highest[x] > least; y++) {
                    if (standsOut(pixels, x, y, least)) {
                        examine(pixels, x, y, noise);
                    }
                }
            }
        }
    }

    private void raise(final float[] pixels, final int row) {
        System.arraycopy(pixels, row, m_row, 0, m_width);
        System.arraycopy(pixels, row, m_left, 1, m_width - 1);
        System.arraycopy(pixels, row + 1, m_right, 0, m_width - 1);
        Rows.raise(m_row, m_left, m_right, m_highest);
    }

    private boolean standsOut(final float[] pixels, final int x, final int y, final float least) {
        final int p = y * m_width + x;
        final float value = pixels[p] - least;
        return (x == 0 || value > pixels[p - 1]) && (x == m_width - 1 || value > pixels[p + 1]);
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
