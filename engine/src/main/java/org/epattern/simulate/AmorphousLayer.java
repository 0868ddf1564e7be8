// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/**
 * An amorphous layer over the whole scan, such as the film that carries the grains or the liquid around them.
 *
 * @param material what it is made of
 * @param thickness mean thickness (nm); 0 for no layer
 * @param variation largest relative deviation of the thickness from the mean, 0 to 1; it wanders slowly over the scan
 * @param holes share of the scan in which the layer is missing, 0 to below 1
 */
public record AmorphousLayer(AmorphousMaterial material, double thickness, double variation, double holes) {

    /** No layer. */
    public static final AmorphousLayer NONE = new AmorphousLayer(AmorphousMaterial.CARBON, 0, 0, 0);

    /** Refuses what is out of range. */
    public AmorphousLayer {
        Limits.within("Thickness of the layer", thickness, 0, 100_000, " nm");
        Limits.within("Variation of the layer", variation, 0, 1, "");
        Limits.check(holes >= 0 && holes < 1, "Holes of the layer", holes, "0 to below 1");
    }
}
