// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import java.util.Arrays;

/**
 * Mean of a pattern and its neighbours in the scan (EPATTERN-REFERENCE section 6, without its faults): the grey scale
 * stays as it is, at the edges of the scan only neighbours that exist count, and on request only those that are alike,
 * so that grain borders stay sharp.
 *
 * <p>Alike means: the correlation coefficient with the centre over all pixels reaches a limit. A pixel that is not a
 * finite number does not count, neither in the correlation nor in the mean; where no pattern has one, the mean is not a
 * number. Has its own scratch memory and allocates none per pattern: one per thread.</p>
 */
public final class NeighbourMean {

    /** Correlation limit that takes all neighbours. */
    public static final double ALL = -1;

    private static final double ROUNDING = 1e-5;

    private final int m_width;
    private final int m_height;
    private final double m_minCorrelation;
    private final float[] m_rowA;
    private final float[] m_rowB;
    private final float[] m_sumB;
    private final float[] m_sumBB;
    private final float[] m_sumAB;
    private final boolean[] m_taken = new boolean[8];
    private float m_level;
    private double m_sumA;
    private double m_sumAA;

    /**
     * @param width pixels in a row
     * @param height pixel rows
     * @param minCorrelation smallest correlation coefficient with the centre for a neighbour to count; {@link #ALL} or
     *            less = all count
     */
    public NeighbourMean(final int width, final int height, final double minCorrelation) {
        if (!(minCorrelation <= 1)) {
            throw new IllegalArgumentException(
                "The least correlation of neighbours must be at most 1, found " + minCorrelation);
        }
        m_width = width;
        m_height = height;
        m_minCorrelation = minCorrelation;
        m_rowA = new float[width];
        m_rowB = new float[width];
        m_sumB = new float[width];
        m_sumBB = new float[width];
        m_sumAB = new float[width];
    }

    /**
     * @param centre grey levels of the pattern
     * @param neighbours grey levels of up to 8 neighbours; null = absent
     * @param out receives the mean; may be the same array as {@code centre}
     * @return number of patterns in the mean, the centre included
     */
    public int mean(final float[] centre, final float[][] neighbours, final float[] out) {
        if (neighbours.length > m_taken.length) {
            throw new IllegalArgumentException(
                "A scan position has at most " + m_taken.length + " neighbours, found " + neighbours.length);
        }
        final int count = choose(centre, neighbours);
        final float share = 1f / count;
        for (int y = 0; y < m_height; y++) {
            final int start = y * m_width;
            System.arraycopy(centre, start, m_rowA, 0, m_width);
            for (int i = 0; i < neighbours.length; i++) {
                if (m_taken[i]) {
                    System.arraycopy(neighbours[i], start, m_rowB, 0, m_width);
                    add(m_rowA, m_rowB, m_width);
                }
            }
            scale(m_rowA, share, m_width);
            for (int x = 0; x < m_width; x++) {
                if (!Float.isFinite(m_rowA[x])) {
                    m_rowA[x] = meanOfFinite(centre, neighbours, start + x);
                }
            }
            System.arraycopy(m_rowA, 0, out, start, m_width);
        }
        return count;
    }

    private int choose(final float[] centre, final float[][] neighbours) {
        final boolean all = m_minCorrelation <= ALL;
        if (!all) {
            m_level = level(centre);
            columnSums(centre, centre, m_level);
            m_sumA = total(m_sumB);
            m_sumAA = total(m_sumBB);
        }
        int count = 1;
        for (int i = 0; i < neighbours.length; i++) {
            m_taken[i] = neighbours[i] != null && (all || correlation(centre, neighbours[i]) >= m_minCorrelation);
            count += m_taken[i] ? 1 : 0;
        }
        return count;
    }

