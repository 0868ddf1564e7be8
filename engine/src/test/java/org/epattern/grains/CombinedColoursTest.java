// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.epattern.maps.ColouredMap;
import org.epattern.maps.ScanMap;
import org.epattern.orient.LaueGroup;
import org.junit.jupiter.api.Test;

/** Holds the combined map to colours worked out by hand. */
class CombinedColoursTest {

    private static final CombinedColours PAPER = new CombinedColours(5, 15);
    private static final ColouredMap ORIENTATIONS = new ColouredMap("orientation z", 6, 1,
        new int[] {0xff8000, 0xff8000, 0xff8000, 0xff8000, ColouredMap.NONE, ColouredMap.NONE},
        List.of(new ColouredMap.Key("a", LaueGroup.values()[0])), List.of());

    private static ScanMap map(final String name, final float... values) {
        return new ScanMap(name, "", values.length, 1, values);
    }

    @Test
    void crystalsAreBrighterTheMoreSpotsTheyHave() {
        final ColouredMap map = PAPER.combine(ORIENTATIONS, map("spot count", 15, 40, 10, 5, 20, 0), null);
        // 0.4 at 5 spots, 0.7 halfway, 1 from 15 on
        assertArrayEquals(new int[] {0xff8000, 0xff8000, 0xb35a00, 0x663300, 0, 0}, map.colours());
        assertEquals(ORIENTATIONS.keys(), map.keys());
        assertEquals(List.of("15 spots and more", "5 spots", "no crystal"),
            map.legend().stream().map(ColouredMap.Entry::name).toList());
    }

    @Test
    void theRestShowsTheAmorphousSignalAsGrey() {
        final ColouredMap map = PAPER.combine(ORIENTATIONS, map("spot count", 4, 40, 1, 4, 20, Float.NaN),
            map("annulus mean", 10, 3000, 30, 20, 10, Float.NaN));
        assertArrayEquals(new int[] {0x181818, 0xff8000, 0xc8c8c8, 0x707070, 0x181818, 0}, map.colours());
        // the signal of crystals, 3000, counts for nothing
        assertEquals(List.of("15 spots and more", "5 spots", "annulus mean: 30", "annulus mean: 10"),
            map.legend().stream().map(ColouredMap.Entry::name).toList());
        assertEquals(0xc8c8c8, map.legend().get(2).colour());
        assertEquals(0x181818, map.legend().get(3).colour());
    }

    @Test
    void withoutSpotCountsEverySolutionIsACrystal() {
        final ColouredMap map = PAPER.combine(ORIENTATIONS, null, map("annulus mean", 1, 1, 1, 1, 1, 1));
        assertEquals(0xff8000, map.colours()[3]);
        assertEquals(0xc8c8c8, map.colours()[4]);
        assertEquals(2, map.legend().size());
    }

    @Test
    void aSingleOddPointDoesNotDarkenAllOthers() {
        final int n = 300;
        final int[] none = new int[n];
        final float[] signal = new float[n];
        for (int i = 0; i < n; i++) {
            none[i] = ColouredMap.NONE;
            signal[i] = i % 2 == 0 ? 10 : 20;
        }
        signal[7] = 1e6f;
        final ColouredMap map = PAPER.combine(new ColouredMap("o", n, 1, none, List.of(), List.of()), null,
            new ScanMap("annulus mean", "", n, 1, signal));
        assertEquals(0xc8c8c8, map.colours()[1]);
        assertEquals(0xc8c8c8, map.colours()[7]);
        assertEquals(0x181818, map.colours()[0]);
    }

    @Test
    void mapsOfOtherScansAndWrongLimitsAreRefused() {
        final String message = assertThrows(IllegalArgumentException.class,
            () -> PAPER.combine(ORIENTATIONS, map("spot count", 1, 2), null)).getMessage();
        assertTrue(message.contains("2 x 1") && message.contains("6 x 1"), message);
        assertThrows(IllegalArgumentException.class, () -> new CombinedColours(0, 5));
        assertThrows(IllegalArgumentException.class, () -> new CombinedColours(6, 5));
    }
}
