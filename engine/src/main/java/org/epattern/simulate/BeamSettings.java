// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import org.epattern.crystal.ElectronWave;

/**
 * The beam of a simulated crystalline scan.
 *
 * @param energyKeV beam energy (keV)
 * @param convergence half angle of convergence (mrad): the radius of the discs
 * @param blur standard deviation of what blurs the discs (mrad), such as imperfect descan of the precession
 * @param precession precession angle (degrees), 0 to 5
 * @param electrons electrons per pattern, above 0 to 1e12
 */
public record BeamSettings(double energyKeV, double convergence, double blur, double precession, double electrons) {

    private static final double SQUARE_ANGSTROM_PER_NM2 = 100;

    /** Refuses what is out of range. */
    public BeamSettings {
        ElectronWave.wavelength(energyKeV);
        Limits.within("Convergence", convergence, 0.01, 50, " mrad");
        Limits.within("Blur", blur, 0, 50, " mrad");
        Limits.within("Precession angle", precession, 0, 5, " degrees");
        Limits.check(electrons > 0 && electrons <= 1e12, "Electrons per pattern", electrons, "above 0 to 1e12");
    }

    /**
     * @param dose electrons per square Angstrom
     * @param stepNm distance of two scan points (nm)
     * @return electrons of a pattern when the beam covers the square of a step
     */
    public static double electrons(final double dose, final double stepNm) {
        return dose * stepNm * stepNm * SQUARE_ANGSTROM_PER_NM2;
    }

    /** @return wavelength (Angstrom) */
    public double wavelength() {
        return ElectronWave.wavelength(energyKeV);
    }
}
