// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import org.epattern.scan.SampleType;

/**
 * What a simulated scan looks like. Lengths in patterns are given for a pattern of 512 px and scale with the size.
 *
 * @param scanWidth scan positions in a line, at least 1
 * @param scanHeight lines, at least 1
 * @param patternSize width and height of a pattern (px), at least 32
 * @param seed everything random follows from it: the same seed gives the same scan
 * @param grains number of crystals, at least 0
 * @param profile shape of the spots
 * @param smallestRadius radius of the smallest spots (px at 512 px)
 * @param largestRadius radius of the largest spots (px at 512 px)
 * @param intensity factor on all intensities, above 0; 1 gives spots of 3 to 63 grey levels
 * @param countsPerGreyLevel counts that make up a grey level (dose), above 0; infinity for no shot noise
 * @param readoutNoise standard deviation of the readout noise (grey levels), at least 0
 * @param background factor on halo and amorphous rings, at least 0
 * @param beamWander largest distance of the direct beam from the centre of the pattern (px at 512 px)
 * @param beamHeight height of the direct beam (grey levels at intensity 1); above 255 it saturates 8-bit patterns
 * @param difficulties beam stop, hot pixels, close pairs and the like
 * @param sampleType UINT8, UINT16 or FLOAT32
 */
public record SimulationSettings(int scanWidth, int scanHeight, int patternSize, long seed, int grains,
    SpotProfile profile, double smallestRadius, double largestRadius, double intensity, double countsPerGreyLevel,
    double readoutNoise, double background, double beamWander, double beamHeight, Difficulties difficulties,
    SampleType sampleType) {

    /** Refuses values out of range with a sentence that names the setting. */
    public SimulationSettings {
        check(scanWidth >= 1 && scanHeight >= 1, "Scan size", scanWidth + " x " + scanHeight, "at least 1 x 1");
        check(patternSize >= 32 && patternSize <= 8192, "Pattern size", patternSize, "32 to 8192 px");
        check(grains >= 0, "Number of grains", grains, "0 or more");
        check(smallestRadius > 0 && largestRadius >= smallestRadius, "Spot radius",
            smallestRadius + " to " + largestRadius, "a range above 0 px");
        check(intensity > 0 && Double.isFinite(intensity), "Intensity", intensity, "a factor above 0");
        check(countsPerGreyLevel > 0, "Counts per grey level", countsPerGreyLevel, "more than 0");
        check(readoutNoise >= 0 && Double.isFinite(readoutNoise), "Readout noise", readoutNoise,
            "0 or more grey levels");
        check(background >= 0 && Double.isFinite(background), "Background", background, "a factor of 0 or more");
        check(beamWander >= 0 && beamWander <= 64, "Wander of the direct beam", beamWander, "0 to 64 px");
        check(beamHeight >= 0 && Double.isFinite(beamHeight), "Height of the direct beam", beamHeight,
            "0 or more grey levels");
        check(sampleType == SampleType.UINT8 || sampleType == SampleType.UINT16 || sampleType == SampleType.FLOAT32,
            "Sample type", sampleType, "UINT8, UINT16 or FLOAT32");
    }

    private static void check(final boolean fine, final String setting, final Object found, final String expected) {
        if (!fine) {
            throw new IllegalArgumentException(setting + ": expected " + expected + ", found " + found);
        }
    }

    /** @return 100 x 100 patterns of 256 x 256 px, seven grains, discs with soft edges, mid noise */
    public static SimulationSettings defaults() {
        return new SimulationSettings(100, 100, 256, 1, 7, SpotProfile.SOFT_DISC, 4, 9, 1,
            NoiseLevel.MID.countsPerGreyLevel(), NoiseLevel.MID.readoutNoise(), 1, 0, 230, Difficulties.NONE,
            SampleType.UINT8);
    }

    /**
     * @param width scan positions in a line
     * @param height lines
     * @param size width and height of a pattern (px)
     * @return the same settings with these sizes
     */
    public SimulationSettings withSize(final int width, final int height, final int size) {
        return new SimulationSettings(width, height, size, seed, grains, profile, smallestRadius, largestRadius,
            intensity, countsPerGreyLevel, readoutNoise, background, beamWander, beamHeight, difficulties,
            sampleType);
    }

    /**
     * @param level one of the reference doses
     * @return the same settings with this noise
     */
    public SimulationSettings withNoise(final NoiseLevel level) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, grains, profile, smallestRadius,
            largestRadius, intensity, level.countsPerGreyLevel(), level.readoutNoise(), background, beamWander,
            beamHeight, difficulties, sampleType);
    }

    /**
     * @param newSeed seed
     * @return the same settings with this seed
     */
    public SimulationSettings withSeed(final long newSeed) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, newSeed, grains, profile, smallestRadius,
            largestRadius, intensity, countsPerGreyLevel, readoutNoise, background, beamWander, beamHeight,
            difficulties, sampleType);
    }

    /**
     * @param crystals number of crystals
     * @return the same settings with so many crystals
     */
    public SimulationSettings withGrains(final int crystals) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, crystals, profile, smallestRadius,
            largestRadius, intensity, countsPerGreyLevel, readoutNoise, background, beamWander, beamHeight,
            difficulties, sampleType);
    }

    /**
     * @param shape shape of the spots
     * @return the same settings with this shape
     */
    public SimulationSettings withProfile(final SpotProfile shape) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, grains, shape, smallestRadius,
            largestRadius, intensity, countsPerGreyLevel, readoutNoise, background, beamWander, beamHeight,
            difficulties, sampleType);
    }

    /**
     * @param wander largest distance of the direct beam from the centre (px at 512 px)
     * @param height height of the direct beam (grey levels)
     * @param stop whether a beam stop hides it
     * @return the same settings with this direct beam
     */
    public SimulationSettings withBeam(final double wander, final double height, final boolean stop) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, grains, profile, smallestRadius,
            largestRadius, intensity, countsPerGreyLevel, readoutNoise, background, wander, height,
            difficulties.withBeamStop(stop), sampleType);
    }

    /**
     * @param halo factor on halo and amorphous rings
     * @param hot hot pixels of each pattern
     * @return the same settings with this background
     */
    public SimulationSettings withBackground(final double halo, final int hot) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, grains, profile, smallestRadius,
            largestRadius, intensity, countsPerGreyLevel, readoutNoise, halo, beamWander, beamHeight,
            difficulties.withHotPixels(hot), sampleType);
    }

    /**
     * @param factor factor on all intensities
     * @param type sample type
     * @return the same settings with this scale of grey levels
     */
    public SimulationSettings withIntensity(final double factor, final SampleType type) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, grains, profile, smallestRadius,
            largestRadius, factor, countsPerGreyLevel, readoutNoise, background, beamWander, beamHeight, difficulties,
            type);
    }

    /**
     * Makes the scan that of a counting detector: whole electrons, shot noise and nothing else.
     *
     * @param electrons height of the highest spots (electrons per pixel), above 0; the direct beam keeps its ratio
     * @return the same settings on such a detector; a grey level is an electron
     */
    public SimulationSettings withCounting(final double electrons) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, grains, profile, smallestRadius,
            largestRadius, electrons / Specimen.HIGHEST, 1, 0, background, beamWander, beamHeight, difficulties,
            SampleType.UINT16);
    }

    /**
     * @param counts counts that make up a grey level, infinity for no shot noise
     * @param readout standard deviation of the readout noise (grey levels)
     * @return the same settings with this noise
     */
    public SimulationSettings withNoise(final double counts, final double readout) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, grains, profile, smallestRadius,
            largestRadius, intensity, counts, readout, background, beamWander, beamHeight, difficulties, sampleType);
    }

    /**
     * @param hard what makes the patterns hard to read
     * @return the same settings with these difficulties
     */
    public SimulationSettings with(final Difficulties hard) {
        return new SimulationSettings(scanWidth, scanHeight, patternSize, seed, grains, profile, smallestRadius,
            largestRadius, intensity, countsPerGreyLevel, readoutNoise, background, beamWander, beamHeight, hard,
            sampleType);
    }
}
