// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.epattern.orient.LaueGroup;
import org.junit.jupiter.api.Test;

class KnownCrystalTest {

    private static Crystal read(final KnownCrystal crystal) {
        return crystal.read(TestCrystals.FACTORS);
    }

    private static Map<String, Double> contents(final Crystal crystal) {
        final Map<String, Double> contents = new TreeMap<>();
        crystal.atoms().forEach(a -> contents.merge(a.element(), a.occupancy(), Double::sum));
        return contents;
    }

    private static boolean has(final List<CrystalReflection> reflections, final int h, final int k, final int l) {
        return reflections.stream().anyMatch(r -> r.h() == h && r.k() == k && r.l() == l);
    }

    @Test
    void cellsHoldTheirFormulaUnits() {
        assertEquals(Map.of("Na", 24.0, "Mn", 6.0, "V", 6.0, "P", 18.0, "O", 72.0),
            contents(read(KnownCrystal.NMVP_LIKE)));
        assertEquals(Map.of("Pb", 1.0, "I", 2.0), contents(read(KnownCrystal.LEAD_IODIDE)));
    }

    @Test
    void bothAreTrigonalWithMirrors() {
        for (final KnownCrystal crystal : KnownCrystal.values()) {
            assertEquals(LaueGroup.TRIGONAL_HIGH, read(crystal).symmetry().group());
            assertEquals(crystal.phase(), read(crystal).name());
        }
    }

    @Test
    void spacingsAreThoseOfTheHexagonalCell() {
        final Lattice nasicon = read(KnownCrystal.NMVP_LIKE).lattice();
        for (final int[] i : new int[][] {{0, 1, 2}, {1, 0, 4}, {1, 1, 0}, {1, 1, 3}, {2, 0, -4}, {1, 1, 6}}) {
            final double inverse = 4.0 / 3 * (i[0] * i[0] + i[0] * i[1] + i[1] * i[1]) / (8.95 * 8.95)
                + i[2] * i[2] / (21.4 * 21.4);
            assertEquals(1 / Math.sqrt(inverse), nasicon.spacing(i[0], i[1], i[2]), 1e-9);
        }
        // strong lines of lead iodide in the powder file (PDF 7-235)
        final Lattice iodide = read(KnownCrystal.LEAD_IODIDE).lattice();
        assertEquals(6.98, iodide.spacing(0, 0, 1), 0.01);
        assertEquals(3.42, iodide.spacing(0, 1, 1), 0.02);
        assertEquals(2.62, iodide.spacing(0, 1, 2), 0.02);
        assertEquals(2.28, iodide.spacing(1, 1, 0), 0.01);
    }

    @Test
    void nasiconHasTheExtinctionsOfItsGroup() {
        final List<CrystalReflection> reflections =
            StructureFactors.reflections(read(KnownCrystal.NMVP_LIKE), TestCrystals.FACTORS, 0.9);
        for (final CrystalReflection r : reflections) {
            assertEquals(0, Math.floorMod(-r.h() + r.k() + r.l(), 3), "obverse centring: " + r);
            if (r.h() == -r.k() || r.h() == 0 || r.k() == 0) {
                assertEquals(0, r.l() % 2, "glide plane c: " + r);
            }
        }
        for (final int[] i : new int[][] {{0, 1, 2}, {1, 0, 4}, {1, 1, 0}, {1, 1, 3}, {2, 1, 1}, {3, 0, 0}}) {
            assertTrue(has(reflections, i[0], i[1], i[2]), i[0] + " " + i[1] + " " + i[2]);
        }
        int allowed = 0;
        for (int h = -8; h <= 8; h++) {
            for (int k = -8; k <= 8; k++) {
                for (int l = -20; l <= 20; l++) {
                    final boolean in = (h != 0 || k != 0 || l != 0)
                        && read(KnownCrystal.NMVP_LIKE).lattice().spacing(h, k, l) >= 1 / 0.9;
                    final boolean glide = h == -k || h == 0 || k == 0;
                    allowed += in && Math.floorMod(-h + k + l, 3) == 0 && !(glide && l % 2 != 0) ? 1 : 0;
                }
            }
        }
        assertEquals(allowed, reflections.size(), 0.01 * allowed);
    }

    @Test
    void leadIodideHasNoExtinction() {
        final List<CrystalReflection> reflections =
            StructureFactors.reflections(read(KnownCrystal.LEAD_IODIDE), TestCrystals.FACTORS, 0.8);
        for (int h = -1; h <= 1; h++) {
            for (int l = -2; l <= 2; l++) {
                assertTrue(h == 0 && l == 0 || has(reflections, h, 0, l), h + " 0 " + l);
            }
        }
    }

    @Test
    void oxygenSurroundsPhosphorusAndMetalsOfNasiconAsItShould() {
        final Crystal crystal = read(KnownCrystal.NMVP_LIKE);
        for (final Atom atom : crystal.atoms()) {
            if ("P".equals(atom.element())) {
                assertEquals(4, neighbours(crystal, atom, 1.48, 1.60), "P-O");
                assertEquals(4, neighbours(crystal, atom, 0.1, 2.4), "P-O");
            } else if ("V".equals(atom.element())) {
                assertEquals(6, neighbours(crystal, atom, 1.93, 2.20), "V-O");
                assertEquals(6, neighbours(crystal, atom, 0.1, 2.8), "V-O");
            }
        }
    }

    private static int neighbours(final Crystal crystal, final Atom atom, final double nearest, final double farthest) {
        final double[] direct = crystal.lattice().direct();
        int count = 0;
        for (final Atom other : crystal.atoms()) {
            for (int i = 0; i < 27 && "O".equals(other.element()); i++) {
                final double[] d = Lattice.multiply(direct, other.x() - atom.x() + i % 3 - 1,
                    other.y() - atom.y() + i / 3 % 3 - 1, other.z() - atom.z() + i / 9 - 1);
                final double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                count += length > nearest && length < farthest ? 1 : 0;
            }
        }
        return count;
    }
}
