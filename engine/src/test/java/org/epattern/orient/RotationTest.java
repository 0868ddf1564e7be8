// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Rotations against matrices written from the textbook. */
class RotationTest {

    /** Evenly distributed random rotation (Shoemake 1992). */
    static Rotation random(final Random random) {
        final double u = random.nextDouble();
        final double a = 2 * Math.PI * random.nextDouble();
        final double b = 2 * Math.PI * random.nextDouble();
        return new Rotation(Math.sqrt(1 - u) * Math.sin(a), Math.sqrt(1 - u) * Math.cos(a), Math.sqrt(u) * Math.sin(b),
            Math.sqrt(u) * Math.cos(b));
    }

    @Test
    void eulerAnglesAreThoseOfBunge() {
        // Bunge 1982, the matrix g takes sample to crystal coordinates
        final double p1 = Math.toRadians(35);
        final double p = Math.toRadians(50);
        final double p2 = Math.toRadians(65);
        final double[] g = {Math.cos(p1) * Math.cos(p2) - Math.sin(p1) * Math.sin(p2) * Math.cos(p),
            Math.sin(p1) * Math.cos(p2) + Math.cos(p1) * Math.sin(p2) * Math.cos(p), Math.sin(p2) * Math.sin(p),
            -Math.cos(p1) * Math.sin(p2) - Math.sin(p1) * Math.cos(p2) * Math.cos(p),
            -Math.sin(p1) * Math.sin(p2) + Math.cos(p1) * Math.cos(p2) * Math.cos(p), Math.cos(p2) * Math.sin(p),
            Math.sin(p1) * Math.sin(p), -Math.cos(p1) * Math.sin(p), Math.cos(p)};
        assertArrayEquals(g, Rotation.ofEuler(35, 50, 65).inverse().matrix(), 1e-12);
    }

    @Test
    void eulerAnglesComeBack() {
        final Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            final Rotation r = random(random);
            final EulerAngles e = r.euler();
            assertEquals(0, Rotation.ofEuler(e.phi1(), e.capitalPhi(), e.phi2()).inverse().after(r).angle(), 1e-6);
        }
        assertAngles(70, 0, Rotation.ofEuler(30, 0, 40).euler());
        assertAngles(350, 180, Rotation.ofEuler(30, 180, 40).euler());
    }

    private static void assertAngles(final double phi1, final double capitalPhi, final EulerAngles actual) {
        assertEquals(phi1, actual.phi1(), 1e-9);
        assertEquals(capitalPhi, actual.capitalPhi(), 1e-9);
        assertEquals(0, actual.phi2());
    }

    @Test
    void matricesComeBack() {
        final Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            final Rotation r = random(random);
            assertEquals(0, Rotation.ofMatrix(r.matrix()).inverse().after(r).angle(), 1e-6);
        }
        assertEquals(180, Rotation.ofMatrix(new double[] {-1, 0, 0, 0, 1, 0, 0, 0, -1}).angle(), 1e-9);
    }

    @Test
    void rightHandedScrewAboutZTakesXToY() {
        assertArrayEquals(new double[] {0, 1, 0}, Rotation.about(0, 0, 3, 90).apply(1, 0, 0), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Rotation.about(0, 0, 0, 90));
    }
}
