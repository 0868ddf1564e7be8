// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells against powder diffraction tables and the textbook formula. */
class LatticeTest {

    /** Spacings of the powder diffraction file. */
    @ParameterizedTest
    @CsvSource({"4.0495, 1, 1, 1, 2.338", "4.0495, 2, 0, 0, 2.025", "4.0862, 1, 1, 1, 2.359", "4.0862, 2, 2, 0, 1.445",
        "5.4310, 1, 1, 1, 3.136", "5.4310, 2, 2, 0, 1.920", "5.4310, 3, 1, 1, 1.637", "2.8665, 1, 1, 0, 2.027",
        "5.6402, 2, 0, 0, 2.820"})
    void cubicSpacings(final double a, final int h, final int k, final int l, final double spacing) {
        assertEquals(spacing, new Lattice(a, a, a, 90, 90, 90).spacing(h, k, l), 6e-4);
    }

    @Test
    void hexagonalAndOrthorhombicSpacings() {
        final Lattice leadIodide = new Lattice(4.557, 4.557, 6.979, 90, 90, 120);
        assertEquals(6.979, leadIodide.spacing(0, 0, 1), 1e-9);
        assertEquals(3.946, leadIodide.spacing(1, 0, 0), 1e-3);
        assertEquals(3.4355, leadIodide.spacing(1, 0, 1), 1e-3);
        assertEquals(leadIodide.spacing(1, 0, 0), leadIodide.spacing(-1, 1, 0), 1e-12);
        final Lattice triphylite = new Lattice(10.3290, 6.0065, 4.6908, 90, 90, 90);
        assertEquals(5.1645, triphylite.spacing(2, 0, 0), 1e-9);
        assertEquals(4.2710, triphylite.spacing(1, 0, 1), 1e-3);
    }

    @Test
    void triclinicSpacingFollowsTheGeneralFormula() {
        final Lattice lattice = new Lattice(5.2, 7.9, 11.3, 82, 101, 112);
        final double ca = Math.cos(Math.toRadians(82));
        final double cb = Math.cos(Math.toRadians(101));
        final double cg = Math.cos(Math.toRadians(112));
        final int h = 2;
        final int k = -1;
        final int l = 3;
        final double x = h / 5.2;
        final double y = k / 7.9;
        final double z = l / 11.3;
        final double s = x * x * (1 - ca * ca) + y * y * (1 - cb * cb) + z * z * (1 - cg * cg)
            + 2 * x * y * (ca * cb - cg) + 2 * y * z * (cb * cg - ca) + 2 * x * z * (ca * cg - cb);
        final double squared = s / (1 - ca * ca - cb * cb - cg * cg + 2 * ca * cb * cg);
        assertEquals(1 / Math.sqrt(squared), lattice.spacing(h, k, l), 1e-12);
    }

    @Test
    void reciprocalIsTheInverseOfDirect() {
        final Lattice lattice = new Lattice(5.2, 7.9, 11.3, 82, 101, 112);
        final double[] d = lattice.direct();
        final double[] r = lattice.reciprocal();
        final double[] product = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int m = 0; m < 3; m++) {
                    product[3 * i + j] += d[3 * m + i] * r[3 * m + j];
                }
            }
        }
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, product, 1e-12);
    }

    @Test
    void impossibleCellsAreRefused() {
        assertEquals("The cell edge b is -3.0 Angstrom; 0.5 to 1000 Angstrom are expected",
            assertThrows(IllegalArgumentException.class, () -> new Lattice(3, -3, 3, 90, 90, 90)).getMessage());
        assertEquals("The cell angles 60.0, 60.0 and 150.0 degrees close no cell; three angles of a parallelepiped are "
            + "expected", assertThrows(IllegalArgumentException.class,
                () -> new Lattice(3, 3, 3, 60, 60, 150)).getMessage());
    }
}
