// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BinningTest {

    @Test
    void blocksBecomeTheirMeanAndIncompleteOnesAreLeftOut() {
        final float[] in = {1, 2, 3, 4, 9, 5, 6, 7, 8, 9, 9, 9, 9, 9, 9};
        final Binning binning = new Binning(5, 3, 2);
        assertEquals(2, binning.outWidth());
        assertEquals(1, binning.outHeight());
        final float[] out = new float[2];
        binning.bin(in, out);
        assertArrayEquals(new float[] {3.5f, 5.5f}, out);
    }

    @Test
    void factorOneCopies() {
        final float[] in = TestPatterns.diffraction(7, 5, 1);
        final float[] out = new float[35];
        new Binning(7, 5, 1).bin(in, out);
        assertArrayEquals(in, out);
    }

    @Test
    void factorLargerThanThePatternIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Binning(7, 5, 6));
        assertThrows(IllegalArgumentException.class, () -> new Binning(7, 5, 0));
    }
}
