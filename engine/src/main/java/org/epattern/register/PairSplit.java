// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.List;

/**
 * Finds second spots that hide beside others. A disc is suspect if it leaves more than noise. Either it was fitted to
 * two spots at once, and is replaced by one on each side of it, or there is another one beside it where most was left.
 * Two discs must then explain most of what the one left. Has scratch memory; belongs to one thread.
 */
final class PairSplit {

    /** Standard deviations of the weighted sum of squares above which a disc is suspect. */
    private static final double SUSPECT = 5;
    /** The same within the smaller window of the fit. */
    private static final double SUSPECT_AT_ONCE = 3;
    /** Share of the excess of the sum of squares that two discs must remove, and the least gain in any case. */
    private static final double LEAST_SHARE = 0.5;
    private static final double LEAST_GAIN = 30;
    /** Distance of each of the two from the middle (radii). */
    private static final double NEAREST = 0.3;
    private static final double FARTHEST = 1.3;
    private static final double WINDOW_SHARE = 2.2;
    private static final double MARGIN = 3;
    /** Where a second spot is sought: distances (radii), and the circle over which what is left is summed (radii). */
    private static final double NEAREST_BESIDE = 0.6;
    private static final double FARTHEST_BESIDE = 2.6;
    private static final double CIRCLE = 0.7;
    private static final int ROUNDS = 4;
    private static final double SETTLED = 0.1;

    private final int m_width;
    private final int m_height;
    private final DiscFit m_fit;
    private final DiscModel m_window = new DiscModel();
    private final double[] m_merged = new double[DiscModel.PARAMETERS];
    private final double[] m_direction = new double[2];
    private int m_pixels;
    private double m_before;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param fit fits single spots
     */
    PairSplit(final int width, final int height, final DiscFit fit) {
        m_width = width;
        m_height = height;
        m_fit = fit;
    }

    /**
     * Looks at all spots.
     *
     * @param spots fitted spots; second ones are added at the end
     * @param rest pattern without the models of all spots; is kept so
     * @param noise noise of the background
     * @param gain variance per grey level of signal (grey levels)
     * @param radius radius that most spots have (px)
     */
    void split(final List<Spot> spots, final float[] rest, final NoiseMap noise, final double gain,
        final double radius) {
        final int count = spots.size();
        for (int i = 0; i < count; i++) {
            final Spot spot = spots.get(i);
            if (isSuspect(spot, rest, noise, gain)) {
                Spot[] pair = split(spot, rest, radius);
                if (pair == null || !isBetter(spot, pair, rest, noise, gain)) {
                    pair = companion(spot, rest, radius);
                    if (pair == null || !isBetter(spot, pair, rest, noise, gain)) {
                        continue;
                    }
                }
                share(spot, pair);
                spots.set(i, pair[0]);
                spots.add(pair[1]);
            }
        }
    }

    private boolean isSuspect(final Spot spot, final float[] rest, final NoiseMap noise, final double gain) {
        if (spot.m_height == 0 || spot.m_misfit < SUSPECT_AT_ONCE) {
            return false;
        }
        DiscFit.parameters(spot, m_merged);
        m_pixels = gather(rest, spot);
        m_before = cost(noise.variance(spot.m_x, spot.m_y), gain);
        return m_before > m_pixels + SUSPECT * Math.sqrt(2 * m_pixels);
    }

    /** @return a spot on either side of the middle; null if the spot is not longer than wide */
    private Spot[] split(final Spot spot, final float[] rest, final double radius) {
        gather(rest, spot);
        m_window.add(m_merged, 1);
        final double half = m_window.elongation(spot.m_x, spot.m_y, spot.m_level, m_direction);
        if (half < NEAREST * radius) {
            return null;
        }
        final double away = Math.min(half, FARTHEST * radius);
        // each has half of the electrons
        final double height = 0.5 * spot.m_height * spot.m_radius * spot.m_radius / (radius * radius);
        return new Spot[] {
            second(spot, spot.m_x + away * m_direction[0], spot.m_y + away * m_direction[1], height, radius),
            second(spot, spot.m_x - away * m_direction[0], spot.m_y - away * m_direction[1], height, radius)};
    }

