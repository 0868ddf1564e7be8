// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.epattern.simulate.TrueSpot;

/** Compares found reflections with the true ones and adds up. */
final class Score {

    /** Distance at which a reflection counts as the true one (px). */
    private static final double SAME_SPOT = 2;
    /** Median of the absolute value of a normal variable in units of its standard deviation. */
    private static final double NORMAL_MEDIAN = 0.6745;

    private int m_true;
    private int m_found;
    private int m_right;
    private int m_patterns;
    private int m_empty;
    private int m_falseInEmpty;
    private int m_beams;
    private final DescriptiveStatistics m_distance = new DescriptiveStatistics();
    private final DescriptiveStatistics m_share = new DescriptiveStatistics();
    private final DescriptiveStatistics m_offset = new DescriptiveStatistics();
    private final DescriptiveStatistics m_radius = new DescriptiveStatistics();

    void add(final List<TrueSpot> truth, final RegisteredPattern found) {
        final List<TrueSpot> open = new ArrayList<>(truth);
        int right = 0;
        for (final Reflection reflection : found.reflections()) {
            final TrueSpot nearest = nearest(open, reflection);
            if (nearest != null) {
                open.remove(nearest);
                right++;
                addPair(nearest, reflection);
            }
        }
        m_patterns++;
        m_true += truth.size();
        m_found += found.reflections().size();
        m_right += right;
        if (truth.size() == 1) {
            m_empty++;
            m_falseInEmpty += found.reflections().size() - right;
        }
    }

    private static TrueSpot nearest(final List<TrueSpot> spots, final Reflection reflection) {
        TrueSpot nearest = null;
        double least = SAME_SPOT;
        for (final TrueSpot spot : spots) {
            final double distance = Math.hypot(spot.x() - reflection.x(), spot.y() - reflection.y());
            if (distance < least) {
                least = distance;
                nearest = spot;
            }
        }
        return nearest;
    }

    private void addPair(final TrueSpot spot, final Reflection reflection) {
        if (spot.directBeam()) {
            m_beams += reflection.isDirectBeam() ? 1 : 0;
            return;
        }
        final double dx = reflection.x() - spot.x();
        final double dy = reflection.y() - spot.y();
        m_distance.addValue(Math.hypot(dx, dy));
        m_radius.addValue(Math.abs(reflection.radius() - spot.radius()));
        if (!spot.overlapping() && !spot.edge()) {
            m_share.addValue(Math.abs(dx) / spot.isolatedBoundX());
            m_share.addValue(Math.abs(dy) / spot.isolatedBoundY());
            m_offset.addValue(dx);
            m_offset.addValue(dy);
        }
    }

    double precision() {
        return (double)m_right / m_found;
    }

    double recall() {
        return (double)m_right / m_true;
    }

    /** @return median error per axis of isolated spots in units of the Cramér-Rao bound; 1 for an ideal observer */
    double errorOverBound() {
        return m_share.getPercentile(50) / NORMAL_MEDIAN;
    }

    double falsePerEmptyPattern() {
        return m_empty == 0 ? 0 : (double)m_falseInEmpty / m_empty;
    }

    /** @return median offset of both axes (px): the mean is at the mercy of a few weak spots */
    double bias() {
        return m_offset.getPercentile(50);
    }

    double biasUncertainty() {
        final double spread = (m_offset.getPercentile(75) - m_offset.getPercentile(25)) / (2 * NORMAL_MEDIAN);
        return 1.2533 * spread / Math.sqrt(m_offset.getN());
    }

    /** @return share of the patterns in which rank 1 is the direct beam */
    double directBeam() {
        return (double)m_beams / m_patterns;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT,
            "precision %.3f, recall %.3f, position error median %.3f px, 95 %% %.3f px, %.2f x bound, radius error %.2f"
                + " px, bias %.4f px, %.2f false spots per empty pattern, direct beam %.3f (%d patterns, %d spots)",
            precision(), recall(), m_distance.getPercentile(50), m_distance.getPercentile(95), errorOverBound(),
            m_radius.getPercentile(50), bias(), falsePerEmptyPattern(), directBeam(), m_patterns, m_true);
    }
}
