// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class CircleCoverageTest {

    private final CircleCoverage m_circle = new CircleCoverage();

    @Test
    void circleOfRadiusOneAroundPixelCornerCoversFourQuarterCircles() {
        m_circle.set(3, 5, 1);
        assertEquals(2, m_circle.firstX());
        assertEquals(4, m_circle.firstY());
        final double quarter = Math.PI / 4;
        assertArrayEquals(new double[]{quarter, quarter, quarter, quarter}, m_circle.shares(), 1e-12);
    }

    @Test
    void circleInsideOnePixelCoversItsArea() {
        m_circle.set(0.5, 0.5, 0.5);
        assertArrayEquals(new double[]{Math.PI / 4}, m_circle.shares(), 1e-12);
        m_circle.set(0.6, 0.4, 0.1);
        assertArrayEquals(new double[]{Math.PI * 0.01}, m_circle.shares(), 1e-12);
    }

    @Test
    void circleOfRadiusOneAndAHalfAroundPixelCentre() {
        m_circle.set(1.5, 1.5, 1.5);
        // side pixels reach from 0.5 to 1.5: area below the arc between -0.5 and 0.5, minus 0.5
        final double side = 0.5 * Math.sqrt(2) + 2.25 * Math.asin(1.0 / 3) - 0.5;
        final double corner = (Math.PI * 2.25 - 1 - 4 * side) / 4;
        assertArrayEquals(new double[]{corner, side, corner, side, 1, side, corner, side, corner}, m_circle.shares(),
            1e-12);
    }

    @Test
    void sharesAddUpToTheAreaWhereverTheCircleLies() {
        final Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            final double radius = 0.05 + 12 * random.nextDouble();
            m_circle.set(20 * random.nextDouble() - 5, 20 * random.nextDouble() - 5, radius);
            double sum = 0;
            for (final double share : m_circle.shares()) {
                assertTrue(share >= -1e-12 && share <= 1 + 1e-12, "share " + share);
                sum += share;
            }
            assertEquals(Math.PI * radius * radius, sum, 1e-9 * radius * radius + 1e-10);
        }
    }

    @Test
    void impossibleCirclesAreRefusedInOneSentence() {
        for (final double[] bad : new double[][]{{Double.NaN, 0, 1}, {0, Double.POSITIVE_INFINITY, 1}, {0, 0, 0},
            {0, 0, -1}, {0, 0, Double.NaN}, {0, 0, 1e6}}) {
            final String message =
                assertThrows(IllegalArgumentException.class, () -> m_circle.set(bad[0], bad[1], bad[2])).getMessage();
            assertTrue(message.contains("radius of " + bad[2] + " px") && message.contains("expected"), message);
        }
    }
}
