// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseMapTest {

    private static final int SIZE = 256;

    /** Counts of electrons by Knuth's method: multiply random numbers until the product falls below exp(-mean). */
    private static int poisson(final double mean, final Random random) {
        final double least = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > least) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static double meanVariance(final NoiseMap map) {
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += map.variance(SIZE * (i % 10 + 0.5) / 10, SIZE * (i / 10 + 0.5) / 10);
        }
        return sum / 100;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3, 20})
    void varianceOfGaussianNoiseIsFoundBesideSpots(final double deviation) {
        final Random random = new Random(1);
        final float[] pixels = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float)(100 + 0.2 * (i % SIZE) + deviation * random.nextGaussian());
        }
        for (int spot = 0; spot < 20; spot++) {
            SoftDisc.add(pixels, SIZE, SIZE, 20 + 11 * spot, 20 + 37 * spot % 220, 4, 0.8, 15 * deviation);
        }
        final NoiseMap map = new NoiseMap(SIZE, SIZE);
        map.measure(pixels, Double.NaN);
        assertEquals(1, meanVariance(map) / (deviation * deviation), 0.08);
    }

    /** The variance of counts is their mean, also where most pixels count nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.2, 1, 5})
    void varianceOfCountedElectronsIsTheirMean(final double mean) {
        final Random random = new Random(2);
        final float[] pixels = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = poisson(mean, random);
        }
        final NoiseMap map = new NoiseMap(SIZE, SIZE);
        map.measure(pixels, Double.NaN);
        assertEquals(1, meanVariance(map) / Math.max(mean, 1.0 / 12), 0.12);
    }

    /** A detector of 4 grey levels per electron, and one of 4 electrons per grey level. */
    @ParameterizedTest
    @ValueSource(doubles = {4, 1, 0.25})
    void gainIsTheSlopeOfVarianceAgainstBackground(final double gain) {
        final Random random = new Random(3);
        final float[] pixels = new float[SIZE * SIZE];
        final float[] background = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            final double dx = i % SIZE - 127.5;
            final double dy = i / SIZE - 127.5;
            background[i] = (float)(gain * (2 + 30 * Math.exp(-Math.hypot(dx, dy) / 40)));
            pixels[i] = (float)(gain * poisson(background[i] / gain, random) + 0.5 * gain * random.nextGaussian());
        }
        final NoiseMap map = new NoiseMap(SIZE, SIZE);
        map.measure(pixels, Double.NaN);
        final double[] result = new double[2];
        map.gain(background, SIZE, 1, result);
        final double error = 1 / Math.sqrt(result[1]);
        assertEquals(0.05 * gain, error, 0.04 * gain);
        assertEquals(gain, result[0], 4 * error);
    }

    @Test
    void aFlatBackgroundTellsNoGain() {
        final float[] pixels = new float[SIZE * SIZE];
        final NoiseMap map = new NoiseMap(SIZE, SIZE);
        map.measure(pixels, Double.NaN);
        final double[] result = {1, 1};
        map.gain(new float[SIZE * SIZE], SIZE, 1, result);
        assertEquals(0, result[0]);
        assertEquals(0, result[1]);
    }
}