    /** @return the spot and another one where most was left beside it */
    private Spot[] companion(final Spot spot, final float[] rest, final double radius) {
        final double nearest = NEAREST_BESIDE * radius;
        final double farthest = FARTHEST_BESIDE * radius;
        final int reach = (int)Math.ceil(farthest);
        final int centreX = (int)spot.m_x;
        final int centreY = (int)spot.m_y;
        double highest = 0;
        int bestX = 0;
        int bestY = 0;
        for (int y = Math.max(0, centreY - reach); y <= Math.min(m_height - 1, centreY + reach); y++) {
            for (int x = Math.max(0, centreX - reach); x <= Math.min(m_width - 1, centreX + reach); x++) {
                final double d2 = (x - centreX) * (x - centreX) + (y - centreY) * (y - centreY);
                if (d2 >= nearest * nearest && d2 <= farthest * farthest) {
                    final double mean = mean(rest, x, y, CIRCLE * radius) - spot.m_level;
                    if (mean > highest) {
                        highest = mean;
                        bestX = x;
                        bestY = y;
                    }
                }
            }
        }
        if (highest == 0) {
            return null;
        }
        return new Spot[] {second(spot, spot.m_x, spot.m_y, spot.m_height, spot.m_radius),
            second(spot, bestX + 0.5, bestY + 0.5, highest, radius)};
    }

    private double mean(final float[] rest, final int centreX, final int centreY, final double radius) {
        final int reach = (int)radius;
        double sum = 0;
        int n = 0;
        for (int y = Math.max(0, centreY - reach); y <= Math.min(m_height - 1, centreY + reach); y++) {
            final int half = (int)Math.sqrt(radius * radius - (y - centreY) * (y - centreY));
            for (int x = Math.max(0, centreX - half); x <= Math.min(m_width - 1, centreX + half); x++) {
                sum += rest[y * m_width + x];
                n++;
            }
        }
        return sum / n;
    }

    private static Spot second(final Spot spot, final double x, final double y, final double height,
        final double radius) {
        final Spot second = new Spot(x, y, radius, spot.m_peak, spot.m_prominence, spot.m_noise);
        second.m_edge = spot.m_edge;
        second.m_height = height;
        second.m_level = spot.m_level;
        return second;
    }

    /** Fits both in place of the one; goes back to the one if they are no better. */
    private boolean isBetter(final Spot spot, final Spot[] pair, final float[] rest, final NoiseMap noise,
        final double gain) {
        m_fit.exchange(rest, spot, null);
        m_fit.exchange(rest, null, pair[0]);
        m_fit.exchange(rest, null, pair[1]);
        boolean fitted = true;
        for (int round = 0; round < ROUNDS && fitted; round++) {
            fitted = refit(pair[0], rest, noise, gain) && refit(pair[1], rest, noise, gain);
        }
        gather(rest, spot);
        final double gained = m_before - cost(noise.variance(spot.m_x, spot.m_y), gain);
        if (fitted && gained > Math.max(LEAST_GAIN, LEAST_SHARE * (m_before - m_pixels))) {
            return true;
        }
        for (final Spot one : pair) {
            if (one.m_height > 0) {
                m_fit.exchange(rest, one, null);
            }
        }
        m_fit.exchange(rest, null, spot);
        return false;
    }

    private boolean refit(final Spot spot, final float[] rest, final NoiseMap noise, final double gain) {
        final boolean fitted = m_fit.refit(spot, rest, noise, gain, SETTLED);
        if (!fitted) {
            spot.m_height = 0;
        }
        return fitted;
    }

    private int gather(final float[] rest, final Spot spot) {
        return m_window.gather(rest, m_width, m_height, spot.m_x, spot.m_y, WINDOW_SHARE * spot.m_radius + MARGIN);
    }

    /** Sum of squares of what is left about its mean, in the noise of the single disc, for a fair comparison. */
    private double cost(final double variance, final double gain) {
        m_window.add(m_merged, 0);
        m_window.weigh(m_merged[DiscModel.HEIGHT], variance, gain);
        return m_window.costOfLevel(0);
    }

    /** Height and prominence in the filtered pattern were those of both together. */
    private static void share(final Spot spot, final Spot[] pair) {
        final double highest = Math.max(pair[0].m_height, pair[1].m_height);
        for (final Spot one : pair) {
            one.m_peak = spot.m_peak * one.m_height / highest;
            one.m_prominence = spot.m_prominence * one.m_height / highest;
        }
    }
}
