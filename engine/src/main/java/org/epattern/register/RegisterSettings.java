// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * What the user decides about registration.
 *
 * @param rule which prominence counts as a spot
 * @param factor threshold in multiples of the noise, at least 0; {@link #AUTOMATIC} for the default of the rule
 * @param floor smallest threshold (grey levels), at least 0
 * @param blur standard deviation of the Gaussian blur before maxima are sought (px), 0 to 20; rule PAPER only
 * @param smallestRadius radius of the smallest spots (px), {@link #AUTOMATIC} for pattern width / 128; rule CALIBRATED
 * @param largestRadius radius of the largest spots (px), {@link #AUTOMATIC} for pattern width / 56; rule CALIBRATED
 * @param maxSpots largest number of spots per pattern, at least 1; the most significant are kept
 * @param refinement how positions become finer than a pixel
 * @param excludeEdges whether spots that touch the edge of the pattern are left out
 * @param beamX where the direct beam is expected (px), e.g. from the mean pattern of the scan; NaN if unknown
 * @param beamY where the direct beam is expected (px); NaN if unknown
 * @param saturation grey level at which the detector or the sample type saturates; infinity if it does not
 */
public record RegisterSettings(ThresholdRule rule, double factor, double floor, double blur, double smallestRadius,
    double largestRadius, int maxSpots, Refinement refinement, boolean excludeEdges, double beamX, double beamY,
    double saturation) {

    /** Stands for "choose it yourself" where a setting allows it. */
    public static final double AUTOMATIC = 0;

    private static final double DEFAULT_BLUR = 2;
    private static final double LARGEST_BLUR = 20;
    private static final int DEFAULT_MAX_SPOTS = 150;

    /** Refuses values out of range with a sentence that names the setting. */
    public RegisterSettings {
        check(factor >= 0 && Double.isFinite(factor), "Threshold factor", factor, "0 (automatic) or more");
        check(floor >= 0 && Double.isFinite(floor), "Threshold floor", floor, "0 or more grey levels");
        check(blur >= 0 && blur <= LARGEST_BLUR, "Blur", blur, "0 to " + LARGEST_BLUR + " px");
        check(smallestRadius == AUTOMATIC || smallestRadius >= 0.5 && Double.isFinite(smallestRadius),
            "Radius of the smallest spots", smallestRadius, "0 (automatic) or at least 0.5 px");
        check(largestRadius == AUTOMATIC
            || largestRadius >= Math.max(0.5, smallestRadius) && Double.isFinite(largestRadius),
            "Radius of the largest spots", largestRadius, "0 (automatic) or at least the radius of the smallest spots");
        check(maxSpots >= 1, "Largest number of spots", maxSpots, "1 or more");
        check(!Double.isNaN(saturation), "Saturation", saturation, "a grey level");
    }

    private static void check(final boolean fine, final String setting, final double found, final String expected) {
        if (!fine) {
            throw new IllegalArgumentException(setting + ": expected " + expected + ", found " + found);
        }
    }

    /** @return the settings that gave the best figures in docs/ACCURACY.md, for any kind of pattern */
    public static RegisterSettings defaults() {
        return new RegisterSettings(ThresholdRule.CALIBRATED, AUTOMATIC, ThresholdRule.CALIBRATED.defaultFloor(),
            DEFAULT_BLUR, AUTOMATIC, AUTOMATIC, DEFAULT_MAX_SPOTS, Refinement.WEIGHTED, false, Double.NaN, Double.NaN,
            Double.POSITIVE_INFINITY);
    }

    /** @return the method as published, to repeat earlier results (Folastre et al. 2024) */
    public static RegisterSettings paper() {
        return new RegisterSettings(ThresholdRule.PAPER, AUTOMATIC, ThresholdRule.PAPER.defaultFloor(), DEFAULT_BLUR,
            AUTOMATIC, AUTOMATIC, DEFAULT_MAX_SPOTS, Refinement.CENTRE_OF_MASS, false, Double.NaN, Double.NaN,
            Double.POSITIVE_INFINITY);
    }

    /** @return the threshold in multiples of the noise, the default of the rule if it is automatic */
    public double effectiveFactor() {
        return factor == AUTOMATIC ? rule.defaultFactor() : factor;
    }

    /**
     * @param x where the direct beam is expected (px), NaN if unknown
     * @param y where the direct beam is expected (px), NaN if unknown
     * @return the same settings with this expectation
     */
    public RegisterSettings withBeamAt(final double x, final double y) {
        return new RegisterSettings(rule, factor, floor, blur, smallestRadius, largestRadius, maxSpots, refinement,
            excludeEdges, x, y, saturation);
    }

    /**
     * @param level grey level at which pixels saturate, infinity if they do not
     * @return the same settings with this level
     */
    public RegisterSettings withSaturation(final double level) {
        return new RegisterSettings(rule, factor, floor, blur, smallestRadius, largestRadius, maxSpots, refinement,
            excludeEdges, beamX, beamY, level);
    }

    /**
     * @param how how positions become finer than a pixel
     * @return the same settings with this refinement
     */
    public RegisterSettings withRefinement(final Refinement how) {
        return new RegisterSettings(rule, factor, floor, blur, smallestRadius, largestRadius, maxSpots, how,
            excludeEdges, beamX, beamY, saturation);
    }
}
