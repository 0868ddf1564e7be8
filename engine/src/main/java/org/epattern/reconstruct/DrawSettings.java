// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import org.epattern.scan.SampleType;

/**
 * How reflections are drawn into a new pattern.
 *
 * @param width width of the drawn pattern (px)
 * @param height height of the drawn pattern (px)
 * @param scale drawn px per px of the registered pattern, above 0; the centre of the registered pattern becomes the
 *            centre of the drawn one
 * @param radius radius of the spots (px of the registered pattern)
 * @param profile course of the grey level within a spot
 * @param gain the registered mean is multiplied by this, above 0
 * @param sampleType type that the drawn pattern will be stored as; grey levels are kept within its range
 */
public record DrawSettings(int width, int height, double scale, SpotRadius radius, Profile profile, double gain,
    SampleType sampleType) {

    /** Refuses sizes, scale and gain out of range. */
    public DrawSettings {
        Settings.patternSize(width, height);
        Settings.positive("scale", scale, "");
        Settings.positive("gain", gain, "");
    }

    /**
     * The defaults: same size and scale as the registered pattern, registered radii, discs, registered means, 8 bit.
     *
     * @param width width of the registered pattern (px)
     * @param height height of the registered pattern (px)
     * @return the settings
     */
    public static DrawSettings likeInput(final int width, final int height) {
        return new DrawSettings(width, height, 1, SpotRadius.REGISTERED, Profile.SOFT_DISC, 1, SampleType.UINT8);
    }

    /**
     * @param inputWidth width of the registered pattern (px)
     * @param inputHeight height of the registered pattern (px)
     * @param width width of the drawn pattern (px)
     * @param height height of the drawn pattern (px)
     * @return the largest scale at which the whole registered pattern fits into the drawn one
     */
    public static double fittingScale(final int inputWidth, final int inputHeight, final int width, final int height) {
        return Math.min((double)width / inputWidth, (double)height / inputHeight);
    }

    /**
     * @param newRadius another radius rule
     * @return settings that differ in it alone
     */
    public DrawSettings withRadius(final SpotRadius newRadius) {
        return new DrawSettings(width, height, scale, newRadius, profile, gain, sampleType);
    }

    /**
     * @param newProfile another profile
     * @return settings that differ in it alone
     */
    public DrawSettings withProfile(final Profile newProfile) {
        return new DrawSettings(width, height, scale, radius, newProfile, gain, sampleType);
    }

    /**
     * @param newGain another gain
     * @return settings that differ in it alone
     */
    public DrawSettings withGain(final double newGain) {
        return new DrawSettings(width, height, scale, radius, profile, newGain, sampleType);
    }

    /**
     * @param newType another sample type
     * @return settings that differ in it alone
     */
    public DrawSettings withSampleType(final SampleType newType) {
        return new DrawSettings(width, height, scale, radius, profile, gain, newType);
    }
}
