// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

/** Holds which rows get a picture. */
class PictureRowsTest {

    private static List<Long> chosen(final long rows, final int wanted) {
        final PictureRows choice = new PictureRows(rows, wanted);
        return LongStream.range(0, rows).filter(choice::choose).boxed().toList();
    }

    @Test
    void thereIsOneInEachPart() {
        assertEquals(List.of(0L, 1L, 2L, 3L), chosen(100, 4).stream().map(row -> row / 25).toList());
    }

    /** Whatever the width of the scan, the points lie neither in few columns nor in few lines. */
    @Test
    void theySpreadOverBothAxesOfAScan() {
        for (int width = 12; width <= 400; width++) {
            for (final int height : List.of(12, 100, 120, 200, 333)) {
                final int columns = width;
                final List<Long> rows = chosen((long)width * height, 12);
                assertEquals(12, rows.stream().map(row -> row / columns).distinct().count());
                final long parts = rows.stream().map(row -> row % columns * 6 / columns).distinct().count();
                assertTrue(parts >= 3, width + " x " + height + ": " + rows);
            }
        }
    }

    @Test
    void allAreDifferentEvenIfPartsAreShort() {
        for (int rows = 1; rows < 200; rows++) {
            assertEquals(Math.min(rows, 12), chosen(rows, 12).size(), rows + " rows");
        }
    }

    @Test
    void aShortTableGetsAll() {
        assertEquals(List.of(0L, 1L, 2L), chosen(3, 12));
    }

    @Test
    void neverMoreThanWanted() {
        assertEquals(12, chosen(40_000, 12).size());
        assertEquals(List.of(), chosen(40_000, 0));
        assertEquals(List.of(), chosen(0, 12));
    }
}
