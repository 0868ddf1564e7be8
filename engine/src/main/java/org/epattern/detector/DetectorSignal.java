// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

/**
 * What a virtual detector gives for a pattern.
 *
 * @param sum weighted sum of the grey levels
 * @param weight sum of the weights: pixels that counted (px)
 * @param x centre of mass of the grey levels, counted from the centre to the right (px); not a number if the sum is not
 *            above 0, or it was not asked for
 * @param y the same downwards
 */
public record DetectorSignal(double sum, double weight, double x, double y) {

    /** @return weighted mean of the grey levels; not a number if no pixel counted */
    public double mean() {
        return weight > 0 ? sum / weight : Double.NaN;
    }

    /** @return distance of the centre of mass from the centre (px) */
    public double shift() {
        return Math.hypot(x, y);
    }

    /** @return direction from the centre to the centre of mass: 0 to the right, 90 downwards, -180 to 180 (degrees) */
    public double direction() {
        return Math.toDegrees(Math.atan2(y, x));
    }
}
