// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void theyAreEvenlySpread() {
        assertEquals(List.of(12L, 37L, 62L, 87L), chosen(100, 4));
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
