// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.epattern.scan.PatternReader;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourMeanTest {

    private static final int W = 40;
    private static final int H = 30;

    private static float[] noisy(final float[] pattern, final double sigma, final long seed) {
        final Random random = new Random(seed);
        final float[] noisy = pattern.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float)(sigma * random.nextGaussian());
        }
        return noisy;
    }

    private static double deviation(final float[] a, final float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    @Test
    void nineEqualPatternsKeepTheGreyScaleAndLoseTwoThirdsOfTheNoise() {
        final float[] truth = TestPatterns.gaussian(W, H, 18, 14, 3);
        final float[][] neighbours = new float[8][];
        for (int i = 0; i < 8; i++) {
            neighbours[i] = noisy(truth, 6, i);
        }
        final float[] out = new float[W * H];
        assertEquals(9, new NeighbourMean(W, H, NeighbourMean.ALL).mean(noisy(truth, 6, 99), neighbours, out));
        assertEquals(2, deviation(out, truth), 0.15);
    }

    @Test
    void onlyNeighboursThatExistCount() {
        final float[] out = new float[W * H];
        final float[][] corner = {null, null, null, null, TestPatterns.constant(W * H, 4), null,
            TestPatterns.constant(W * H, 6), TestPatterns.constant(W * H, 8)};
        assertEquals(4, new NeighbourMean(W, H, NeighbourMean.ALL).mean(TestPatterns.constant(W * H, 2), corner, out));
        assertArrayEquals(TestPatterns.constant(W * H, 5), out);
        assertEquals(1, new NeighbourMean(W, H, 0.5).mean(corner[7], new float[0][], out));
        assertArrayEquals(corner[7], out);
    }

    @Test
    void grainBorderStaysSharp() {
        final float[] grainA = TestPatterns.gaussian(W, H, 10, 10, 3);
        final float[] grainB = TestPatterns.gaussian(W, H, 28, 20, 3);
        final float[] centre = noisy(grainA, 3, 50);
        final float[][] neighbours = new float[8][];
        for (int i = 0; i < 8; i++) {
            neighbours[i] = noisy(i % 3 == 0 ? grainB : grainA, 3, i);
        }
        final float[] out = new float[W * H];
        assertEquals(6, new NeighbourMean(W, H, 0.5).mean(centre, neighbours, out));
        assertEquals(3 / Math.sqrt(6), deviation(out, grainA), 0.1);
        assertEquals(9, new NeighbourMean(W, H, NeighbourMean.ALL).mean(centre, neighbours, out));
    }

    @ParameterizedTest
    @CsvSource({"160, LOW", "160, MID", "160, HIGH", "256, LOW", "256, MID", "256, HIGH"})
    void neighboursOfTheSameGrainAreTakenAndThoseOfOthersAreNot(final int size, final NoiseLevel noise)
        throws IOException {
        final int width = 12;
        final int height = 9;
        final int[] taken = new int[2];
        final int[] all = new int[2];
        try (SimulatedScan scan = new SimulatedScan(
            SimulationSettings.defaults().withSize(width, height, size).withNoise(noise).withSeed(4))) {
            final float[][] patterns = new float[width * height][size * size];
            try (PatternReader reader = scan.openReader()) {
                for (int i = 0; i < patterns.length; i++) {
                    reader.read(i, patterns[i]);
                }
            }
            final NeighbourMean mean = new NeighbourMean(size, size, NeighbourMean.SAME_GRAIN);
            final float[] out = new float[size * size];
            for (int i = 0; i < patterns.length; i++) {
                for (final int j : new int[] {i + 1, i + width - 1, i + width, i + width + 1}) {
                    final boolean adjacent = j < patterns.length && Math.abs(j % width - i % width) <= 1;
                    if (adjacent && scan.grain(i) >= 0 && scan.grain(j) >= 0) {
                        final int same = scan.grain(i) == scan.grain(j) ? 1 : 0;
                        all[same]++;
                        taken[same] += mean.mean(patterns[i], new float[][] {patterns[j]}, out) - 1;
                    }
                }
            }
        }
        assertTrue(all[0] > 40 && all[1] > 100, all[0] + " pairs across borders, " + all[1] + " within grains");
        assertTrue(taken[1] >= 0.9 * all[1], "same grain: " + taken[1] + " of " + all[1]);
        assertTrue(taken[0] <= 0.1 * all[0], "other grain: " + taken[0] + " of " + all[0]);
    }

    @Test
    void correlationDoesNotDependOnLevelAndScale() {
        final float[] centre = TestPatterns.diffraction(W, H, 3);
        final float[] scaled = centre.clone();
        final float[] inverted = centre.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = 0.25f * scaled[i] + 4000;
            inverted[i] = -inverted[i];
        }
        final float[] out = new float[W * H];
        assertEquals(2, new NeighbourMean(W, H, 0.9999).mean(centre, new float[][] {scaled, inverted}, out));
    }

    @Test
    void constantPatternsAreAlikeAndUnlikeAnyOther() {
        final float[] out = new float[W * H];
        final float[][] neighbours = {TestPatterns.constant(W * H, 1000.3f), TestPatterns.diffraction(W, H, 1),
            TestPatterns.constant(W * H, 0)};
        assertEquals(3, new NeighbourMean(W, H, 0.5).mean(TestPatterns.constant(W * H, 7.7f), neighbours, out));
    }

    @Test
    void pixelsThatAreNoNumbersAreLeftOut() {
        final float[] truth = TestPatterns.diffraction(W, H, 3);
        final float[] holed = truth.clone();
        holed[7] = Float.NaN;
        final float[] burnt = truth.clone();
        burnt[8] = Float.POSITIVE_INFINITY;
        final float[] out = new float[W * H];
        for (final double limit : new double[] {NeighbourMean.ALL, 0.9}) {
            assertEquals(3, new NeighbourMean(W, H, limit).mean(holed, new float[][] {burnt, truth}, out));
            assertArrayEquals(truth, out, 1e-3f);
        }
        assertEquals(1, new NeighbourMean(W, H, 0.9).mean(holed, new float[][] {null}, out));
        assertEquals(Float.NaN, out[7]);
    }

    @Test
    void resultMayReplaceTheCentre() {
        final float[] centre = TestPatterns.constant(W * H, 2);
        final float[][] neighbours = {TestPatterns.constant(W * H, 4)};
        new NeighbourMean(W, H, NeighbourMean.ALL).mean(centre, neighbours, centre);
        assertArrayEquals(TestPatterns.constant(W * H, 3), centre);
    }

    @Test
    void otherVersionIsAveragedWithTheSameNeighbours() {
        final float[] grainA = TestPatterns.gaussian(W, H, 10, 10, 3);
        final float[][] neighbours = {TestPatterns.gaussian(W, H, 28, 20, 3), grainA, null};
        final float[] out = new float[W * H];
        final NeighbourMean mean = new NeighbourMean(W, H, NeighbourMean.SAME_GRAIN);
        assertEquals(2, mean.mean(grainA, neighbours, out));
        mean.meanOfTaken(TestPatterns.constant(W * H, 2),
            new float[][] {TestPatterns.constant(W * H, 50), TestPatterns.constant(W * H, 6), null}, out);
        assertArrayEquals(TestPatterns.constant(W * H, 4), out);
    }

    @Test
    void saturatedPixelsStaySaturated() {
        final float[] mean = {200, 180, 20};
        NeighbourMean.keepSaturated(new float[] {255, 254, 10}, 255, mean);
        assertArrayEquals(new float[] {255, 180, 20}, mean);
        NeighbourMean.keepSaturated(new float[] {255, 254, 10}, Double.POSITIVE_INFINITY, mean);
        assertArrayEquals(new float[] {255, 180, 20}, mean);
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NeighbourMean(W, H, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new NeighbourMean(W, H, Double.NaN));
        assertThrows(IllegalArgumentException.class,
            () -> new NeighbourMean(W, H, 0).mean(new float[W * H], new float[9][], new float[W * H]));
    }
}
