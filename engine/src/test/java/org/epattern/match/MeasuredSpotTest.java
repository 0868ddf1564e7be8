// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;

import org.epattern.register.Reflection;
import org.junit.jupiter.api.Test;

/** Pixels become reciprocal units. */
class MeasuredSpotTest {

    private static Reflection reflection(final double x, final double y, final double mean, final int rank) {
        return new Reflection(x, y, 5, mean, 9, 1, rank, Set.of());
    }

    @Test
    void directBeamIsTheOriginAndNoSpot() {
        final List<MeasuredSpot> spots = MeasuredSpot.of(List.of(reflection(250, 260, 200, 1),
            reflection(350, 240, 30, 2), reflection(10, 10, 0, 3)), 256, 256, 0.01);
        assertEquals(List.of(new MeasuredSpot(1, -0.2, 30, 0.05)), spots);
    }

    @Test
    void centreIsTheOriginWithoutDirectBeam() {
        assertEquals(new MeasuredSpot(0.44, -0.16, 30, 0.05),
            MeasuredSpot.of(List.of(reflection(300, 240, 30, 2)), 256, 256, 0.01).get(0));
    }

    @Test
    void absurdPixelSizeTellsHowToFindIt() {
        assertEquals("The pixel size is 50.0 1/Angstrom (500.0 1/nm); 0.00001 to 1 1/Angstrom are expected, the radius "
            + "of a known ring (1/Angstrom) divided by its radius in px", assertThrows(IllegalArgumentException.class,
                () -> MeasuredSpot.of(List.of(), 1, 1, 50)).getMessage());
    }
}
