// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

/**
 * Structural similarity of Wang, Bovik, Sheikh and Simoncelli, IEEE Trans. Image Process. 13, 600 (2004): Gaussian
 * window of 11 x 11 px with a standard deviation of 1.5 px, K1 = 0.01, K2 = 0.03, averaged over all places where the
 * window lies within the pattern.
 *
 * <p>The window is separable: four quantities (both patterns, the sum of their squares, their product) are filtered
 * across the last eleven rows, then along the filtered row. The two variances appear only as their sum, so their
 * squares need not be filtered apart.</p>
 *
 * <p>All long loops do a single step with arrays of equal index. Java turns such loops, and only such, into
 * instructions that work on several numbers at once; neighbours within a row are therefore copied in step first.</p>
 */
final class StructuralSimilarity {

    private static final int WINDOW = 11;
    private static final int MIDDLE = WINDOW / 2;
    private static final double SIGMA = 1.5;
    private static final double K1 = 0.01;
    private static final double K2 = 0.03;
    /** Both patterns, the sum of their squares, their product. */
    private static final int QUANTITIES = 4;

    private final int m_width;
    private final int m_height;
    private final int m_places;
    private final float m_c1;
    private final float m_c2;
    private final float[] m_window = window();
    /** The last eleven rows of each quantity; row y is at y modulo 11. */
    private final float[][][] m_rows;
    private final float[][] m_lines = new float[WINDOW][];
    private final float[] m_acrossRows;
    private final float[][] m_shifted;
    private final float[][] m_means;

    StructuralSimilarity(final int width, final int height, final double dataRange) {
        m_width = width;
        m_height = height;
        m_places = Math.max(0, width - WINDOW + 1);
        m_c1 = (float)(K1 * dataRange * K1 * dataRange);
        m_c2 = (float)(K2 * dataRange * K2 * dataRange);
        m_rows = new float[QUANTITIES][WINDOW][width];
        m_acrossRows = new float[width];
        m_shifted = new float[WINDOW][m_places];
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
        final double distance = i - MIDDLE;
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
            readRow(reference, compared, y, offset);
            if (y >= WINDOW - 1) {
                for (int k = 0; k < QUANTITIES; k++) {
                    filter(m_rows[k], y + 1, m_means[k]);
                }
                sum += similarity(offset);
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

    private void readRow(final float[] reference, final float[] compared, final int y, final float offset) {
        final float[] a = m_rows[0][y % WINDOW];
        final float[] b = m_rows[1][y % WINDOW];
        System.arraycopy(reference, y * m_width, a, 0, m_width);
        System.arraycopy(compared, y * m_width, b, 0, m_width);
        add(-offset, a);
        add(-offset, b);
        sumOfSquares(a, b, 0, m_rows[2][y % WINDOW]);
        product(a, b, m_rows[3][y % WINDOW]);
    }

    /**
     * @param rows eleven rows of a quantity, as a ring
     * @param first where the ring begins, any turn of it
     * @param means receives the weighted mean of each place
     */
    private void filter(final float[][] rows, final int first, final float[] means) {
        for (int i = 0; i < WINDOW; i++) {
            m_lines[i] = rows[(first + i) % WINDOW];
        }
        weigh(m_lines, m_acrossRows);
        for (int i = 0; i < WINDOW; i++) {
            System.arraycopy(m_acrossRows, i, m_shifted[i], 0, m_places);
        }
        weigh(m_shifted, means);
    }

    /** Sum of eleven lines with the weights of the window, which are symmetric. */
    private void weigh(final float[][] lines, final float[] sums) {
        scale(m_window[MIDDLE], lines[MIDDLE], sums);
        for (int i = 0; i < MIDDLE; i++) {
            addPair(m_window[i], lines[i], lines[WINDOW - 1 - i], sums);
        }
    }

    /** @return sum of the similarities of one row of places; uses up the means */
    private double similarity(final float offset) {
        final float[] a = m_means[0];
        final float[] b = m_means[1];
        final float[] squares = m_means[2];
        final float[] products = m_means[3];
        compareStructure(a, b, squares, products);
        add(offset, a);
        add(offset, b);
        final float[] brightness = squares;
        compareBrightness(a, b, brightness);
        double sum = 0;
        for (int x = 0; x < m_places; x++) {
            sum += products[x] * brightness[x];
        }
        return sum;
    }

    /** Leaves (2 covariance + C2) / (sum of variances + C2) in the products. */
    private void compareStructure(final float[] a, final float[] b, final float[] squares, final float[] products) {
        final float c2 = m_c2;
        for (int x = 0; x < products.length; x++) {
            products[x] = 2 * (products[x] - a[x] * b[x]) + c2;
        }
        for (int x = 0; x < squares.length; x++) {
            squares[x] = squares[x] - a[x] * a[x] - b[x] * b[x] + c2;
        }
        divide(products, squares);
    }

    /** (2 a b + C1) / (a² + b² + C1); uses up a. */
    private void compareBrightness(final float[] a, final float[] b, final float[] brightness) {
        product(a, b, brightness);
        final float c1 = m_c1;
        for (int x = 0; x < brightness.length; x++) {
            brightness[x] = 2 * brightness[x] + c1;
        }
        sumOfSquares(a, b, c1, a);
        divide(brightness, a);
    }

    private static void scale(final float factor, final float[] values, final float[] result) {
        for (int x = 0; x < result.length; x++) {
            result[x] = factor * values[x];
        }
    }

    private static void addPair(final float weight, final float[] one, final float[] other, final float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * (one[x] + other[x]);
        }
    }

    private static void add(final float constant, final float[] values) {
        for (int x = 0; x < values.length; x++) {
            values[x] += constant;
        }
    }

    private static void product(final float[] a, final float[] b, final float[] result) {
        for (int x = 0; x < result.length; x++) {
            result[x] = a[x] * b[x];
        }
    }

    private static void sumOfSquares(final float[] a, final float[] b, final float constant, final float[] result) {
        for (int x = 0; x < result.length; x++) {
            result[x] = a[x] * a[x] + b[x] * b[x] + constant;
        }
    }

    private static void divide(final float[] values, final float[] divisors) {
        for (int x = 0; x < values.length; x++) {
            values[x] /= divisors[x];
        }
    }
}
