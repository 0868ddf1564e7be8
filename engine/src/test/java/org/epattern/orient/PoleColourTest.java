// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Corners, centres and equivalents of the colour keys. */
class PoleColourTest {

    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLUE = 0x0000ff;

    private static double cos(final double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double sin(final double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    @Test
    void cornersOfTheKeysAreRedGreenAndBlue() {
        for (final LaueGroup group : LaueGroup.values()) {
            final double[][] corners = switch (group) {
                case TRICLINIC, MONOCLINIC, ORTHORHOMBIC -> new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}};
                case TETRAGONAL_LOW, TETRAGONAL_HIGH -> new double[][] {{0, 0, 1}, {1, 0, 0}, {1, 1, 0}};
                case CUBIC_LOW, CUBIC_HIGH -> new double[][] {{0, 0, 1}, {1, 0, 1}, {1, 1, 1}};
                default -> new double[][] {{0, 0, 1}, {1, 0, 0}, {cos(30), sin(30), 0}};
            };
            assertEquals(RED, PoleColour.of(group, corners[0]), group.symbol());
            assertEquals(GREEN, PoleColour.of(group, corners[1]), group.symbol());
            assertEquals(BLUE, PoleColour.of(group, corners[2]), group.symbol());
        }
    }

    @ParameterizedTest
    @EnumSource
    void equivalentDirectionsHaveTheSameColour(final LaueGroup group) {
        final Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            final double[] d = RotationTest.random(random).apply(0, 0, 1);
            final int colour = PoleColour.of(group, d);
            for (final Rotation r : group.rotations()) {
                final double[] e = r.apply(d);
                assertClose(colour, PoleColour.of(group, e), 1, group.symbol());
                assertClose(colour, PoleColour.of(group, -e[0], -e[1], -e[2]), 1, group.symbol());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void colourNeverJumps(final LaueGroup group) {
        final Random random = new Random(10);
        for (int i = 0; i < 20_000; i++) {
            final Rotation r = RotationTest.random(random);
            final double[] d = r.apply(0, 0, 1);
            final double[] near = r.apply(sin(0.2), 0, cos(0.2));
            assertClose(PoleColour.of(group, d), PoleColour.of(group, near), 14, group.symbol());
        }
    }

    private static void assertClose(final int expected, final int actual, final int tolerance, final String message) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertEquals(expected >> shift & 255, actual >> shift & 255, tolerance,
                () -> message + " " + Integer.toHexString(expected) + " " + Integer.toHexString(actual));
        }
    }

    @ParameterizedTest
    @EnumSource
    void directionsThatAreNotEquivalentAreToldApart(final LaueGroup group) {
        // directions of one colour are equivalent: every colour fills no more of the sphere than one equivalent each
        final Random random = new Random(12);
        final Map<Integer, double[]> seen = new HashMap<>();
        int wrong = 0;
        int pairs = 0;
        for (int i = 0; i < 60_000; i++) {
            final double[] d = RotationTest.random(random).apply(0, 0, 1);
            final double[] other = seen.putIfAbsent(PoleColour.of(group, d), d);
            if (other != null) {
                pairs++;
                double best = 0;
                for (final Rotation r : group.rotations()) {
                    final double[] e = r.apply(d);
                    best = Math.max(best, Math.abs(e[0] * other[0] + e[1] * other[1] + e[2] * other[2]));
                }
                wrong += best < cos(4) ? 1 : 0;
            }
        }
        assertTrue(pairs > 1000 && wrong < 0.1 * pairs, group.symbol() + " " + wrong + " of " + pairs);
    }

    @Test
    void centresAreWhiteOrBlack() {
        final double[] centre = {1.2845, 0.5774, 2.2845};
        final int white = PoleColour.of(LaueGroup.CUBIC_HIGH, centre);
        assertTrue((white & 255) > 200 && (white >> 8 & 255) > 200 && (white >> 16) > 200, Integer.toHexString(white));
        final int black = PoleColour.of(LaueGroup.CUBIC_LOW, centre[1], centre[0], centre[2]);
        assertTrue((black & 255) < 60 && (black >> 8 & 255) < 60 && (black >> 16) < 60, Integer.toHexString(black));
        assertThrows(IllegalArgumentException.class, () -> PoleColour.of(LaueGroup.CUBIC_HIGH, 0, 0, 0));
    }
}
