// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.epattern.scan.GreyRange;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.junit.jupiter.api.Test;

/** Holds that grey levels are rounded, stretched and cut as said, and that every cut is counted. */
class GreyConversionTest {

    private static float[] convert(final SampleType type, final GreyRange range, final GreyConversion.Cut expected,
        final float... pixels) {
        final byte[] samples = new byte[pixels.length * type.bytes()];
        assertEquals(expected, new GreyConversion(type, range).convert(pixels, samples));
        final float[] stored = new float[pixels.length];
        Samples.decode(samples, type, stored);
        return stored;
    }

    @Test
    void keptLevelsAreRoundedAndCutsAreCounted() {
        assertArrayEquals(new float[]{0, 0, 2, 255, 255, 0},
            convert(SampleType.UINT8, null, new GreyConversion.Cut(2, 1), -3, 0.4f, 1.6f, 255.4f, 256, Float.NaN));
    }

    @Test
    void rangeIsOneStraightLine() {
        assertArrayEquals(new float[]{0, 0, 128, 255, 255},
            convert(SampleType.UINT8, new GreyRange(100, 300), new GreyConversion.Cut(1, 1), 99, 100, 200, 300, 301));
        assertArrayEquals(new float[]{0, 65535},
            convert(SampleType.UINT16, new GreyRange(-1, 1), GreyConversion.Cut.NONE, -1, 1));
    }

    @Test
    void floatingPointKeepsEverythingAndTakesARangeAsZeroToOne() {
        assertArrayEquals(new float[]{-3.25f, 1e9f},
            convert(SampleType.FLOAT32, null, GreyConversion.Cut.NONE, -3.25f, 1e9f));
        assertArrayEquals(new float[]{0, 0.5f, 1.5f},
            convert(SampleType.FLOAT32, new GreyRange(10, 20), GreyConversion.Cut.NONE, 10, 15, 25));
    }

    @Test
    void wholeNumbersOf32BitsReachTheirLimits() {
        assertArrayEquals(new float[]{4294967295f},
            convert(SampleType.UINT32, null, new GreyConversion.Cut(0, 1), 1e12f));
    }
}
