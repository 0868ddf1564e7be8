// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import org.epattern.scan.SampleType;

/**
 * The camera of a simulated crystalline scan. A pixel gives gain * (electrons + readout noise + offset), rounded and
 * cut to what the sample type holds.
 *
 * @param patternSize width and height of a pattern (px), 32 to 8192
 * @param pixelSize size of a pixel (1/Angstrom)
 * @param gain grey levels per electron; 0 for automatic: 1, but with 8 bit so much that the brightest reflection of
 *            nine in ten crystal patterns stays below 80 % of the range
 * @param readoutNoise standard deviation of the readout noise (electrons per pixel)
 * @param offset grey level of a pixel without electrons, in standard deviations of the readout noise, 0 to 10. Three
 *            keeps the noise and crops the empty grey levels, as the conversion of Folastre et al. 2024 to 8 bit; 0
 *            cuts half of the noise. Floating point has none.
 * @param shotNoise whether electrons come one by one; without, patterns are the expected ones
 * @param sampleType UINT8, UINT16 or FLOAT32
 */
public record CameraSettings(int patternSize, double pixelSize, double gain, double readoutNoise, double offset,
    boolean shotNoise, SampleType sampleType) {

    /** Refuses what is out of range. */
    public CameraSettings {
        Limits.within("Pattern size", patternSize, 32, 8192, " px");
        Limits.within("Pixel size", pixelSize, 0.0001, 0.1, " 1/Angstrom");
        Limits.within("Grey levels per electron", gain, 0, 1e6, "");
        Limits.within("Readout noise", readoutNoise, 0, 1e6, " electrons");
        Limits.within("Offset", offset, 0, 10, " standard deviations");
        Limits.check(sampleType == SampleType.UINT8 || sampleType == SampleType.UINT16
            || sampleType == SampleType.FLOAT32, "Sample type", sampleType, "UINT8, UINT16 or FLOAT32");
    }

    /**
     * @param deviations grey level of a pixel without electrons (standard deviations of the readout noise)
     * @return the same camera with this offset
     */
    public CameraSettings withOffset(final double deviations) {
        return new CameraSettings(patternSize, pixelSize, gain, readoutNoise, deviations, shotNoise, sampleType);
    }

    /**
     * @param levels grey levels per electron
     * @return grey level of a pixel without electrons, on average
     */
    double greyOffset(final double levels) {
        return sampleType.isInteger() ? offset * readoutNoise * levels : 0;
    }

    /** @return largest reciprocal radius that the corners of a pattern reach (1/Angstrom) */
    double largestRadius() {
        return Math.sqrt(0.5) * patternSize * pixelSize;
    }
}
