// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import org.epattern.crystal.ElectronWave;

/**
 * How spot patterns are simulated.
 *
 * @param energyKeV beam energy (keV)
 * @param largestRadius largest reciprocal radius (1/Angstrom), above 0 to 5
 * @param relrod fall of the intensity with the excitation error
 * @param precession precession angle (degrees), 0 to 5
 * @param intensityPower intensities are raised to this power, above 0 to 2: below 1 brings weak reflections up
 * @param weakest reflections weaker than this share of the strongest one of a pattern are left out, 0 to below 1
 *            (before the power)
 */
public record DiffractionSettings(double energyKeV, double largestRadius, Relrod relrod, double precession,
    double intensityPower, double weakest) {

    /** Refuses what is out of range. */
    public DiffractionSettings {
        ElectronWave.wavelength(energyKeV);
        Ranges.within("largest reciprocal radius", largestRadius, 0.05, 5, "1/Angstrom");
        Ranges.within("precession angle", precession, 0, 5, "degrees");
        Ranges.within("intensity power", intensityPower, 0.05, 2, "");
        Ranges.within("weakest relative intensity", weakest, 0, 0.9, "");
    }

    /** @return 200 keV, 1.2 1/Angstrom, relrod of 0.03 1/Angstrom, no precession, square roots of the intensities */
    public static DiffractionSettings defaults() {
        return new DiffractionSettings(200, 1.2, Relrod.ofLength(0.03), 0, 0.5, 0.001);
    }
}
