// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;
import java.util.List;

/**
 * Fits all spots of a pattern together: each in turn, with the models of all others removed, until those that reach
 * into each other have settled. Has scratch memory; belongs to one thread.
 */
final class JointFit {

    private static final int EXTRA_SWEEPS = 2;
    /** When a fit has settled: the first only has to tell neighbours, gain and usual radius. */
    private static final double FIRST_LEAST_GAIN = 0.5;
    private static final double LEAST_GAIN = 0.01;
    /** Distance beyond the radii over which the window of one spot sees another (px). */
    private static final double REACH = 6;
    /** Spots of such significance tell gain and usual radius, and disturb others. */
    private static final double STRONG = 10;
    private static final double BRIGHT = 8;
    private static final double CLEAR = 12;
    private static final int FEWEST_CLEAR = 3;
    private static final double LARGEST_GAIN = 1e4;

    private final int m_width;
    private final int m_height;
    private final DiscFit m_fit;
    private final PairSplit m_pairs;
    private final double[] m_radii = new double[64];
    private double m_gain;
    private double m_usualRadius;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param usualEdge edge width of usual spots (px)
     */
    JointFit(final int width, final int height, final double usualEdge) {
        m_width = width;
        m_height = height;
        m_fit = new DiscFit(width, height, usualEdge);
        m_pairs = new PairSplit(width, height, m_fit);
    }

    /**
     * Fits the spots.
     *
     * @param spots the spots, most significant first; receive position, radius, edge, height and flags
     * @param rest pattern without background; the models are removed from it
     * @param noise noise of the background
     * @param gain variance per grey level of background (grey levels), and one over its variance
     */
    void fit(final List<Spot> spots, final float[] rest, final NoiseMap noise, final double[] gain) {
        m_gain = 0;
        m_fit.holdEdge();
        for (final Spot spot : spots) {
            if (spot.significance() > STRONG) {
                fit(spot, rest, noise, FIRST_LEAST_GAIN);
            }
        }
        m_gain = gain(spots, rest, noise, gain);
        m_usualRadius = usualRadius(spots);
        m_fit.expectRadius(m_usualRadius);
        for (final Spot spot : spots) {
            fit(spot, rest, noise, LEAST_GAIN);
        }
        if (!Double.isNaN(m_usualRadius)) {
            m_pairs.split(spots, rest, noise, m_gain, m_usualRadius);
        }
        for (int round = 0; round < EXTRA_SWEEPS; round++) {
            for (final Spot spot : spots) {
                if (hasNeighbour(spot, spots)) {
                    fit(spot, rest, noise, LEAST_GAIN);
                }
            }
        }
    }

    private void fit(final Spot spot, final float[] rest, final NoiseMap noise, final double leastGain) {
        if (!m_fit.refit(spot, rest, noise, m_gain, leastGain)) {
            spot.reset();
            spot.m_height = 0;
            spot.m_flags.add(Reflection.Flag.NOT_REFINED);
        } else {
            spot.m_flags.remove(Reflection.Flag.NOT_REFINED);
        }
    }

    /** @return median radius of the spots that tell theirs well, the strongest left out; NaN if they are too few */
    private double usualRadius(final List<Spot> spots) {
        int n = 0;
        for (int i = 1; i < spots.size(); i++) {
            final Spot spot = spots.get(i);
            if (spot.m_height > CLEAR * spot.m_heightError && n < m_radii.length) {
                m_radii[n++] = spot.m_radius;
            }
        }
        Arrays.sort(m_radii, 0, n);
        return n < FEWEST_CLEAR ? Double.NaN : m_radii[n / 2];
    }

    private static boolean hasNeighbour(final Spot spot, final List<Spot> spots) {
        for (final Spot other : spots) {
            if (other != spot && spot.distance(other) < spot.m_radius + other.m_radius + REACH) {
                return true;
            }
        }
        return false;
    }

    /**
     * @return variance per grey level of signal (grey levels), from what the models leave of the bright spots and from
     *         the background
     */
    private double gain(final List<Spot> spots, final float[] rest, final NoiseMap noise, final double[] background) {
        double excess = 0;
        double signal = 0;
        for (final Spot spot : spots) {
            final double variance = noise.variance(spot.m_x, spot.m_y);
            if (spot.m_height * spot.m_height < BRIGHT * BRIGHT * variance) {
                continue;
            }
            final double inside = Math.max(1, spot.m_radius - spot.m_edge);
            double sum = 0;
            double sum2 = 0;
            int n = 0;
            for (int y = Math.max(0, (int)(spot.m_y - inside)); y <= Math.min(m_height - 1, spot.m_y + inside); y++) {
                final double right = Math.min(m_width - 1, spot.m_x + inside);
                for (int x = Math.max(0, (int)(spot.m_x - inside)); x <= right; x++) {
                    if (Math.hypot(x + 0.5 - spot.m_x, y + 0.5 - spot.m_y) < inside) {
                        final double value = rest[y * m_width + x] - spot.m_level;
                        sum += value;
                        sum2 += value * value;
                        n++;
                    }
                }
            }
            if (n > 4) {
                // each spot counts with the precision of its ratio: n / height squared for shot noise
                final double found = (sum2 - sum * sum / n) / (n - 1) - variance;
                excess += n * found / spot.m_height;
                signal += n;
            }
        }
        // n pixels tell a variance to the share of the root of 2 / n
        final double found = signal == 0 ? 0 : Math.max(0, Math.min(LARGEST_GAIN, excess / signal));
        final double scale = Math.max(found, background[0]);
        final double weight = scale > 0 ? signal / (2 * scale * scale) : 0;
        final double sum = weight + background[1];
        return sum > 0 ? (weight * found + background[1] * background[0]) / sum : 0;
    }

    /** @return radius that most strong spots of the last pattern have (px); NaN if it is not known */
    double usualRadius() {
        return m_usualRadius;
    }

    /** @return variance per grey level of signal that the last fit found (grey levels) */
    double gain() {
        return m_gain;
    }
}
