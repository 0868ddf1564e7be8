// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {

    private static byte[] encode(final SampleType type, final float... pixels) {
        final byte[] samples = new byte[pixels.length * type.bytes()];
        Samples.encode(pixels, type, samples);
        return samples;
    }

    private static float[] decode(final SampleType type, final byte[] samples) {
        final float[] pixels = new float[samples.length / type.bytes()];
        Samples.decode(samples, type, pixels);
        return pixels;
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void valuesThatTheTypeHoldsSurvive(final SampleType type) {
        final float[] pixels =
            type.isSigned() ? new float[] {-128, -1, 0, 1, 77, 127} : new float[] {0, 1, 77, 127, 255};
        assertArrayEquals(pixels, decode(type, encode(type, pixels)));
    }

    @ParameterizedTest
    @EnumSource(value = SampleType.class, names = {"FLOAT32", "FLOAT64"}, mode = EnumSource.Mode.EXCLUDE)
    void valuesOutsideAreCutOffAndFractionsRounded(final SampleType type) {
        final float[] back = decode(type, encode(type, -1e30f, 1e30f, 2.4f, 2.6f, Float.NaN, Float.POSITIVE_INFINITY));
        assertArrayEquals(new float[] {(float)type.min(), (float)type.max(), 2, 3, 0, (float)type.max()}, back);
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void halvesGoToTheEvenNumberAndTheRestToTheNearest(final SampleType type) {
        final float[] pixels = new float[3000];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * 0.125f - 180;
        }
        pixels[2999] = Float.NaN;
        pixels[1500] = 5_000_000.5f;
        pixels[100] = -5_000_000.5f;
        final float[] back = decode(type, encode(type, pixels));
        for (int i = 0; i < pixels.length; i++) {
            final double rounded = Math.max(type.min(), Math.min(type.max(), Math.rint(pixels[i])));
            final float expected = !type.isInteger() ? pixels[i] : Double.isNaN(rounded) ? 0 : (float)rounded + 0f;
            assertEquals(expected, back[i], "grey level " + pixels[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void fittedGreyLevelsAreThoseThatComeBackFromStorage(final SampleType type) {
        final float[] pixels = {-1e30f, -40000, -129, -2.5f, -0.5f, -0.2f, 0, 0.5f, 1.5f, 2.4f, 255.5f, 70000,
            8_388_609, 1e30f, Float.NaN, Float.POSITIVE_INFINITY};
        final float[] fitted = pixels.clone();
        Samples.fit(fitted, type);
        assertArrayEquals(decode(type, encode(type, pixels)), fitted);
    }

    @Test
    void samplesAreLittleEndian() {
        assertEquals("0201", HexFormat.of().formatHex(encode(SampleType.UINT16, 0x0102)));
        assertEquals("04030201", HexFormat.of().formatHex(encode(SampleType.UINT32, 0x01020304)));
        assertEquals("0000c03f", HexFormat.of().formatHex(encode(SampleType.FLOAT32, 1.5f)));
        assertEquals("000000000000f83f", HexFormat.of().formatHex(encode(SampleType.FLOAT64, 1.5f)));
    }

    @Test
    void unsignedTypesReachTheirUpperHalf() {
        assertArrayEquals(new float[] {255}, decode(SampleType.UINT8, new byte[] {-1}));
        assertArrayEquals(new float[] {-1}, decode(SampleType.INT8, new byte[] {-1}));
        assertArrayEquals(new float[] {65535}, decode(SampleType.UINT16, new byte[] {-1, -1}));
        assertArrayEquals(new float[] {4294967295f}, decode(SampleType.UINT32, new byte[] {-1, -1, -1, -1}));
        assertArrayEquals(new float[] {-1}, decode(SampleType.INT32, new byte[] {-1, -1, -1, -1}));
    }

    @Test
    void notANumberSurvivesInFloatingPoint() {
        assertArrayEquals(new float[] {Float.NaN}, decode(SampleType.FLOAT32, encode(SampleType.FLOAT32, Float.NaN)));
        assertArrayEquals(new float[] {Float.NaN}, decode(SampleType.FLOAT64, encode(SampleType.FLOAT64, Float.NaN)));
    }

    @Test
    void wholeNumbersAreStoredBitByBit() {
        final byte[] samples = new byte[8];
        Samples.store(new int[] {0x01020304, -2}, 4, samples);
        assertEquals("04030201feffffff", HexFormat.of().formatHex(samples));
        final byte[] shorts = new byte[4];
        Samples.store(new int[] {65535, 0x0102}, 2, shorts);
        assertEquals("ffff0201", HexFormat.of().formatHex(shorts));
    }
}
