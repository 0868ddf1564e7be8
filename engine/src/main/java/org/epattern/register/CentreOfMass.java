// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Refinement as published (Folastre et al. 2024, Fig. S4): centre of mass within a circle, repeated until it settles;
 * the radius is the one with the largest standard deviation, minus 1 px; the mean is that within the radius. The
 * pattern is taken as it is: its background should have been subtracted. Belongs to one thread.
 */
final class CentreOfMass {

    private static final int ROUNDS = 50;
    private static final double SETTLED = 2e-3;
    private static final double STEP = 0.5;
    private static final double SMALLEST_RADIUS = 1.5;
    /** The circle of the largest standard deviation holds the edge of the spot; the spot itself is smaller. */
    private static final double EDGE = 1;

    private final CircleSums m_sums;
    private final double m_largest;

    /**
     * @param sums sums up in patterns of the right size
     * @param largest largest radius that a spot can have (px)
     */
    CentreOfMass(final CircleSums sums, final double largest) {
        m_sums = sums;
        m_largest = largest;
    }

    /**
     * Refines a spot.
     *
     * @param spot start values; receives position and radius
     * @param pixels pattern (grey levels)
     * @return whether it settled; if not, the spot is as it was found
     */
    boolean refine(final Spot spot, final float[] pixels) {
        boolean settled = settle(spot, pixels, spot.m_foundRadius + EDGE);
        if (settled) {
            final double widest = radiusOfLargestDeviation(spot, pixels);
            spot.m_radius = Math.max(1, widest - EDGE);
            settled = settle(spot, pixels, widest);
        }
        if (!settled) {
            spot.reset();
        }
        return settled;
    }

    private boolean settle(final Spot spot, final float[] pixels, final double radius) {
        for (int round = 0; round < ROUNDS; round++) {
            m_sums.add(pixels, spot.m_x, spot.m_y, radius, 0);
            if (!(m_sums.sum() > 0)) {
                return false;
            }
            final double dx = m_sums.shiftX();
            final double dy = m_sums.shiftY();
            spot.m_x += dx;
            spot.m_y += dy;
            if (!(Math.hypot(spot.m_x - spot.m_foundX, spot.m_y - spot.m_foundY) <= m_largest)) {
                return false;
            }
            if (Math.hypot(dx, dy) < SETTLED) {
                return true;
            }
        }
        return false;
    }

    private double radiusOfLargestDeviation(final Spot spot, final float[] pixels) {
        double best = SMALLEST_RADIUS;
        double largest = -1;
        for (double radius = SMALLEST_RADIUS; radius <= 2 * m_largest; radius += STEP) {
            m_sums.add(pixels, spot.m_x, spot.m_y, radius, 0);
            if (m_sums.standardDeviation() > largest) {
                largest = m_sums.standardDeviation();
                best = radius;
            }
        }
        return best;
    }
}