    /** Rough mean of the finite pixels: what is subtracted before squares are summed, so that they stay small. */
    private static float level(final float[] pixels) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < pixels.length; i += 7) {
            if (Float.isFinite(pixels[i])) {
                sum += pixels[i];
                n++;
            }
        }
        return n == 0 ? 0 : (float)(sum / n);
    }

    /** Pearson's coefficient; 1 for two constant patterns, 0 for a constant and another one. */
    private double correlation(final float[] a, final float[] b) {
        final float level = level(b);
        columnSums(a, b, level);
        final double sumB = total(m_sumB);
        final double sumBB = total(m_sumBB);
        final double sumAB = total(m_sumAB);
        final double sum = m_sumA + m_sumAA + sumB + sumBB + sumAB;
        return Double.isFinite(sum) ? coefficient(a.length, m_sumA, sumB, m_sumAA, sumBB, sumAB)
            : correlationOfFinite(a, b, level);
    }

    private double correlationOfFinite(final float[] a, final float[] b, final float levelB) {
        int n = 0;
        double sumA = 0;
        double sumB = 0;
        double sumAA = 0;
        double sumBB = 0;
        double sumAB = 0;
        for (int i = 0; i < a.length; i++) {
            if (Float.isFinite(a[i]) && Float.isFinite(b[i])) {
                final double x = a[i] - m_level;
                final double y = b[i] - levelB;
                sumA += x;
                sumB += y;
                sumAA += x * x;
                sumBB += y * y;
                sumAB += x * y;
                n++;
            }
        }
        return coefficient(Math.max(1, n), sumA, sumB, sumAA, sumBB, sumAB);
    }

    private static double coefficient(final int n, final double sumA, final double sumB, final double sumAA,
        final double sumBB, final double sumAB) {
        // sums of floats carry rounding errors: a spread below them is none
        final double spreadA = sumAA - sumA * sumA / n;
        final double spreadB = sumBB - sumB * sumB / n;
        final boolean constantA = spreadA <= ROUNDING * sumAA;
        final boolean constantB = spreadB <= ROUNDING * sumBB;
        if (constantA || constantB) {
            return constantA && constantB ? 1 : 0;
        }
        return (sumAB - sumA * sumB / n) / Math.sqrt(spreadA * spreadB);
    }

    /** Adds up b, b^2 and ab (less their levels) column by column: sums that the compiler can turn into vectors. */
    private void columnSums(final float[] a, final float[] b, final float levelB) {
        Arrays.fill(m_sumB, 0);
        Arrays.fill(m_sumBB, 0);
        Arrays.fill(m_sumAB, 0);
        for (int y = 0; y < m_height; y++) {
            System.arraycopy(a, y * m_width, m_rowA, 0, m_width);
            System.arraycopy(b, y * m_width, m_rowB, 0, m_width);
            addValues(m_sumB, m_rowB, levelB, m_width);
            addProducts(m_sumBB, m_rowB, m_rowB, levelB, levelB, m_width);
            addProducts(m_sumAB, m_rowA, m_rowB, m_level, levelB, m_width);
        }
    }

    private static double total(final float[] sums) {
        double total = 0;
        for (final float sum : sums) {
            total += sum;
        }
        return total;
    }

    private float meanOfFinite(final float[] centre, final float[][] neighbours, final int at) {
        float sum = Float.isFinite(centre[at]) ? centre[at] : 0;
        int n = Float.isFinite(centre[at]) ? 1 : 0;
        for (int i = 0; i < neighbours.length; i++) {
            if (m_taken[i] && Float.isFinite(neighbours[i][at])) {
                sum += neighbours[i][at];
                n++;
            }
        }
        return n == 0 ? Float.NaN : sum / n;
    }

    private static void add(final float[] to, final float[] a, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] += a[i];
        }
    }

    private static void scale(final float[] to, final float factor, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] *= factor;
        }
    }

    private static void addValues(final float[] to, final float[] a, final float level, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] += a[i] - level;
        }
    }

    private static void addProducts(final float[] to, final float[] a, final float[] b, final float levelA,
        final float levelB, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] += (a[i] - levelA) * (b[i] - levelB);
        }
    }
}
