// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class ScanShapeTest {

    private static final Path FILE = Path.of("a.xyz");

    @Test
    void lastSizeInTheNameCounts() {
        assertArrayEquals(new int[] {200, 100}, ScanShape.inName("grain_(0-99,0-199)"));
        assertArrayEquals(new int[] {3, 2}, ScanShape.inName("a(0-9,0-9)b_(0-1,0-2)_Al"));
        assertNull(ScanShape.inName("a(1-9,0-9)"));
        assertNull(ScanShape.inName("a(0-99999999999,0-9)"));
        assertNull(ScanShape.inName(""));
    }

    @Test
    void pairsAreListedSquarestFirst() {
        assertEquals("4 x 3, 3 x 4, 6 x 2, 2 x 6, 12 x 1, 1 x 12 (width x height)", ScanShape.pairs(12));
        assertEquals("5 x 5, 25 x 1, 1 x 25 (width x height)", ScanShape.pairs(25));
        assertEquals("1 x 1 (width x height)", ScanShape.pairs(1));
        assertTrue(ScanShape.pairs(1_000_000_007L * 2).startsWith("1000000007 x 2, 2 x 1000000007"));
    }

    @Test
    void oneSideGivesTheOther() throws IOException {
        assertEquals(new ScanShape(2, 5, 2),
            ScanShape.of(FILE, 13, 0, 0, OpenOptions.AUTO.withScanSize(5, 0).withSkip(2, 1)));
        assertEquals(new ScanShape(0, 4, 3), ScanShape.of(FILE, 12, 0, 0, OpenOptions.AUTO.withScanSize(0, 3)));
    }

    @Test
    void sizeOfTheFileCountsUnlessTheUserSaysOtherwise() throws IOException {
        assertEquals(new ScanShape(0, 4, 3), ScanShape.of(FILE, 12, 4, 3, OpenOptions.AUTO));
        assertEquals(new ScanShape(1, 4, 3), ScanShape.of(FILE, 14, 4, 3, OpenOptions.AUTO.withSkip(1, 1)));
        assertEquals(new ScanShape(0, 6, 2), ScanShape.of(FILE, 12, 4, 3, OpenOptions.AUTO.withScanSize(6, 2)));
        assertEquals("a.xyz: the scan should be 4 x 3, which is 12 patterns, but there are 10 patterns (without the 2 "
            + "skipped); set the scan size, possible are 5 x 2, 2 x 5, 10 x 1, 1 x 10 (width x height)",
            assertThrows(IOException.class, () -> ScanShape.of(FILE, 12, 4, 3, OpenOptions.AUTO.withSkip(1, 1)))
                .getMessage());
    }

    @Test
    void numbersThatOverflowAnIntAreRefused() {
        assertThrows(IOException.class,
            () -> ScanShape.of(FILE, 1L << 40, 0, 0, OpenOptions.AUTO.withScanSize(2, 0)));
        assertThrows(IOException.class,
            () -> ScanShape.of(FILE, 4, 0, 0, OpenOptions.AUTO.withScanSize(1 << 16, 1 << 16)));
        assertThrows(IOException.class, () -> ScanShape.of(FILE, 4, 0, 0,
            OpenOptions.AUTO.withSkip(Integer.MAX_VALUE, Integer.MAX_VALUE)));
        assertThrows(IllegalArgumentException.class, () -> OpenOptions.AUTO.withScanSize(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> OpenOptions.AUTO.withSkip(0, -1));
    }
}
