// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.epattern.crystal.CrystalReflection;
import org.epattern.crystal.TestCrystals;
import org.epattern.orient.Rotation;
import org.epattern.orient.ZoneAxes;
import org.junit.jupiter.api.Test;

/** Spot patterns of zone axes that every textbook shows, and the numbers behind them. */
class SpotSimulatorTest {

    private static DiffractionSettings settings(final Relrod relrod, final double precession) {
        return new DiffractionSettings(200, 1.2, relrod, precession, 1, 0);
    }

    private static SpotPattern aluminium(final double[] axis, final DiffractionSettings settings) {
        return new SpotSimulator(TestCrystals.read(TestCrystals.aluminium()), TestCrystals.FACTORS, settings)
            .simulate(ZoneAxes.orientation(axis, 0));
    }

    /** Number of spots and smallest distance from the direct beam. */
    private static void assertPattern(final SpotPattern pattern, final int count, final double smallest) {
        double nearest = 9;
        int within = 0;
        for (int i = 0; i < pattern.size(); i++) {
            final double r = Math.hypot(pattern.x(i), pattern.y(i));
            nearest = Math.min(nearest, r);
            within += r < 1.1 ? 1 : 0;
        }
        assertEquals(smallest, nearest, 1e-4);
        assertEquals(count, within);
    }

    @Test
    void zoneAxesOfAluminiumShowTheirPlanes() {
        final DiffractionSettings wide = settings(Relrod.ofLength(0.03), 0);
        // [001]: 4 x 200, 4 x 220, 4 x 400, 8 x 420 (1.104) are out
        assertPattern(aluminium(new double[] {0, 0, 1}, wide), 12, 2 / 4.0495);
        // [011]: 4 x 111, 2 x 200, 2 x 220, 4 x 311, 4 x 222, 2 x 400, 4 x 331 at 1.076
        final double s = Math.sqrt(0.5);
        assertPattern(aluminium(new double[] {0, s, s}, wide), 22, Math.sqrt(3) / 4.0495);
        // [111]: 6 x 220
        final double d = Math.sqrt(1 / 3.0);
        assertPattern(aluminium(new double[] {d, d, d}, wide), 6, Math.sqrt(8) / 4.0495);
    }

    @Test
    void intensityFallsWithTheDistanceFromEwaldsSphere() {
        final SpotSimulator simulator = new SpotSimulator(TestCrystals.read(TestCrystals.aluminium()),
            TestCrystals.FACTORS, settings(Relrod.ofLength(0.02), 0));
        final SpotPattern pattern = simulator.simulate(Rotation.IDENTITY);
        for (int i = 0; i < pattern.size(); i++) {
            final CrystalReflection r = simulator.reflections().get(pattern.reflection(i));
            // textbook: s = g^2 x wavelength / 2 for a reflection across the beam
            final double s = r.length() * r.length() * 0.0250793 / 2;
            final double bell = 1 - s * s / 0.0004;
            assertEquals(r.intensity() * bell * bell, pattern.intensity(i), 1e-3 * r.intensity());
            assertEquals(r.x(), pattern.x(i), 1e-12);
            assertEquals(r.y(), pattern.y(i), 1e-12);
        }
    }

    @Test
    void tiltAgainstTheBeamBringsAReflectionToFullIntensity() {
        // Bragg: the plane (200) reflects when tilted by arcsin(wavelength g / 2) towards the beam
        final double bragg = Math.toDegrees(Math.asin(0.0250793 * 2 / 4.0495 / 2));
        final SpotSimulator simulator = new SpotSimulator(TestCrystals.read(TestCrystals.aluminium()),
            TestCrystals.FACTORS, settings(Relrod.ofLength(0.02), 0));
        for (final int way : new int[] {1, -1}) {
            final SpotPattern pattern = simulator.simulate(Rotation.about(0, 1, 0, way * bragg));
            for (int i = 0; i < pattern.size(); i++) {
                final CrystalReflection r = simulator.reflections().get(pattern.reflection(i));
                if (r.h() == 2 * way && r.k() == 0 && r.l() == 0) {
                    assertEquals(r.intensity(), pattern.intensity(i), 1e-6 * r.intensity());
                }
            }
        }
    }

    @Test
    void plateFollowsTheSquaredSinc() {
        final Relrod plate = Relrod.ofThickness(10);
        assertEquals(1, plate.intensity(0));
        assertEquals(4 / (Math.PI * Math.PI), plate.intensity(0.005), 1e-12);
        assertEquals(0, plate.intensity(0.01), 1e-12);
        assertEquals(0.03, plate.reach(), 1e-12);
        assertEquals(0, plate.intensity(0.031));
    }

    @Test
    void precessionIsTheMeanOverTheTurnOfTheBeam() {
        final Relrod relrod = Relrod.ofLength(0.01);
        final Rocking rocking = new Rocking(relrod, 1, 1.2);
        final Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            final double s = 0.04 * random.nextDouble();
            final double g = 0.2 + random.nextDouble();
            double sum = 0;
            for (int a = 0; a < 3600; a++) {
                sum += relrod.intensity(s + g * Math.tan(Math.toRadians(1)) * Math.cos(Math.toRadians(a * 0.1)));
            }
            assertEquals(sum / 3600, rocking.intensity(s, g), 0.01);
            assertEquals(rocking.intensity(s, g), rocking.intensity(-s, g));
        }
        assertEquals(0.01 + 1.2 * Math.tan(Math.toRadians(1)), rocking.reach(), 1e-12);
        assertEquals(0, rocking.intensity(rocking.reach(), 1.2));
    }

    @Test
    void precessionShowsMoreReflections() {
        final double[] axis = {0.3, 0.2, Math.sqrt(1 - 0.13)};
        assertTrue(aluminium(axis, settings(Relrod.ofLength(0.01), 1)).size() > aluminium(axis,
            settings(Relrod.ofLength(0.01), 0)).size());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals("The precession angle is 20 degrees; 0 to 5 degrees are expected", assertThrows(
            IllegalArgumentException.class, () -> settings(Relrod.ofLength(0.02), 20)).getMessage());
        assertEquals(
            "The relrod length is 0.0 1/Angstrom; 0.001 to 1 1/Angstrom are expected, 0.03 for a usual specimen",
            assertThrows(IllegalArgumentException.class, () -> Relrod.ofLength(0)).getMessage());
        assertEquals("The crystal Al has no reflection within 0.2 1/Angstrom; a larger reciprocal radius is expected",
            assertThrows(IllegalArgumentException.class, () -> new SpotSimulator(
                TestCrystals.read(TestCrystals.aluminium()), TestCrystals.FACTORS,
                new DiffractionSettings(200, 0.2, Relrod.ofLength(0.03), 0, 1, 0))).getMessage());
    }
}
