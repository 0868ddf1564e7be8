// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wavelengths of textbooks. */
class ElectronWaveTest {

    @ParameterizedTest
    @CsvSource({"100, 0.0370144", "120, 0.0334922", "200, 0.0250793", "300, 0.0196875"})
    void wavelengthIsRelativistic(final double keV, final double angstrom) {
        assertEquals(angstrom, ElectronWave.wavelength(keV), 1e-7);
    }

    @Test
    void volts200000AreNotTakenForKilovolts() {
        assertEquals("The beam energy is 200000.0 keV; 1 to 10000 keV are expected, 200 for a usual microscope",
            assertThrows(IllegalArgumentException.class, () -> ElectronWave.wavelength(200_000)).getMessage());
    }
}
