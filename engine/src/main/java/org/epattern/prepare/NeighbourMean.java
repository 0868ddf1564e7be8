// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Mean of a pattern and its neighbours in the scan. Has its own scratch memory: one per thread. */
public final class NeighbourMean {

    /** Correlation limit that takes all neighbours. */
    public static final double ALL = -1;

    /**
     * @param width pixels in a row
     * @param height pixel rows
     * @param minCorrelation smallest correlation coefficient with the centre for a neighbour to count; {@link #ALL} or
     *            less = all count
     */
    public NeighbourMean(final int width, final int height, final double minCorrelation) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param centre grey levels of the pattern
     * @param neighbours grey levels of up to 8 neighbours; null = absent
     * @param out receives the mean; may be the same array as {@code centre}
     * @return number of patterns in the mean, the centre included
     */
    public int mean(final float[] centre, final float[][] neighbours, final float[] out) {
        throw new UnsupportedOperationException();
    }
}
