// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.List;

/** Measures position, radius and mean of spots that were found, and flags what is unusual. Belongs to one thread. */
final class SpotMeasurement {

    /** Width of the edge of usual spots as a share of the smallest radius, and the least that pixels show (px). */
    private static final double USUAL_EDGE = 0.19;
    private static final double SMALLEST_EDGE = 0.35;
    /** A fitted spot must be as much better than none, and its height as well known: shares of the factor. */
    private static final double LEAST_EVIDENCE = 1.05;
    /** The same where there are no clear spots: what is weak is less credible alone. */
    private static final double LEAST_EVIDENCE_ALONE = 1.18;
    private static final double LEAST_HEIGHT = 0.65;
    /** A spot that cannot be fitted must stand out all the more. */
    private static final double LEAST_UNFITTED = 2;
    private static final double LEAST_UNFITTED_PROMINENCE = 0.5;
    /** Weak spots are no smaller than this share of the smallest, or the usual, radius; noise makes small ones. */
    private static final double LEAST_RADIUS_SHARE = 0.75;
    /** Weak spots are no larger than these shares of the largest, or the usual, radius; rests of background are. */
    private static final double LARGEST_SHARE = 1.25;
    private static final double LARGEST_SHARE_OF_USUAL = 1.7;
    /** Weak is less than this share of the factor. */
    private static final double WEAK = 2;
    private static final double NEAR_SATURATION = 0.3;
    /** Share of a spot that may lie in a shadow. */
    private static final double LARGEST_SHADOW = 0.05;

    private final int m_width;
    private final int m_height;
    private final double m_smallest;
    private final double m_largest;
    private final RegisterSettings m_settings;
    private final CircleSums m_sums;
    private final CentreOfMass m_centreOfMass;
    private final JointFit m_fit;
    private final Surroundings m_surroundings;
    private final Shadow m_shadow;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param smallest radius of the smallest spots (px)
     * @param largest radius of the largest spots (px)
     * @param settings what the user decided
     * @param shadow where no spots can be, for the rule CALIBRATED
     */
    SpotMeasurement(final int width, final int height, final double smallest, final double largest,
        final RegisterSettings settings, final Shadow shadow) {
        m_shadow = shadow;
        m_width = width;
        m_height = height;
        m_smallest = smallest;
        m_largest = largest;
        m_settings = settings;
        m_sums = new CircleSums(width, height);
        m_surroundings = new Surroundings(width, height);
        m_centreOfMass = new CentreOfMass(m_sums, largest);
        m_fit = new JointFit(width, height, Math.max(SMALLEST_EDGE, USUAL_EDGE * smallest));
    }

    /**
     * Measures the spots.
     *
     * @param spots the spots, the highest first; those that turn out to be none are removed
     * @param pixels pattern (grey levels)
     * @param rest the pattern without round background, if the refinement is WEIGHTED; the spots are removed from it
     * @param raw pattern as it was measured, for saturation (grey levels)
     * @param noise noise of the pattern
     * @param gain variance per grey level of background (grey levels), and one over its variance
     */
    void measure(final List<Spot> spots, final float[] pixels, final float[] rest, final float[] raw,
        final NoiseMap noise, final double[] gain) {
        if (m_settings.refinement() == Refinement.WEIGHTED) {
            m_fit.fit(spots, rest, noise, gain);
            if (m_settings.rule() == ThresholdRule.CALIBRATED) {
                spots.removeIf(spot -> !isSpot(spot, rest, noise));
            }
        } else if (m_settings.refinement() == Refinement.CENTRE_OF_MASS) {
            for (final Spot spot : spots) {
                if (!m_centreOfMass.refine(spot, pixels)) {
                    spot.m_flags.add(Reflection.Flag.NOT_REFINED);
                }
            }
        }
        for (int i = 0; i < spots.size(); i++) {
            final Spot spot = spots.get(i);
            if (spot.m_height > 0) {
                spot.m_mean = spot.m_height * SoftDisc.meanWithin(spot.m_radius, spot.m_edge);
            } else {
                m_sums.add(pixels, spot.m_x, spot.m_y, spot.m_radius, Double.POSITIVE_INFINITY);
                spot.m_mean = m_sums.mean();
            }
            flag(spot, spots, raw);
        }
    }

    private boolean isSpot(final Spot spot, final float[] rest, final NoiseMap noise) {
        final double factor = m_settings.effectiveFactor();
        if (m_shadow.share(spot.m_x, spot.m_y, spot.m_radius + spot.m_edge) > LARGEST_SHADOW) {
            return false;
        }
        if (spot.m_flags.contains(Reflection.Flag.NOT_REFINED)) {
            return spot.m_prominence >= LEAST_UNFITTED * factor * spot.m_noise
                && spot.m_prominence >= LEAST_UNFITTED_PROMINENCE * spot.m_peak;
        }
        final double least = Double.isNaN(m_fit.usualRadius()) ? LEAST_EVIDENCE_ALONE : LEAST_EVIDENCE;
        return spot.m_evidence >= least * factor
            && spot.m_height >= LEAST_HEIGHT * factor * spot.m_heightError
            && (spot.m_evidence >= WEAK * factor || spot.m_radius >= leastRadius())
            && (spot.m_prominence >= WEAK * factor * spot.m_noise || spot.m_radius <= largestRadius())
            && m_surroundings.isSpot(spot, rest, noise, m_fit.gain());
    }

    /** Whether the centre, or a place half-way to the rim, comes anywhere near the level: quick, and rules out most. */
    private boolean mayBeSaturated(final Spot spot, final float[] raw) {
        final double least = NEAR_SATURATION * m_settings.saturation();
        final double half = 0.5 * spot.m_radius;
        return value(raw, spot.m_x, spot.m_y) >= least || value(raw, spot.m_x - half, spot.m_y) >= least
            || value(raw, spot.m_x + half, spot.m_y) >= least || value(raw, spot.m_x, spot.m_y - half) >= least
            || value(raw, spot.m_x, spot.m_y + half) >= least;
    }

    private float value(final float[] pixels, final double x, final double y) {
        final int column = (int)Math.max(0, Math.min(m_width - 1, x));
        return pixels[(int)Math.max(0, Math.min(m_height - 1, y)) * m_width + column];
    }

    private double leastRadius() {
        final double usual = m_fit.usualRadius();
        return LEAST_RADIUS_SHARE * (usual < m_smallest ? usual : m_smallest);
    }

    private double largestRadius() {
        final double usual = m_fit.usualRadius();
        return Double.isNaN(usual) ? LARGEST_SHARE * m_largest : LARGEST_SHARE_OF_USUAL * usual;
    }

    private void flag(final Spot spot, final List<Spot> spots, final float[] raw) {
        final double r = spot.m_radius;
        if (spot.m_x < r || spot.m_y < r || spot.m_x > m_width - r || spot.m_y > m_height - r) {
            spot.m_flags.add(Reflection.Flag.EDGE);
        }
        for (final Spot other : spots) {
            // an edge width outside its radius a spot still has a quarter of its height
            if (other != spot && spot.distance(other) < r + spot.m_edge + other.m_radius + other.m_edge) {
                spot.m_flags.add(Reflection.Flag.OVERLAP);
            }
        }
        if (mayBeSaturated(spot, raw)) {
            m_sums.add(raw, spot.m_x, spot.m_y, r, m_settings.saturation());
            if (m_sums.reached()) {
                spot.m_flags.add(Reflection.Flag.SATURATED);
            }
        }
    }
}
