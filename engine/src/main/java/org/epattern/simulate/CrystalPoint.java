// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import org.epattern.orient.Rotation;

/**
 * What the beam hits at a point of a simulated crystalline scan.
 *
 * @param grain number of the grain that contributes most, from 0; -1 where there is none
 * @param phase its phase: 1 for the first, 0 where there is no grain
 * @param orientation its orientation, from crystal to sample coordinates; null where there is no grain
 * @param thickness thickness of crystal that the beam passes in it (nm), 0 where there is none
 * @param neighbour number of a second grain that is hit as well; -1 where there is none
 * @param neighbourThickness thickness of crystal in the second grain (nm)
 * @param layer thickness of the amorphous layer (nm)
 */
public record CrystalPoint(int grain, int phase, Rotation orientation, double thickness, int neighbour,
    double neighbourThickness, double layer) {

    /** @return whether there is a grain */
    public boolean isCrystal() {
        return grain >= 0;
    }

    /** @return whether there is an amorphous layer and no grain */
    public boolean isAmorphous() {
        return grain < 0 && layer > 0;
    }
}
