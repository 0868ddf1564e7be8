// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The eleven Laue groups, and misorientations that the literature knows. */
class CrystalSymmetryTest {

    @ParameterizedTest
    @CsvSource({"-1, 2", "2/m, 4", "mmm, 8", "-3, 6", "-3m, 12", "4/m, 8", "4/mmm, 16", "6/m, 12", "6/mmm, 24",
        "m-3, 24", "m-3m, 48"})
    void ordersOfTheLaueGroups(final String symbol, final int order) {
        for (final LaueGroup group : LaueGroup.values()) {
            if (group.symbol().equals(symbol)) {
                assertEquals(order, group.order());
                return;
            }
        }
        throw new AssertionError(symbol);
    }

    @ParameterizedTest
    @EnumSource
    void rotationsAreAGroup(final LaueGroup group) {
        for (final Rotation a : group.rotations()) {
            for (final Rotation b : group.rotations()) {
                final Rotation product = a.after(b);
                assertEquals(1, group.rotations().stream().filter(r -> r.inverse().after(product).angle() < 1e-6)
                    .count());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void groupIsFoundInAnyAxes(final LaueGroup group) {
        final Random random = new Random(group.ordinal());
        for (int i = 0; i < 20; i++) {
            final Rotation frame = RotationTest.random(random);
            final List<Rotation> turned = new ArrayList<>();
            group.rotations().forEach(r -> turned.add(frame.inverse().after(r).after(frame)));
            Collections.shuffle(turned, random);
            final CrystalSymmetry symmetry = CrystalSymmetry.of(turned);
            assertEquals(group, symmetry.group());
            assertEquals(0, symmetry.rotations().get(0).angle(), 1e-6);
            for (final Rotation r : symmetry.rotations()) {
                final Rotation standard = symmetry.toStandard().after(r).after(symmetry.toStandard().inverse());
                assertTrue(group.rotations().stream().anyMatch(s -> s.inverse().after(standard).angle() < 1e-6));
            }
        }
    }

    @Test
    void axesThatAreStandardStayWhereTheyAre() {
        for (final LaueGroup group : LaueGroup.values()) {
            assertEquals(0, CrystalSymmetry.of(group.rotations()).toStandard().angle(), 1e-6, group.symbol());
        }
    }

    @Test
    void rotationsThatAreNoLaueGroupAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CrystalSymmetry.of(
            List.of(Rotation.IDENTITY, Rotation.about(0, 0, 1, 120))));
    }

    /** Angle and axis of coincidence site lattices (Grimmer, Bollmann and Warrington 1974), and of equivalents. */
    @ParameterizedTest
    @CsvSource({"1 1 1, 60, 60", "1 1 0, 70.5288, 60", "1 0 0, 36.8699, 36.8699", "1 1 1, 38.2132, 38.2132",
        "1 1 0, 38.9424, 38.9424", "1 0 0, 90, 0", "1 1 1, 120, 0", "1 1 0, 180, 0", "1 1 0, 90, 62.7994"})
    void misorientationsOfCubicCrystals(final String axis, final double angle, final double smallest) {
        final String[] a = axis.split(" ");
        final Rotation turn = Rotation.about(Double.parseDouble(a[0]), Double.parseDouble(a[1]),
            Double.parseDouble(a[2]), angle);
        final Rotation grain = Rotation.ofEuler(12, 34, 56);
        final CrystalSymmetry cubic = CrystalSymmetry.standard(LaueGroup.CUBIC_HIGH);
        assertEquals(smallest, cubic.disorientation(grain, grain.after(turn)), 2e-3);
    }

    /** Largest disorientations of each rotation group (Grimmer 1980; Morawiec 1996). */
    @ParameterizedTest
    @CsvSource({"-1, 180", "2/m, 180", "mmm, 120", "-3, 180", "-3m, 104.4775", "4/m, 180", "4/mmm, 98.4211", "6/m, 180",
        "6/mmm, 93.8410", "m-3, 90", "m-3m, 62.7994"})
    void largestDisorientations(final String symbol, final double largest) {
        final LaueGroup group = Arrays.stream(LaueGroup.values()).filter(g -> g.symbol().equals(symbol))
            .findFirst().orElseThrow();
        final CrystalSymmetry symmetry = CrystalSymmetry.standard(group);
        final Random random = new Random(5);
        double found = 0;
        for (int i = 0; i < 20_000; i++) {
            found = Math.max(found, symmetry.disorientation(Rotation.IDENTITY, RotationTest.random(random)));
        }
        assertTrue(found <= largest + 1e-3 && found > largest - 6, symbol + " " + found);
    }

    @Test
    void disorientationIsTheSameBothWaysAndForEquivalents() {
        final Random random = new Random(3);
        for (final LaueGroup group : LaueGroup.values()) {
            final CrystalSymmetry symmetry = CrystalSymmetry.standard(group);
            final Rotation a = RotationTest.random(random);
            final Rotation b = RotationTest.random(random);
            final double angle = symmetry.disorientation(a, b);
            assertEquals(angle, symmetry.disorientation(b, a), 1e-9);
            for (final Rotation r : symmetry.rotations()) {
                assertEquals(angle, symmetry.disorientation(a.after(r), b), 1e-9);
                assertEquals(0, symmetry.disorientation(a, a.after(r)), 1e-5);
            }
        }
    }

    @Test
    void poleOfTheBeamIsTheZoneAxis() {
        final CrystalSymmetry cubic = CrystalSymmetry.standard(LaueGroup.CUBIC_HIGH);
        assertArrayEquals(new double[] {0, 0, 1}, cubic.standardDirection(Rotation.IDENTITY, 0, 0, 1), 1e-12);
        final double s = Math.sqrt(1 / 14.0);
        final Rotation along123 = ZoneAxes.orientation(new double[] {s, 2 * s, 3 * s}, 77);
        assertArrayEquals(new double[] {s, 2 * s, 3 * s}, cubic.standardDirection(along123, 0, 0, 1), 1e-12);
    }
}
