// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import java.util.Arrays;

/**
 * Tells how alike the spots of two patterns are: their correlation coefficient without direct beam, halo and noise.
 *
 * <p>Both patterns are reduced to means of blocks about as large as a spot, the level around each block is subtracted,
 * and the disc of the direct beam is left out. Noise lowers a correlation, the more the fainter the spots; so the
 * variance without noise is taken instead of the whole variance: the covariance of two halves of the same pattern, the
 * light and the dark squares of a chess board, whose noise is independent. That needs noise which is independent from
 * pixel to pixel. The result may exceed 1 by chance. Has its own scratch memory and allocates none per pattern: one per
 * thread.</p>
 */
final class Likeness {

    /** Blocks in a row: two to three across a spot (radius 1/128 to 1/56 of the width). */
    private static final int BLOCKS = 85;
    private static final int SMALLEST_BLOCK = 2;
    /** Half the width of the square that gives the level around a block (blocks). */
    private static final int REACH = 4;
    /** Radius of the disc around the direct beam, and where it is sought about the centre (of the width). */
    private static final double BEAM = 1.0 / 16;
    private static final double BEAM_SOUGHT = 1.0 / 4;
    /** Below this multiple of its standard error, a variance is none. */
    private static final double SIGNIFICANT = 4;
    /** Rounding of grey levels: a variance below this share of the squared grey levels is none. */
    private static final double ROUNDING = 1e-12;

    private final int m_width;
    private final int m_block;
    private final int m_columns;
    private final int m_rows;
    private final double[][] m_centre;
    private final double[][] m_other;
    private final double[] m_square = new double[2];
    private final boolean[] m_beam;
    private final double[] m_sums;
    private final int[] m_counts;

    /**
     * @param width pixels in a row
     * @param height pixel rows
     */
    Likeness(final int width, final int height) {
        m_width = width;
        m_block = Math.max(1, Math.min(Math.min(width, height),
            Math.max(SMALLEST_BLOCK, (int)Math.round(width / (double)BLOCKS))));
        m_columns = width / m_block;
        m_rows = height / m_block;
        m_centre = new double[2][m_columns * m_rows];
        m_other = new double[2][m_columns * m_rows];
        m_beam = new boolean[m_columns * m_rows];
        m_sums = new double[(m_columns + 1) * (m_rows + 1)];
        m_counts = new int[(m_columns + 1) * (m_rows + 1)];
    }

    /** @param pixels the pattern that others are compared with, row by row (grey levels) */
    void setCentre(final float[] pixels) {
        m_square[0] = reduce(pixels, m_centre);
        findBeam();
        flatten(m_centre);
    }

    /**
     * @param pixels another pattern
     * @return how alike it is: about 1 for the same spots, 1 if neither has any, about 0 for others or if only one
     *         has any
     */
    double to(final float[] pixels) {
        m_square[1] = reduce(pixels, m_other);
        flatten(m_other);
        int n = 0;
        double a1 = 0;
        double a2 = 0;
        double b1 = 0;
        double b2 = 0;
        double a11 = 0;
        double a22 = 0;
        double a12 = 0;
        double b11 = 0;
        double b22 = 0;
        double b12 = 0;
        double ab = 0;
        for (int i = 0; i < m_beam.length; i++) {
            final double p1 = m_centre[0][i];
            final double p2 = m_centre[1][i];
            final double q1 = m_other[0][i];
            final double q2 = m_other[1][i];
            if (!Double.isNaN(p1 + p2 + q1 + q2)) {
                n++;
                a1 += p1;
                a2 += p2;
                b1 += q1;
                b2 += q2;
                a11 += p1 * p1;
                a22 += p2 * p2;
                a12 += p1 * p2;
                b11 += q1 * q1;
                b22 += q2 * q2;
                b12 += q1 * q2;
                ab += (p1 + p2) * (q1 + q2);
            }
        }
        if (n < 2) {
            return 1;
        }
        final double varianceA = a12 / n - a1 * a2 / n / n;
        final double varianceB = b12 / n - b1 * b2 / n / n;
        final double leastA = least(a11 / n - a1 * a1 / n / n, a22 / n - a2 * a2 / n / n, n, m_square[0]);
        final double leastB = least(b11 / n - b1 * b1 / n / n, b22 / n - b2 * b2 / n / n, n, m_square[1]);
        if (varianceA <= leastA && varianceB <= leastB) {
            return 1;
        }
        final double covariance = (ab / n - (a1 + a2) * (b1 + b2) / n / n) / 4;
        return covariance / Math.sqrt(Math.max(varianceA, leastA) * Math.max(varianceB, leastB));
    }

