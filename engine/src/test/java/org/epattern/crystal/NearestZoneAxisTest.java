// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.epattern.orient.ZoneAxes;
import org.junit.jupiter.api.Test;

/** Names of directions. */
class NearestZoneAxisTest {

    private static final Lattice CUBIC = new Lattice(4, 4, 4, 90, 90, 90);

    @Test
    void smallIndicesArePreferredWithinThreeDegrees() {
        assertEquals("[1 1 2]", NearestZoneAxis.of(CUBIC, 0.41, 0.40, 0.82).toString());
        assertEquals("[0 0 -1]", NearestZoneAxis.of(CUBIC, 0.02, 0, -1).toString());
        assertEquals(Math.toDegrees(Math.atan(0.02)), NearestZoneAxis.of(CUBIC, 0.02, 0, -1).degrees(), 1e-9);
        // 1 0 5 lies 11.3 degrees from 0 0 1, 1 0 4 14.0
        assertEquals("[1 0 5]", NearestZoneAxis.of(CUBIC, 0.15, 0, 1).toString());
    }

    @Test
    void indicesCountAlongTheAxesOfTheCell() {
        final Lattice hexagonal = new Lattice(3, 3, 5, 90, 90, 120);
        assertEquals("[1 1 0]", NearestZoneAxis.of(hexagonal, 0.5, Math.sqrt(0.75), 0).toString());
        assertEquals("[1 2 0]", NearestZoneAxis.of(hexagonal, 0, 1, 0).toString());
        assertEquals(0, NearestZoneAxis.of(hexagonal, 0, 1, 0).degrees(), 1e-5);
    }

    @Test
    void beamRunsAlongThePoleOfTheOrientation() {
        final NearestZoneAxis axis = NearestZoneAxis.ofBeam(CUBIC, ZoneAxes.orientation(new double[] {1, 2, 3}, 40));
        assertEquals("[1 2 3]", axis.toString());
        assertEquals(0, axis.degrees(), 1e-5);
    }
}
