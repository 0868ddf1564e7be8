// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * Tells spots from edges and ridges, such as the rim of a beam stop: what a fitted spot leaves must be small compared
 * with its height on all sides. Has scratch memory; belongs to one thread.
 */
final class Surroundings {

    private static final int SECTORS = 8;
    private static final int FEWEST_PIXELS = 4;
    /** Pixels from this share of the radius to so far outside it are looked at (px). */
    private static final double INNER_SHARE = 0.6;
    private static final double OUTER_MARGIN = 3;
    /** What may be left: share of the height, and standard deviations of the mean over a sector. */
    private static final double LARGEST_SHARE = 0.4;
    private static final double LARGEST_DEVIATION = 3.5;
    /** The same for the difference of two sectors. */
    private static final double LARGEST_STEP = 0.5;
    private static final double LARGEST_DIFFERENCE = 4.5;

    private final int m_width;
    private final int m_height;
    private final double[] m_sum = new double[SECTORS];
    private final int[] m_count = new int[SECTORS];

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     */
    Surroundings(final int width, final int height) {
        m_width = width;
        m_height = height;
    }

    /**
     * @param spot a fitted spot
     * @param rest pattern without background and without the models of all spots (grey levels)
     * @param noise noise of the background
     * @param gain variance per grey level of signal (grey levels)
     * @return whether the spot stands alone
     */
    boolean isSpot(final Spot spot, final float[] rest, final NoiseMap noise, final double gain) {
        sum(spot, rest);
        final double variance = noise.variance(spot.m_x, spot.m_y) + gain * spot.m_height / 2;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < SECTORS; i++) {
            if (m_count[i] >= FEWEST_PIXELS) {
                final double mean = m_sum[i] / m_count[i];
                if (Math.abs(mean) > LARGEST_SHARE * spot.m_height
                    + LARGEST_DEVIATION * Math.sqrt(variance / m_count[i])) {
                    return false;
                }
                lowest = Math.min(lowest, mean);
                highest = Math.max(highest, mean);
                fewest = Math.min(fewest, m_count[i]);
            }
        }
        // on an edge, one side lies high and the other low
        return !(highest - lowest > LARGEST_STEP * spot.m_height
            + LARGEST_DIFFERENCE * Math.sqrt(2 * variance / fewest));
    }

    private void sum(final Spot spot, final float[] rest) {
        Arrays.fill(m_sum, 0);
        Arrays.fill(m_count, 0);
        final double outer = spot.m_radius + OUTER_MARGIN;
        final double inner = INNER_SHARE * spot.m_radius;
        final int y1 = (int)Math.min(m_height - 1, spot.m_y + outer);
        final int x1 = (int)Math.min(m_width - 1, spot.m_x + outer);
        for (int y = (int)Math.max(0, spot.m_y - outer); y <= y1; y++) {
            final double dy = y + 0.5 - spot.m_y;
            for (int x = (int)Math.max(0, spot.m_x - outer); x <= x1; x++) {
                final double dx = x + 0.5 - spot.m_x;
                final double d2 = dx * dx + dy * dy;
                if (d2 >= inner * inner && d2 <= outer * outer) {
                    final int sector = (dx > 0 ? 1 : 0) + (dy > 0 ? 2 : 0) + (Math.abs(dx) > Math.abs(dy) ? 4 : 0);
                    m_sum[sector] += rest[y * m_width + x] - spot.m_level;
                    m_count[sector]++;
                }
            }
        }
    }
}
