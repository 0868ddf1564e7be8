// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.formats.SharedData;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.plugin.filter.BackgroundSubtracter;
import ij.process.ByteProcessor;

class BackgroundSubtractorTest {

    static Stream<BackgroundSettings> settings() {
        return Stream.of(BackgroundMethod.ROLLING_BALL, BackgroundMethod.SLIDING_PARABOLOID)
            .flatMap(method -> Stream.of(0.5, 3.0, 7.0, 10.0, 20.0, 33.3, 51.2, 120.0)
                .flatMap(radius -> Stream.of(true, false)
                    .map(smooth -> new BackgroundSettings(method, radius, smooth))));
    }

    /** ImageJ's "Subtract Background" on the 8-bit pattern: rounded, and cut off at 0. */
    private static byte[] imageJ(final float[] pixels, final int width, final int height,
        final BackgroundSettings settings) {
        final byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = (byte)(int)pixels[i];
        }
        new BackgroundSubtracter().rollingBallBackground(new ByteProcessor(width, height, bytes), settings.radius(),
            false, false, settings.method() == BackgroundMethod.SLIDING_PARABOLOID, settings.smooth(), true);
        return bytes;
    }

    private static int largestDifference(final float[] pixels, final int width, final int height,
        final BackgroundSettings settings) {
        final float[] result = new float[pixels.length];
        new BackgroundSubtractor(width, height, settings).subtract(pixels, result);
        final byte[] expected = imageJ(pixels, width, height, settings);
        int largest = 0;
        for (int i = 0; i < result.length; i++) {
            final int rounded = (int)Math.max(0, Math.min(255, result[i] + 0.5f));
            largest = Math.max(largest, Math.abs(rounded - (expected[i] & 0xff)));
        }
        return largest;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void resultIsImageJsToOneGreyLevel(final BackgroundSettings settings) {
        assertTrue(largestDifference(TestPatterns.diffraction(128, 128, 1), 128, 128, settings) <= 1);
        assertTrue(largestDifference(TestPatterns.diffraction(101, 67, 2), 101, 67, settings) <= 1);
        assertTrue(largestDifference(TestPatterns.diffraction(40, 131, 3), 40, 131, settings) <= 1);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void resultIsImageJsOnARealPattern(final BackgroundSettings settings) throws IOException {
        final float[] pixels = new float[144 * 144];
        try (Scan scan = ScanFormats.open(SharedData.require("blo/test1.blo"), OpenOptions.AUTO);
                PatternReader reader = scan.openReader()) {
            for (int i = 0; i < scan.geometry().patternCount(); i += 2) {
                reader.read(i, pixels);
                assertTrue(largestDifference(pixels, 144, 144, settings) <= 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void backgroundOfAConstantPatternIsTheConstant(final BackgroundSettings settings) {
        for (final float level : new float[] {0, 7, -3, 1e9f}) {
            final float[] result = new float[50 * 40];
            new BackgroundSubtractor(50, 40, settings).background(TestPatterns.constant(2000, level), result);
            assertArrayEquals(TestPatterns.constant(2000, level), result, Math.max(1e-4f, Math.abs(level) * 1e-6f));
        }
    }

    @Test
    void subtractAndBackgroundAddUp() {
        final float[] pixels = TestPatterns.diffraction(64, 50, 4);
        final BackgroundSubtractor subtractor = new BackgroundSubtractor(64, 50, BackgroundSettings.DEFAULT);
        final float[] background = new float[pixels.length];
        final float[] result = new float[pixels.length];
        subtractor.background(pixels, background);
        subtractor.subtract(pixels, result);
        boolean below = false;
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(pixels[i], background[i] + result[i], 1e-4);
            below |= result[i] < 0;
        }
        assertTrue(below, "noise below the background stays negative");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void resultMayReplaceThePixels(final BackgroundSettings settings) {
        final float[] pixels = TestPatterns.diffraction(64, 50, 4);
        pixels[77] = Float.NaN;
        final BackgroundSubtractor subtractor = new BackgroundSubtractor(64, 50, settings);
        final float[] result = new float[pixels.length];
        subtractor.subtract(pixels, result);
        subtractor.subtract(pixels, pixels);
        assertArrayEquals(result, pixels);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void pixelsThatAreNoNumbersBecomeZeroAndDisturbNoOthers(final BackgroundSettings settings) {
        final float[] pixels = TestPatterns.constant(60 * 60, 10);
        pixels[30 * 60 + 30] = Float.NaN;
        pixels[10 * 60 + 12] = Float.POSITIVE_INFINITY;
        pixels[50 * 60 + 12] = Float.NEGATIVE_INFINITY;
        final float[] result = new float[pixels.length];
        new BackgroundSubtractor(60, 60, settings).subtract(pixels, result);
        assertArrayEquals(new float[pixels.length], result, 1e-4f);
        new BackgroundSubtractor(60, 60, settings).subtract(TestPatterns.constant(60 * 60, Float.NaN), result);
        assertArrayEquals(new float[pixels.length], result);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tinyPatternsAreOrdinary(final BackgroundSettings settings) {
        for (int width = 1; width <= 5; width++) {
            for (int height = 1; height <= 5; height++) {
                final float[] result = new float[width * height];
                new BackgroundSubtractor(width, height, settings)
                    .subtract(TestPatterns.constant(width * height, 5), result);
                assertArrayEquals(new float[width * height], result, 1e-4f);
            }
        }
    }

    @Test
    void nothingIsSubtractedWithoutMethod() {
        final float[] pixels = TestPatterns.diffraction(20, 20, 5);
        final float[] result = new float[400];
        new BackgroundSubtractor(20, 20, new BackgroundSettings(BackgroundMethod.NONE, 0, false))
            .subtract(pixels, result);
        assertArrayEquals(pixels, result);
    }

    @Test
    void brightSpotOnAFlatBackgroundStays() {
        final float[] spot = TestPatterns.gaussian(80, 80, 40, 40, 3);
        final float[] pixels = spot.clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += 30;
        }
        final float[] result = new float[pixels.length];
        new BackgroundSubtractor(80, 80, BackgroundSettings.DEFAULT).subtract(pixels, result);
        // the ball bulges into the foot of the spot, by less than its own sagitta over the radius of the spot
        assertEquals(spot[40 * 80 + 40], result[40 * 80 + 40], 4);
        assertEquals(0, result[5 * 80 + 5], 1e-3);
    }

    @Test
    void radiusThatIsNoneIsRefused() {
        for (final double radius : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class,
                () -> new BackgroundSettings(BackgroundMethod.ROLLING_BALL, radius, true));
        }
    }
}
