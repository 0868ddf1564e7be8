// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import java.util.Arrays;

/**
 * Structural similarity of Wang, Bovik, Sheikh and Simoncelli, IEEE Trans. Image Process. 13, 600 (2004): Gaussian
 * window of 11 x 11 px with a standard deviation of 1.5 px, K1 = 0.01, K2 = 0.03, averaged over all places where the
 * window lies within the pattern.
 *
 * <p>The window is separable: five quantities (both patterns, their squares, their product) are filtered along the rows,
 * the last eleven filtered rows are kept, and each row of results is the weighted sum of those.</p>
 */
final class StructuralSimilarity {

    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double K1 = 0.01;
    private static final double K2 = 0.03;
    /** Both patterns, their squares, their product. */
    private static final int QUANTITIES = 5;

    private final int m_width;
    private final int m_height;
    private final int m_places;
    private final float m_c1;
    private final float m_c2;
    private final float[] m_window = window();
    private final float[][] m_values;
    private final float[][][] m_filtered;
    private final float[][] m_means;

    StructuralSimilarity(final int width, final int height, final double dataRange) {
        m_width = width;
        m_height = height;
        m_places = Math.max(0, width - WINDOW + 1);
        m_c1 = (float)(K1 * dataRange * K1 * dataRange);
        m_c2 = (float)(K2 * dataRange * K2 * dataRange);
        m_values = new float[QUANTITIES][width];
        m_filtered = new float[WINDOW][QUANTITIES][m_places];
        m_means = new float[QUANTITIES][m_places];
    }

    private static float[] window() {
        final float[] window = new float[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            sum += weight(i);
        }
        for (int i = 0; i < WINDOW; i++) {
            window[i] = (float)(weight(i) / sum);
        }
        return window;
    }

    private static double weight(final int i) {
        final double distance = i - WINDOW / 2;
        return Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
    }

    /** @return the mean over all places, NaN if there is none */
    double mean(final float[] reference, final float[] compared) {
        if (m_width < WINDOW || m_height < WINDOW) {
            return Double.NaN;
        }
        // variances do not change when a constant is taken away, and squares of small numbers keep their digits
        final float offset = middle(reference, compared);
        double sum = 0;
        for (int y = 0; y < m_height; y++) {
            filterRow(reference, compared, y, offset);
            if (y >= WINDOW - 1) {
                sum += similarity(y - WINDOW + 1, offset);
            }
        }
        return sum / ((double)m_places * (m_height - WINDOW + 1));
    }

    private static float middle(final float[] reference, final float[] compared) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += (double)reference[i] + compared[i];
        }
        return (float)(sum / (2.0 * reference.length));
    }

    private void filterRow(final float[] reference, final float[] compared, final int y, final float offset) {
        final int start = y * m_width;
        final float[] a = m_values[0];
        final float[] b = m_values[1];
        final float[] aa = m_values[2];
        final float[] bb = m_values[3];
        final float[] ab = m_values[4];
        for (int x = 0; x < m_width; x++) {
            final float p = reference[start + x] - offset;
            final float q = compared[start + x] - offset;
            a[x] = p;
            b[x] = q;
            aa[x] = p * p;
            bb[x] = q * q;
            ab[x] = p * q;
        }
        final float[][] filtered = m_filtered[y % WINDOW];
        for (int k = 0; k < QUANTITIES; k++) {
            filter(m_values[k], filtered[k]);
        }
    }

    /** The weights are symmetric: equally distant pixels are added first. */
    private void filter(final float[] values, final float[] filtered) {
        final float w0 = m_window[0];
        final float w1 = m_window[1];
        final float w2 = m_window[2];
        final float w3 = m_window[3];
        final float w4 = m_window[4];
        final float w5 = m_window[5];
        for (int x = 0; x < m_places; x++) {
            filtered[x] = w0 * (values[x] + values[x + 10]) + w1 * (values[x + 1] + values[x + 9])
                + w2 * (values[x + 2] + values[x + 8]) + w3 * (values[x + 3] + values[x + 7])
                + w4 * (values[x + 4] + values[x + 6]) + w5 * values[x + 5];
        }
    }

    /** @return sum of the similarities of one row of places */
    private double similarity(final int firstRow, final float offset) {
        for (int k = 0; k < QUANTITIES; k++) {
            Arrays.fill(m_means[k], 0);
        }
        for (int i = 0; i < WINDOW; i++) {
            final float[][] row = m_filtered[(firstRow + i) % WINDOW];
            for (int k = 0; k < QUANTITIES; k++) {
                add(m_window[i], row[k], m_means[k]);
            }
        }
        final float[] a = m_means[0];
        final float[] b = m_means[1];
        final float[] aa = m_means[2];
        final float[] bb = m_means[3];
        final float[] ab = m_means[4];
        double sum = 0;
        for (int x = 0; x < m_places; x++) {
            final float meanA = a[x] + offset;
            final float meanB = b[x] + offset;
            final float covariance = ab[x] - a[x] * b[x];
            final float variances = aa[x] - a[x] * a[x] + bb[x] - b[x] * b[x];
            sum += (2 * meanA * meanB + m_c1) * (2 * covariance + m_c2)
                / ((meanA * meanA + meanB * meanB + m_c1) * (variances + m_c2));
        }
        return sum;
    }

    private static void add(final float weight, final float[] row, final float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * row[x];
        }
    }
}
