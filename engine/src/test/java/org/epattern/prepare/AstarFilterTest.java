// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.epattern.scan.PatternReader;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.epattern.simulate.TrueSpot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the ASTAR filters to results worked out by hand and to the slow way of the definition. */
class AstarFilterTest {

    private static float[] filter(final int width, final float[] pixels, final int softening, final int enhance,
        final double threshold, final int radius) {
        final float[] result = new float[pixels.length];
        new AstarFilter(width, pixels.length / width,
            new AstarFilterSettings(softening, enhance, threshold, radius)).apply(pixels, result);
        return result;
    }

    private static float[] noise(final int count) {
        final Random random = new Random(7);
        final float[] pixels = new float[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = random.nextInt(256);
        }
        return pixels;
    }

    @Test
    void aSofteningLoopSubtractsTheMeanOfTheNinePixels() {
        final float[] pixels = {
            0, 0, 0, 0, 0,
            0, 9, 0, 0, 0,
            0, 0, 90, 0, 0,
            0, 0, 0, 0, 0,
            0, 0, 0, 0, 18};
        // 9 - (9 + 90) / 9 is negative; 90 - (9 + 90) / 9 = 79; in the corner only four pixels count
        assertArrayEquals(new float[] {
            0, 0, 0, 0, 0,
            0, 0, 0, 0, 0,
            0, 0, 79, 0, 0,
            0, 0, 0, 0, 0,
            0, 0, 0, 0, 18 - 18f / 4}, filter(5, pixels, 1, 0, 0, 1), 1e-5f);
    }

    @Test
    void aSpotEnhanceLoopSmoothesWithTheMatrixOfThePaper() {
        final float[] point = new float[25];
        point[12] = 160;
        assertArrayEquals(new float[] {
            0, 0, 0, 0, 0,
            0, 10, 10, 10, 0,
            0, 10, 80, 10, 0,
            0, 10, 10, 10, 0,
            0, 0, 0, 0, 0}, filter(5, point, 0, 1, 0, 1), 1e-5f);
        // at the border the weights inside count: 8 + 3 in a corner, 8 + 5 at an edge
        final float[] corner = new float[9];
        corner[0] = 143;
        assertArrayEquals(new float[] {
            143 * 8f / 11, 11, 0,
            11, 143 / 16f, 0,
            0, 0, 0}, filter(3, corner, 0, 1, 0, 1), 1e-4f);
    }

    @Test
    void theNoiseThresholdCutsWhatIsLowerAndKeepsWhatIsEqual() {
        assertArrayEquals(new float[] {0, 0, 10, 11, 255, 0},
            filter(3, new float[] {0, 9.99f, 10, 11, 255, -4}, 0, 0, 10, 1));
    }

