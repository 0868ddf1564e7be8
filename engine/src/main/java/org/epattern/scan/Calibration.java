// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.util.OptionalDouble;

/**
 * Physical size of a scan step and of a pattern pixel, each absent where the file does not tell.
 *
 * @param stepNm distance of two scan positions (nm)
 * @param pixelPerNm size of a pattern pixel in reciprocal space (1/nm)
 * @param beamEnergyKeV beam energy (keV)
 */
public record Calibration(OptionalDouble stepNm, OptionalDouble pixelPerNm, OptionalDouble beamEnergyKeV) {

    /** Nothing is known. */
    public static final Calibration NONE =
        new Calibration(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /**
     * @param other takes the place of what is not known here
     * @return this calibration, completed
     */
    public Calibration orElse(final Calibration other) {
        return new Calibration(stepNm.isPresent() ? stepNm : other.stepNm,
            pixelPerNm.isPresent() ? pixelPerNm : other.pixelPerNm,
            beamEnergyKeV.isPresent() ? beamEnergyKeV : other.beamEnergyKeV);
    }
}
