// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

import org.epattern.crystal.ElectronWave;
import org.epattern.scan.Calibration;

/** Unit of the radius of a detector. */
public enum RadiusUnit {
    /** Pixels of the pattern. */
    PIXEL,
    /** 1/nm; needs the size of a pixel. */
    PER_NM,
    /** Scattering angle in mrad; needs the size of a pixel and the beam energy. */
    MRAD;

    private static final double ANGSTROM_PER_NM = 10;
    private static final double MRAD_PER_RAD = 1000;

    /**
     * @param radius radius in this unit
     * @param calibration what is known of the patterns
     * @return radius in px; an angle is wavelength times reciprocal length, as is right for small angles
     * @throws IllegalArgumentException one sentence if the calibration does not tell
     */
    public double toPixels(final double radius, final Calibration calibration) {
        if (this == PIXEL) {
            return radius;
        }
        final double pixel = calibration.pixelPerNm().orElseThrow(() -> new IllegalArgumentException(
            "The size of a pattern pixel (1/nm) is not known; choose px as unit of the radii, or load a scan that has "
                + "a calibration"));
        if (this == PER_NM) {
            return radius / pixel;
        }
        final double energy = calibration.beamEnergyKeV().orElseThrow(() -> new IllegalArgumentException(
            "The beam energy is not known; choose px or 1/nm as unit of the radii, or load a scan that has a beam "
                + "energy"));
        final double wavelength = ElectronWave.wavelength(energy) / ANGSTROM_PER_NM;
        return radius / MRAD_PER_RAD / wavelength / pixel;
    }
}