    @Test
    void thePapersSettingsAreDoneInTheirOrder() {
        final float[] point = new float[81];
        point[40] = 144;
        final float[] softened = filter(9, point, 1, 0, 0, 1);
        assertEquals(128, softened[40], 1e-4);
        final float[] twice = filter(9, filter(9, softened, 0, 1, 0, 1), 0, 1, 0, 1);
        final float[] result = new float[81];
        new AstarFilter(9, 9, AstarFilterSettings.DEFAULT).apply(point, result);
        assertArrayEquals(twice, result);
        // centre of the matrix applied twice: (8 * 8 + 8 * 1) / 256
        assertEquals(128 * 72 / 256.0, result[40], 1e-4);
        new AstarFilter(9, 9, AstarFilterSettings.OPTIMISED).apply(point, result);
        assertArrayEquals(filter(9, filter(9, softened, 0, 4, 0, 1), 0, 0, 10, 1), result);
        assertEquals(1, AstarFilterSettings.OPTIMISED.softeningLoops());
        assertEquals(4, AstarFilterSettings.OPTIMISED.spotEnhanceLoops());
        assertEquals(10, AstarFilterSettings.OPTIMISED.noiseThreshold());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0, 1", "1, 4, 10, 1", "3, 0, 0, 1", "2, 1, 3.5, 2", "1, 2, 0, 5", "1, 0, 0, 40"})
    void equalsTheSlowWay(final int softening, final int enhance, final double threshold, final int radius) {
        for (final int width : new int[] {1, 2, 17}) {
            final float[] pixels = noise(width * 13);
            final double[] expected = slow(width, pixels, softening, enhance, threshold, radius);
            final float[] found = filter(width, pixels, softening, enhance, threshold, radius);
            for (int i = 0; i < pixels.length; i++) {
                if (Math.abs(expected[i] - threshold) > 1e-3) {
                    assertEquals(expected[i], found[i], 1e-3, width + ": " + i);
                }
            }
        }
    }

    private static double[] slow(final int width, final float[] pixels, final int softening, final int enhance,
        final double threshold, final int radius) {
        double[] now = new double[pixels.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = pixels[i];
        }
        for (int loop = 0; loop < softening + enhance; loop++) {
            final double[] next = new double[now.length];
            for (int i = 0; i < now.length; i++) {
                final int reach = loop < softening ? radius : 1;
                double sum = 0;
                double weights = 0;
                for (int j = 0; j < now.length; j++) {
                    final double distance = Math.hypot(j % width - i % width, j / width - i / width);
                    if (distance < reach + 0.5) {
                        final double weight = loop >= softening && i == j ? 8 : 1;
                        sum += weight * now[j];
                        weights += weight;
                    }
                }
                next[i] = loop < softening ? Math.max(0, now[i] - sum / weights) : sum / weights;
            }
            now = next;
        }
        for (int i = 0; i < now.length; i++) {
            now[i] = now[i] < threshold ? 0 : now[i];
        }
        return now;
    }

    @Test
    void resultsAreNeverNegativeAndNeverAboveTheLargestPixel() {
        final float[] pixels = noise(40 * 30);
        for (final int[] loops : new int[][] {{0, 0}, {1, 0}, {0, 3}, {2, 4}, {1, 100}}) {
            for (final float value : filter(40, pixels, loops[0], loops[1], 0, 1)) {
                assertTrue(value >= 0 && value <= 255.001f, Arrays.toString(loops) + ": " + value);
            }
        }
        pixels[45] = -1000;
        for (final float value : filter(40, pixels, 1, 3, 0, 1)) {
            assertTrue(value >= 0, "negative pixels: " + value);
        }
    }

    @Test
    void softeningClearsAFlatPatternAndSpotEnhancingKeepsItToTheLastBit() {
        final float[] flat = new float[64 * 48];
        Arrays.fill(flat, 100);
        assertArrayEquals(new float[flat.length], filter(64, flat, 1, 0, 0, 1));
        assertArrayEquals(new float[flat.length], filter(64, flat, 1, 0, 0, 7));
        assertArrayEquals(flat, filter(64, flat, 0, 5, 0, 1));
    }

    @Test
    void spotEnhancingKeepsTheSumOfASpotAndLowersTheNoise() {
        final float[] spot = new float[31 * 31];
        spot[15 * 31 + 15] = 1000;
        double sum = 0;
        for (final float value : filter(31, spot, 0, 4, 0, 1)) {
            sum += value;
        }
        assertEquals(1000, sum, 1e-2);
        // white noise falls by sqrt(8 * 8 + 8) / 16
        assertEquals(Math.sqrt(72) / 16, deviation(filter(400, noise(160_000), 0, 1, 0, 1))
            / deviation(noise(160_000)), 0.01);
    }

    private static double deviation(final float[] values) {
        double sum = 0;
        double squares = 0;
        for (final float value : values) {
            sum += value;
            squares += value * value;
        }
        return Math.sqrt(squares / values.length - sum * sum / values.length / values.length);
    }

    @Test
    void theInsideOfAFlatSpotIsLostWithThreePixelsAndKeptWithALargerRadius() {
        final float[] disc = new float[41 * 41];
        for (int i = 0; i < disc.length; i++) {
            disc[i] = Math.hypot(i % 41 - 20, i / 41 - 20) < 5 ? 100 : 0;
        }
        assertEquals(0, filter(41, disc, 1, 0, 0, 1)[20 * 41 + 20]);
        assertTrue(filter(41, disc, 1, 0, 0, 1)[20 * 41 + 24] > 30);
        assertTrue(filter(41, disc, 1, 0, 0, 10)[20 * 41 + 20] > 70);
    }

    @Test
    void mayWorkInPlaceAndRemembersNothing() {
        final AstarFilter filter = new AstarFilter(20, 10, AstarFilterSettings.DEFAULT);
        final float[] pixels = noise(200);
        final float[] once = new float[200];
        filter.apply(pixels, once);
        assertArrayEquals(noise(200), pixels);
        final float[] other = new float[200];
        Arrays.fill(other, 1e6f);
        filter.apply(other, other);
        filter.apply(pixels, pixels);
        assertArrayEquals(once, pixels);
    }

    @Test
    void pixelsThatAreNoNumbersCountAsZero() {
        final float[] pixels = noise(200);
        pixels[50] = 0;
        pixels[51] = 0;
        pixels[52] = 0;
        final float[] expected = filter(20, pixels, 2, 2, 0, 1);
        pixels[50] = Float.NaN;
        pixels[51] = Float.POSITIVE_INFINITY;
        pixels[52] = Float.NEGATIVE_INFINITY;
        assertArrayEquals(expected, filter(20, pixels, 2, 2, 0, 1));
    }

    @Test
    void theHaloOfASimulatedPatternIsTakenAway() throws Exception {
        final SimulationSettings settings =
            SimulationSettings.defaults().withSize(3, 3, 128).withNoise(NoiseLevel.NONE);
        try (SimulatedScan scan = new SimulatedScan(settings); PatternReader reader = scan.openReader()) {
            final float[] pixels = new float[128 * 128];
            reader.read(4, pixels);
            final float[] filtered = filter(128, pixels, 1, 2, 0, 1);
            double before = 0;
            double after = 0;
            int outside = 0;
            final List<TrueSpot> spots = scan.truth(4);
            for (int i = 0; i < pixels.length; i++) {
                boolean inSpot = false;
                for (final TrueSpot spot : spots) {
                    inSpot |= Math.hypot(i % 128 + 0.5 - spot.x(), i / 128 + 0.5 - spot.y()) < spot.radius() + 5;
                }
                if (!inSpot) {
                    before += pixels[i];
                    after += filtered[i];
                    outside++;
                }
            }
            assertTrue(outside > 1000);
            assertTrue(after < 0.1 * before, after + " of " + before);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 1", "101, 0, 0, 1", "0, -1, 0, 1", "0, 0, -1, 1", "0, 0, NaN, 1", "0, 0, Infinity, 1",
        "0, 0, 0, 0", "0, 0, 0, 101"})
    void settingsOutOfRangeAreSaidInOneSentence(final int softening, final int enhance, final double threshold,
        final int radius) {
        final String message = assertThrows(IllegalArgumentException.class,
            () -> new AstarFilterSettings(softening, enhance, threshold, radius)).getMessage();
        assertTrue(message.contains("expected"), message);
        assertThrows(IllegalArgumentException.class, () -> new AstarFilter(0, 4, AstarFilterSettings.DEFAULT));
    }
}