    /** What the covariance of two halves without spots may reach by chance. */
    private static double least(final double variance1, final double variance2, final int n, final double square) {
        return Math.max(SIGNIFICANT * Math.sqrt(Math.max(0, variance1 * variance2) / n), ROUNDING * square);
    }

    /** @return mean square of the blocks */
    private double reduce(final float[] pixels, final double[][] halves) {
        double square = 0;
        for (int row = 0; row < m_rows; row++) {
            for (int column = 0; column < m_columns; column++) {
                final int block = row * m_columns + column;
                halves[0][block] = blockMean(pixels, column, row, 0);
                halves[1][block] = blockMean(pixels, column, row, 1);
                final double sum = halves[0][block] + halves[1][block];
                square += Double.isNaN(sum) ? 0 : sum * sum / 4;
            }
        }
        return square / m_beam.length;
    }

    /** Mean of the finite pixels on squares of one colour; not a number if there is none. */
    private double blockMean(final float[] pixels, final int column, final int row, final int colour) {
        double sum = 0;
        int count = 0;
        for (int y = row * m_block; y < (row + 1) * m_block; y++) {
            for (int x = column * m_block + (column * m_block + y + colour & 1); x < (column + 1) * m_block; x += 2) {
                final float value = pixels[y * m_width + x];
                if (Float.isFinite(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return sum / count;
    }

    /** Marks the disc around the brightest place near the centre. */
    private void findBeam() {
        Arrays.fill(m_beam, false);
        addUp(m_centre[0]);
        final double sought = BEAM_SOUGHT * m_columns;
        double best = Double.NEGATIVE_INFINITY;
        int bestColumn = m_columns / 2;
        int bestRow = m_rows / 2;
        for (int row = 0; row < m_rows; row++) {
            for (int column = 0; column < m_columns; column++) {
                final double mean = meanAround(column, row, 1);
                if (mean > best
                    && Math.hypot(column + 0.5 - m_columns / 2.0, row + 0.5 - m_rows / 2.0) <= sought) {
                    best = mean;
                    bestColumn = column;
                    bestRow = row;
                }
            }
        }
        final double radius = BEAM * m_columns;
        for (int row = 0; row < m_rows; row++) {
            for (int column = 0; column < m_columns; column++) {
                m_beam[row * m_columns + column] = Math.hypot(column - bestColumn, row - bestRow) <= radius;
            }
        }
    }

    /** Subtracts the level around each block; each half has its own, so that their noise stays independent. */
    private void flatten(final double[][] halves) {
        for (final double[] half : halves) {
            for (int i = 0; i < half.length; i++) {
                half[i] = m_beam[i] ? Double.NaN : half[i];
            }
            addUp(half);
            for (int row = 0; row < m_rows; row++) {
                for (int column = 0; column < m_columns; column++) {
                    half[row * m_columns + column] -= meanAround(column, row, REACH);
                }
            }
        }
    }

    /** Sums and counts of all rectangles from the first block on. */
    private void addUp(final double[] blocks) {
        final int stride = m_columns + 1;
        for (int row = 0; row < m_rows; row++) {
            double sum = 0;
            int count = 0;
            for (int column = 0; column < m_columns; column++) {
                final double value = blocks[row * m_columns + column];
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
                final int at = (row + 1) * stride + column + 1;
                m_sums[at] = m_sums[at - stride] + sum;
                m_counts[at] = m_counts[at - stride] + count;
            }
        }
    }

    private double meanAround(final int column, final int row, final int reach) {
        final int stride = m_columns + 1;
        final int left = Math.max(0, column - reach);
        final int right = Math.min(m_columns, column + reach + 1);
        final int top = Math.max(0, row - reach) * stride;
        final int bottom = Math.min(m_rows, row + reach + 1) * stride;
        return (m_sums[bottom + right] - m_sums[bottom + left] - m_sums[top + right] + m_sums[top + left])
            / (m_counts[bottom + right] - m_counts[bottom + left] - m_counts[top + right] + m_counts[top + left]);
    }
}
