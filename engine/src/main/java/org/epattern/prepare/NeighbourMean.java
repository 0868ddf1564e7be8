// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/**
 * Mean of a pattern and its neighbours in the scan (EPATTERN-REFERENCE section 6, without its faults): the grey scale
 * stays as it is, at the edges of the scan only neighbours that exist count, and on request only those that are alike,
 * so that grain borders stay sharp.
 *
 * <p>Alike means: the correlation of the spots with those of the centre reaches a limit. Direct beam and halo, which
 * all patterns have in common, do not count in it, and it is corrected for noise; it is about 1 for the same crystal
 * and 0 to 0.6 for another one. A pixel that is not a finite number does not count, neither in the correlation nor in
 * the mean; where no pattern has one, the mean is not a number. Has its own scratch memory and allocates none per
 * pattern: one per thread.</p>
 */
public final class NeighbourMean {

    /** Correlation limit that takes all neighbours. */
    public static final double ALL = -1;
    /** Correlation limit that tells grains apart from little to much noise (counted in NeighbourMeanTest). */
    public static final double SAME_GRAIN = 0.75;

    private final int m_width;
    private final int m_height;
    private final double m_minCorrelation;
    private final float[] m_rowA;
    private final float[] m_rowB;
    private final Likeness m_likeness;
    private final boolean[] m_taken = new boolean[8];
    private int m_count = 1;

    /**
     * @param width pixels in a row
     * @param height pixel rows
     * @param minCorrelation smallest correlation of the spots with those of the centre for a neighbour to count;
     *            {@link #ALL} or less = all count
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
        m_likeness = minCorrelation <= ALL ? null : new Likeness(width, height);
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
        m_count = choose(centre, neighbours);
        meanOfTaken(centre, neighbours, out);
        return m_count;
    }

    /**
     * Mean of another version of the patterns, as before background subtraction, with those neighbours that the last
     * call of {@link #mean} took.
     *
     * @param centre grey levels of the other version of the pattern
     * @param neighbours the same neighbours in the same order; none may be absent that was there
     * @param out receives the mean; may be the same array as {@code centre}
     */
    public void meanOfTaken(final float[] centre, final float[][] neighbours, final float[] out) {
        final float share = 1f / m_count;
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
    }

    /**
     * Marks in a mean what was saturated before: beside darker neighbours it would look as if it were not.
     *
     * @param measured the pattern before averaging (grey levels)
     * @param level grey level at which pixels saturate, infinity if they do not
     * @param mean the mean; where the pattern is saturated it receives the level
     */
    public static void keepSaturated(final float[] measured, final double level, final float[] mean) {
        for (int i = 0; i < mean.length; i++) {
            if (measured[i] >= level) {
                mean[i] = (float)level;
            }
        }
    }

    private int choose(final float[] centre, final float[][] neighbours) {
        if (m_likeness != null) {
            m_likeness.setCentre(centre);
        }
        int count = 1;
        for (int i = 0; i < neighbours.length; i++) {
            m_taken[i] = neighbours[i] != null
                && (m_likeness == null || m_likeness.to(neighbours[i]) >= m_minCorrelation);
            count += m_taken[i] ? 1 : 0;
        }
        return count;
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
}
