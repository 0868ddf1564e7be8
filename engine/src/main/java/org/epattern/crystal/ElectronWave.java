// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

/** The wavelength of the electrons. */
public final class ElectronWave {

    /** Planck's constant times the speed of light (keV Angstrom), CODATA 2018. */
    private static final double HC = 12.398419843320026;
    /** Rest energy of the electron (keV), CODATA 2018. */
    private static final double REST = 510.99895;

    private ElectronWave() {
    }

    /**
     * Relativistic de Broglie wavelength hc / sqrt(E (E + 2 m c^2)).
     *
     * @param energyKeV kinetic energy, 1 to 10000 keV
     * @return wavelength (Angstrom); 0.025079 at 200 keV
     * @throws IllegalArgumentException if the energy is out of range
     */
    public static double wavelength(final double energyKeV) {
        if (!(energyKeV >= 1 && energyKeV <= 10_000)) {
            throw new IllegalArgumentException("The beam energy is " + energyKeV
                + " keV; 1 to 10000 keV are expected, 200 for a usual microscope");
        }
        return HC / Math.sqrt(energyKeV * (energyKeV + 2 * REST));
    }
}
