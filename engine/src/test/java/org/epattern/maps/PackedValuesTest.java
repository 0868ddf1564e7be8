// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;

import org.junit.jupiter.api.Test;

/** Holds the bytes of arrays that go to web pages. */
class PackedValuesTest {

    @Test
    void floatsAreLittleEndian() {
        // 1.0 is 0x3f800000, the first not-a-number 0x7fc00000
        assertArrayEquals(new byte[]{0, 0, (byte)0x80, 0x3f, 0, 0, (byte)0xc0, 0x7f},
            Base64.getDecoder().decode(PackedValues.floats(new float[]{1, Float.NaN})));
        assertEquals(PackedValues.floats(new float[]{1, Float.NaN}),
            PackedValues.floats(new double[]{1, Double.NaN}));
        assertEquals("", PackedValues.floats(new float[0]));
    }

    @Test
    void stepsReachFromTheDarkestToTheBrightestPixel() {
        final PackedValues.Steps steps = PackedValues.steps(new float[]{-10, 55.535f, 0, Float.NaN});
        assertEquals(-10, steps.min());
        assertEquals(55.535, steps.max(), 1e-5);
        assertArrayEquals(new byte[]{0, 0, (byte)0xff, (byte)0xff, 0x10, 0x27, 0, 0},
            Base64.getDecoder().decode(steps.u16()));
    }

    @Test
    void picturesWithoutContrastAreDark() {
        final PackedValues.Steps even = PackedValues.steps(new float[]{7, 7});
        assertEquals(7, even.min());
        assertEquals(7, even.max());
        assertArrayEquals(new byte[4], Base64.getDecoder().decode(even.u16()));
        final PackedValues.Steps none = PackedValues.steps(new float[]{Float.NaN, Float.POSITIVE_INFINITY});
        assertEquals(0, none.min());
        assertEquals(0, none.max());
    }
}
