// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/**
 * A spot of a simulated crystalline pattern as it really is.
 *
 * @param grain number of the grain that it comes from; -1 for the direct beam
 * @param h index; 0 for the direct beam
 * @param k index
 * @param l index
 * @param x position (px; the centre of pixel i is i + 0.5)
 * @param y position (px)
 * @param radius where the intensity has fallen to half of that of a large disc (px)
 * @param electrons expected number of electrons
 * @param amplitude height at the centre above the background (grey levels)
 * @param mean mean within the radius, without background (grey levels)
 * @param significance electrons within the radius over their standard deviation (shot noise of spot and background,
 *            readout noise, rounding)
 */
public record CrystalSpot(int grain, int h, int k, int l, double x, double y, double radius, double electrons,
    double amplitude, double mean, double significance) {

    /** Smallest significance of a spot that can be told from noise (Rose, J. Opt. Soc. Am. 38, 1948, 196). */
    public static final double VISIBLE = 5;

    /** @return whether this is the direct beam */
    public boolean isDirectBeam() {
        return grain < 0;
    }

    /** @return whether the spot stands out of the noise */
    public boolean isVisible() {
        return significance >= VISIBLE;
    }
}
