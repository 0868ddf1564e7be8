// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.register.Reflection;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.Test;

class SpotFidelityTest {

    private static final int SIZE = 64;

    private static Reflection spot(final double x, final double y, final double radius, final double mean) {
        return new Reflection(x, y, radius, mean, mean, 1, 2, Set.of());
    }

    private static float[] drawn(final Reflection spot) {
        final float[] pattern = new float[SIZE * SIZE];
        new PatternDrawer(SIZE, SIZE, DrawSettings.likeInput(SIZE, SIZE).withSampleType(SampleType.FLOAT32))
            .draw(List.of(spot), pattern);
        return pattern;
    }

    @Test
    void intensityAndPositionOfTheSameSpotAreKept() {
        final Reflection spot = spot(30.3, 25.8, 5, 80);
        final float[] pattern = drawn(spot);
        final SpotKept kept = new SpotFidelity(SIZE, SIZE, 256).compare(pattern, pattern, List.of(spot)).get(0);
        assertEquals(kept.referenceMean(), kept.comparedMean());
        assertEquals(0, kept.absoluteDifference());
        assertEquals(0, kept.positionOffset());
    }

    @Test
    void lossOfIntensityIsAShareOfTheGreyRangeAndOfTheSpot() {
        final Reflection spot = spot(32, 32, 6, 64);
        final SpotKept kept = new SpotFidelity(SIZE, SIZE, 256)
            .compare(drawn(spot), drawn(spot(32, 32, 6, 48)), List.of(spot)).get(0);
        assertEquals(-16.0 / 256, kept.absoluteDifference(), 1e-3);
        assertEquals(-0.25, kept.relativeDifference(), 1e-3);
    }

    @Test
    void aMovedGradientMovesTheCentreOfMass() {
        // intensity in one pixel only: the centre of mass is the centre of that pixel
        final float[] reference = new float[SIZE * SIZE];
        final float[] compared = new float[SIZE * SIZE];
        reference[20 * SIZE + 20] = 10;
        compared[23 * SIZE + 24] = 10;
        final SpotKept kept = new SpotFidelity(SIZE, SIZE, 256)
            .compare(reference, compared, List.of(spot(22, 22, 8, 1))).get(0);
        assertEquals(5, kept.positionOffset(), 1e-9);
    }

    @Test
    void spotOutsideThePatternIsLeftOutAndEmptyOnesHaveNoPosition() {
        final float[] black = new float[SIZE * SIZE];
        final List<SpotKept> kept =
            new SpotFidelity(SIZE, SIZE, 256).compare(black, black, List.of(spot(-20, 5, 4, 1), spot(20, 20, 4, 1)));
        assertEquals(1, kept.size());
        assertTrue(Double.isNaN(kept.get(0).positionOffset()));
        assertTrue(Double.isNaN(kept.get(0).relativeDifference()));
    }
}
