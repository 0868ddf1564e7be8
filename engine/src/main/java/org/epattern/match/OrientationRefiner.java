// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.function.ToDoubleFunction;

import org.epattern.orient.Rotation;

/**
 * Moves an orientation to the maximum of the index nearby, with patterns simulated anew for each orientation tried:
 * positions fix the turn in the plane, intensities the tilt. Holds scratch memory: one instance per thread.
 */
final class OrientationRefiner {

    /** Steps below this (degrees) change nothing that a measured pattern could tell. */
    private static final double FINEST = 0.01;
    private static final double SHRINK = 0.5;
    /** The search goes no farther than this many first steps. */
    private static final double FARTHEST = 3;
    /** Turn in the plane, and the two tilts. */
    private static final double[][] AXES = {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}};

    private final ToDoubleFunction<SpotPattern> m_index;
    private final SpotPattern m_pattern = new SpotPattern(64);
    private int[] m_chosen = new int[0];

    /** @param index of a simulated pattern, for the measured one at hand; 0 or more */
    OrientationRefiner(final ToDoubleFunction<SpotPattern> index) {
        m_index = index;
    }

    /** An orientation and its index. */
    record Refined(Rotation orientation, double index) {
    }

    /**
     * Tries turns about the three axes of the sample, both ways, with steps that are halved when none helps.
     *
     * @param simulator of the phase
     * @param start where to start
     * @param degrees first step
     * @return the orientation with the largest index found, at least that of the start
     */
    Refined refine(final SpotSimulator simulator, final Rotation start, final double degrees) {
        if (m_chosen.length < simulator.reflections().size()) {
            m_chosen = new int[simulator.reflections().size()];
        }
        final double farthest = FARTHEST * degrees;
        final int count = simulator.reachable(start, farthest, m_chosen);
        Rotation best = start;
        double bestIndex = index(simulator, start, count);
        for (double step = degrees; step >= FINEST;) {
            boolean better = false;
            for (final double[] axis : AXES) {
                for (int way = -1; way <= 1; way += 2) {
                    final Rotation candidate = Rotation.about(axis[0], axis[1], axis[2], way * step).after(best);
                    final double index = index(simulator, candidate, count);
                    if (index > bestIndex && start.inverse().after(candidate).angle() < farthest) {
                        bestIndex = index;
                        best = candidate;
                        better = true;
                        break;
                    }
                }
            }
            if (!better) {
                step *= SHRINK;
            }
        }
        return new Refined(best, bestIndex);
    }

    private double index(final SpotSimulator simulator, final Rotation orientation, final int count) {
        simulator.simulate(orientation, m_chosen, count, m_pattern);
        return m_index.applyAsDouble(m_pattern);
    }
}
