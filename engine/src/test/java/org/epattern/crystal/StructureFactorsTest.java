// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Extinctions and intensities that textbooks know. */
class StructureFactorsTest {

    private static Map<List<Integer>, Double> intensities(final String cif) {
        final Map<List<Integer>, Double> all = new HashMap<>();
        final Crystal crystal = TestCrystals.read(cif);
        for (final CrystalReflection r : StructureFactors.reflections(crystal, TestCrystals.FACTORS, 1.2)) {
            all.put(List.of(r.h(), r.k(), r.l()), r.intensity());
        }
        return all;
    }

    private static boolean odd(final int n) {
        return Math.floorMod(n, 2) == 1;
    }

    @Test
    void faceCentredMetalsShowUnmixedIndicesOnly() {
        for (final String cif : List.of(TestCrystals.aluminium(), TestCrystals.silver(), TestCrystals.rockSalt())) {
            final Map<List<Integer>, Double> all = intensities(cif);
            all.keySet().forEach(i -> assertTrue(odd(i.get(0)) == odd(i.get(1)) && odd(i.get(1)) == odd(i.get(2)),
                i.toString()));
            assertTrue(all.containsKey(List.of(1, 1, 1)) && all.containsKey(List.of(2, 0, 0)));
        }
    }

    @Test
    void numberOfReflectionsIsThatOfTheReciprocalLattice() {
        // 111: 8, 200: 6, 220: 12, 311: 24, 222: 8, 400: 6, 331: 24, 420: 24, 422: 24 up to 1.2 / Angstrom for 4.0495
        assertEquals(8 + 6 + 12 + 24 + 8 + 6 + 24 + 24, intensities(TestCrystals.aluminium()).keySet().stream()
            .filter(i -> i.get(0) * i.get(0) + i.get(1) * i.get(1) + i.get(2) * i.get(2) < 24).count());
    }

    @Test
    void bodyCentredIronShowsEvenSumsOnly() {
        final Map<List<Integer>, Double> all = intensities(TestCrystals.iron());
        all.keySet().forEach(i -> assertFalse(odd(i.get(0) + i.get(1) + i.get(2)), i.toString()));
        assertTrue(all.containsKey(List.of(1, 1, 0)) && all.containsKey(List.of(2, 0, 0)));
    }

    @Test
    void diamondGlideOfSiliconIsExtinct() {
        final Map<List<Integer>, Double> all = intensities(TestCrystals.silicon());
        assertFalse(all.containsKey(List.of(2, 0, 0)));
        assertFalse(all.containsKey(List.of(2, 2, 2)));
        assertFalse(all.containsKey(List.of(4, 2, 0)));
        final double f220 = 8 * TestCrystals.FACTORS.of("Si", Math.sqrt(8) / 5.4310);
        assertEquals(f220 * f220, all.get(List.of(2, 2, 0)), 1e-4 * f220 * f220);
        final double f111 = 8 / Math.sqrt(2) * TestCrystals.FACTORS.of("Si", Math.sqrt(3) / 5.4310);
        assertEquals(f111 * f111, all.get(List.of(1, 1, 1)), 1e-4 * f111 * f111);
    }

    @Test
    void rockSaltAddsAndSubtractsItsAtoms() {
        final Map<List<Integer>, Double> all = intensities(TestCrystals.rockSalt());
        final double g200 = 2 / 5.6402;
        final double sum = 4 * (TestCrystals.FACTORS.of("Na", g200) + TestCrystals.FACTORS.of("Cl", g200));
        assertEquals(sum * sum, all.get(List.of(2, 0, 0)), 1e-4 * sum * sum);
        final double g111 = Math.sqrt(3) / 5.6402;
        final double difference = 4 * (TestCrystals.FACTORS.of("Na", g111) - TestCrystals.FACTORS.of("Cl", g111));
        assertEquals(difference * difference, all.get(List.of(1, 1, 1)), 1e-3 * difference * difference);
    }

    @Test
    void glidePlanesOfTriphyliteAreExtinct() {
        // Pnma: 0kl with k + l odd, hk0 with h odd
        final Map<List<Integer>, Double> all = intensities(TestCrystals.triphylite());
        all.keySet().forEach(i -> {
            assertFalse(i.get(0) == 0 && odd(i.get(1) + i.get(2)), i.toString());
            assertFalse(i.get(2) == 0 && odd(i.get(0)), i.toString());
        });
        assertTrue(all.containsKey(List.of(1, 1, 1)) && all.containsKey(List.of(2, 0, 0))
            && all.containsKey(List.of(3, 1, 1)));
    }

    @Test
    void leadIodideHasNoExtinctionsAndTrigonalIntensities() {
        final Map<List<Integer>, Double> all = intensities(TestCrystals.leadIodide());
        assertTrue(all.containsKey(List.of(0, 0, 1)) && all.containsKey(List.of(1, 0, 0)));
        // 101 and 01-1 are equivalent, 101 and 011 are not: the group is -3m, not 6/mmm
        assertEquals(all.get(List.of(1, 0, 1)), all.get(List.of(0, 1, -1)), 1e-6);
        assertTrue(Math.abs(all.get(List.of(1, 0, 1)) / all.get(List.of(0, 1, 1)) - 1) > 0.1);
    }
}
