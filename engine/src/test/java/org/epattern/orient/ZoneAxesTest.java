// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The zone axes are even, complete and not repeated. */
class ZoneAxesTest {

    private static double cosine(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Largest cosine between a direction, or an equivalent of it, and one of the axes. */
    private static double nearest(final LaueGroup group, final List<double[]> axes, final double[] direction) {
        double best = -1;
        for (final Rotation r : group.rotations()) {
            final double[] turned = r.apply(direction);
            for (final double[] axis : axes) {
                best = Math.max(best, cosine(axis, turned));
            }
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource
    void everyDirectionLiesWithinHalfAStep(final LaueGroup group) {
        final Random random = new Random(11);
        final double step = 6;
        final List<double[]> axes = ZoneAxes.spread(group, step);
        final double allowed = Math.cos(Math.toRadians(step / 2 * 1.0001));
        for (int i = 0; i < 3000; i++) {
            final double[] d = RotationTest.random(random).apply(0, 0, 1);
            assertTrue(nearest(group, axes, d) >= allowed, () -> group.symbol() + " " + d[0] + " " + d[1] + " " + d[2]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void numberIsThatOfEvenCells(final LaueGroup group) {
        final double step = 2;
        final double pitch = Math.toRadians(step) / Math.sqrt(2);
        final double expected = 4 * Math.PI / group.rotations().size() / (pitch * pitch);
        final int count = ZoneAxes.spread(group, step).size();
        // the edges of the part belong to it: the smaller the part, the more they weigh
        assertTrue(count > 0.98 * expected && count < expected + 3.2 * Math.sqrt(expected) + 30,
            group.symbol() + " " + count + " of " + expected);
    }

    @ParameterizedTest
    @EnumSource
    void noTwoAxesAreEquivalent(final LaueGroup group) {
        final List<double[]> axes = ZoneAxes.spread(group, 8);
        for (int i = 0; i < axes.size(); i++) {
            assertTrue(nearest(group, axes.subList(0, i), axes.get(i)) < 1 - 1e-9, group.symbol() + " " + i);
        }
    }

    @Test
    void cornersOfTheCubicPartAreAmongThem() {
        final List<double[]> axes = ZoneAxes.spread(LaueGroup.CUBIC_HIGH, 3);
        assertEquals(1, nearest(LaueGroup.CUBIC_HIGH, axes, new double[] {0, 0, 1}), 1e-12);
        final double s = Math.sqrt(1 / 3.0);
        assertEquals(1, nearest(LaueGroup.CUBIC_HIGH, axes, new double[] {s, s, s}), 1e-12);
    }

    @Test
    void stepOutOfRangeIsRefused() {
        assertEquals("The angular step is 0.0 degrees; 0.2 to 30 degrees are expected", assertThrows(
            IllegalArgumentException.class, () -> ZoneAxes.spread(LaueGroup.CUBIC_HIGH, 0)).getMessage());
    }

    @Test
    void orientationPutsTheAxisAlongTheBeam() {
        final Random random = new Random(4);
        for (int i = 0; i < 100; i++) {
            final double[] axis = RotationTest.random(random).apply(0, 0, 1);
            final double[] turned = ZoneAxes.orientation(axis, 360 * random.nextDouble()).apply(axis);
            assertEquals(1, turned[2], 1e-12);
        }
    }
}
