// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import org.epattern.scan.SampleType;

/**
 * The camera of a simulated crystalline scan. A pixel gives offset + gain * (electrons + readout noise), rounded and
 * cut to what the sample type holds. The offset of whole numbers is three standard deviations of the readout noise,
 * which crops the empty grey levels and hardly any noise, as the conversion of Folastre et al. 2024 to 8 bit; that of
 * floating point is 0.
 *
 * @param patternSize width and height of a pattern (px), 32 to 8192
 * @param pixelSize size of a pixel (1/Angstrom)
 * @param gain grey levels per electron; 0 for automatic: 1, but with 8 bit so much that the brightest reflection of
 *            nine in ten crystal patterns stays below 80 % of the range
 * @param readoutNoise standard deviation of the readout noise (electrons per pixel)
 * @param shotNoise whether electrons come one by one; without, patterns are the expected ones
 * @param sampleType UINT8, UINT16 or FLOAT32
 */
public record CameraSettings(int patternSize, double pixelSize, double gain, double readoutNoise, boolean shotNoise,
    SampleType sampleType) {

    private static final double OFFSET = 3;

    /** Refuses what is out of range. */
    public CameraSettings {
        Limits.within("Pattern size", patternSize, 32, 8192, " px");
        Limits.within("Pixel size", pixelSize, 0.0001, 0.1, " 1/Angstrom");
        Limits.within("Grey levels per electron", gain, 0, 1e6, "");
        Limits.within("Readout noise", readoutNoise, 0, 1e6, " electrons");
        Limits.check(sampleType == SampleType.UINT8 || sampleType == SampleType.UINT16
            || sampleType == SampleType.FLOAT32, "Sample type", sampleType, "UINT8, UINT16 or FLOAT32");
    }

    /**
     * @param levels grey levels per electron
     * @return grey level of a pixel without electrons, on average
     */
    double offset(final double levels) {
        return sampleType.isInteger() ? OFFSET * readoutNoise * levels : 0;
    }

    /** @return largest reciprocal radius that the corners of a pattern reach (1/Angstrom) */
    double largestRadius() {
        return Math.sqrt(0.5) * patternSize * pixelSize;
    }
}
