// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Holds where values of scan points come to lie. */
class PointMapsTest {

    private static final float NAN = Float.NaN;

    private static PointMaps maps() {
        final PointMaps maps = new PointMaps(List.of("a", "b"), List.of("", "nm"));
        maps.add(3, 5, 1, 10);
        maps.add(2, 6, 2, Double.NaN);
        maps.add(4, 6, 3, 30);
        return maps;
    }

    @Test
    void extentOfThePointsIsTheMapIfTheScanIsNotKnown() {
        final PointMaps.Layout layout = maps().layOut(0, 0);
        assertEquals(List.of(2, 5, 3, 2),
            List.of(layout.firstX(), layout.firstY(), layout.width(), layout.height()));
        assertArrayEquals(new float[]{NAN, 1, NAN, 2, NAN, 3}, layout.maps().get(0).values());
        assertArrayEquals(new float[]{NAN, 10, NAN, NAN, NAN, 30}, layout.maps().get(1).values());
        assertEquals("nm", layout.maps().get(1).unit());
    }

    @Test
    void sizeOfTheScanCountsIfItIsKnown() {
        final PointMaps.Layout layout = maps().layOut(10, 8);
        assertEquals(List.of(0, 0, 10, 8),
            List.of(layout.firstX(), layout.firstY(), layout.width(), layout.height()));
        assertEquals(1, layout.maps().get(0).value(3, 5));
        assertEquals(30, layout.maps().get(1).value(4, 6));
    }

    @Test
    void pointsBeyondTheKnownSizeAreShownToo() {
        final PointMaps.Layout layout = maps().layOut(2, 2);
        assertEquals(List.of(0, 0, 5, 7),
            List.of(layout.firstX(), layout.firstY(), layout.width(), layout.height()));
    }

    @Test
    void manyPointsInAnyOrderAreKept() {
        final PointMaps maps = new PointMaps(List.of("n"), List.of(""));
        for (int i = 9_999; i >= 0; i--) {
            maps.add(i % 100, i / 100, i);
        }
        final float[] values = maps.layOut(0, 0).maps().get(0).values();
        for (int i = 0; i < 10_000; i++) {
            assertEquals(i, values[i]);
        }
    }

    @Test
    void whatIsNoScanIsRefused() {
        final PointMaps far = maps();
        far.add(2_000_000_000, 2_000_000_000, 1, 1);
        assertEquals("The scan positions reach from (2, 5) to (2000000000, 2000000000), more than the 16777216 points "
            + "that can be shown", assertThrows(IllegalArgumentException.class, () -> far.layOut(0, 0)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> maps().add(-1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class,
            () -> new PointMaps(List.of("n"), List.of("")).layOut(4, 4));
    }
}
