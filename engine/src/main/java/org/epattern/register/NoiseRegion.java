// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Where the noise of a pattern is measured: an annulus about the centre of the pattern.
 *
 * @param innerRadius inner radius (px)
 * @param outerRadius outer radius (px); infinity for everything outside the inner radius
 */
public record NoiseRegion(double innerRadius, double outerRadius) {

    /** Everything outside the inscribed circle of the pattern: four corners, 21.5 % of a square pattern. */
    public static final NoiseRegion OUTSIDE_CIRCLE = new NoiseRegion(Double.NaN, Double.POSITIVE_INFINITY);

    /** Refuses an empty annulus. */
    public NoiseRegion {
        if (innerRadius < 0 || !(outerRadius > 0) || outerRadius <= innerRadius) {
            throw new IllegalArgumentException("Noise region: the outer radius must be larger than the inner radius and"
                + " neither may be negative; found " + innerRadius + " to " + outerRadius + " px");
        }
    }

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @return inner radius in such a pattern (px)
     */
    public double innerRadius(final int width, final int height) {
        return Double.isNaN(innerRadius) ? Math.min(width, height) / 2.0 : innerRadius;
    }
}
