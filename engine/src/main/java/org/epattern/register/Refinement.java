// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** How position, radius and intensity of a spot follow from its pixels once its maximum is known. */
public enum Refinement {
    /**
     * Fit of a disc with soft edge on a local background, every pixel weighted by its noise, overlapping spots fitted
     * together. The radius is where the spot has fallen to half its height.
     */
    WEIGHTED,
    /**
     * Centre of mass in a circle with sub-pixel edges, repeated until it settles; the radius is that of the largest
     * standard deviation, minus 1 px (Folastre et al. 2024, Fig. S4).
     */
    CENTRE_OF_MASS,
    /** Position of the maximum in the filtered pattern, interpolated between pixels: the rapid mode. */
    NONE
}
