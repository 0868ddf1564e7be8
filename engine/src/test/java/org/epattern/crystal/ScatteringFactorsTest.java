// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table against physics and against another table. */
class ScatteringFactorsTest {

    /** Bohr radius (Angstrom). */
    private static final double BOHR = 0.529177;

    private final ScatteringFactors m_factors = new ScatteringFactors();

    @Test
    void fastElectronsSeeTheBareNucleusOfEveryElement() {
        // Mott and Bethe: f g^2 tends to Z / (2 pi^2 Bohr radius); a wrong digit in any element would show
        final List<String> elements = List.copyOf(m_factors.elements());
        assertEquals(103, elements.size());
        final double g = 1e5;
        for (int z = 1; z <= elements.size(); z++) {
            final String element = elements.get(z - 1);
            assertEquals(z, m_factors.of(element, g) * g * g * 2 * Math.PI * Math.PI * BOHR, 1e-4 * z, element);
        }
    }

    @Test
    void hydrogenAtRestScattersWithTheBohrRadius() {
        assertEquals(BOHR, m_factors.of("H", 0), 1e-6);
    }

    /** International Tables C, table 4.3.2.3 (Peng et al. 1996), sums of its Gaussians, another calculation. */
    @ParameterizedTest
    @CsvSource({"Al, 5.8854, 1.7390, 0.7012", "Si, 5.8182, 1.9731, 0.7413", "Fe, 7.1611, 2.9332, 1.3924",
        "Ag, 8.6677, 4.5280, 2.1918", "I, 10.9038, 5.2375, 2.3825"})
    void agreesWithTheInternationalTables(final String element, final double atRest, final double half,
        final double one) {
        assertEquals(atRest, m_factors.of(element, 0), 0.01 * atRest);
        assertEquals(half, m_factors.of(element, 0.5), 0.01 * half);
        assertEquals(one, m_factors.of(element, 1), 0.01 * one);
    }

    @Test
    void unknownElementIsNamed() {
        assertEquals("'Xx' has no scattering factor; a chemical symbol from H to Lr is expected",
            assertThrows(IllegalArgumentException.class, () -> m_factors.of("Xx", 1)).getMessage());
    }
}
