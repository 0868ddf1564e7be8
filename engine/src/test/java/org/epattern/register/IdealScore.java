// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.epattern.simulate.IdealObserver;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.TrueSpot;

/**
 * What an ideal observer reaches on the same patterns: he sees the spots that stand out, with 0.05 false ones per
 * pattern, and misses their places by errors of the size of the bound.
 */
final class IdealScore {

    private static final double FALSE_PER_PATTERN = 0.05;

    private final IdealObserver m_observer;
    private final Random m_random = new Random(1);
    private final DescriptiveStatistics m_distance = new DescriptiveStatistics();
    private int m_true;
    private int m_right;
    private int m_patterns;

    IdealScore(final SimulatedScan scan) {
        m_observer = new IdealObserver(scan, FALSE_PER_PATTERN);
    }

    void add(final long index, final List<TrueSpot> truth, final float[] pixels) {
        m_observer.look(index);
        m_patterns++;
        for (final TrueSpot spot : truth) {
            m_true++;
            if (spot.saturated() || m_observer.significance(spot, pixels) >= m_observer.threshold()) {
                m_right++;
                if (!spot.directBeam()) {
                    m_distance.addValue(Math.hypot(spot.boundX() * m_random.nextGaussian(),
                        spot.boundY() * m_random.nextGaussian()));
                }
            }
        }
    }

    double precision() {
        return m_right / (m_right + FALSE_PER_PATTERN * m_patterns);
    }

    double recall() {
        return (double)m_right / m_true;
    }

    /** @return median distance from the true place (px) */
    double positionError() {
        return m_distance.getPercentile(50);
    }
}
