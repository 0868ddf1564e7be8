// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ImageQualityTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    private static float[] noise(final long seed, final double mean, final double spread) {
        final Random random = new Random(seed);
        final float[] pixels = new float[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float)(mean + spread * random.nextGaussian());
        }
        return pixels;
    }

    @Test
    void equalPatternsAreEqual() {
        final float[] pattern = noise(1, 20, 9);
        final ImageQuality.Values values = new ImageQuality(WIDTH, HEIGHT, 255).compare(pattern, pattern.clone());
        assertEquals(0, values.rmse());
        assertEquals(Double.POSITIVE_INFINITY, values.psnr());
        assertEquals(1, values.ssim(), 1e-6);
    }

    @Test
    void constantShiftByHand() {
        final float[] a = new float[WIDTH * HEIGHT];
        final float[] b = new float[WIDTH * HEIGHT];
        Arrays.fill(a, 100);
        Arrays.fill(b, 110);
        final ImageQuality.Values values = new ImageQuality(WIDTH, HEIGHT, 255).compare(a, b);
        assertEquals(10, values.rmse(), 1e-12);
        // 20 log10(255 / 10)
        assertEquals(28.1308, values.psnr(), 1e-4);
        // variances are 0: (2 a b + C1) / (a² + b² + C1) with C1 = 2.55² = 6.5025
        assertEquals((2 * 100 * 110 + 6.5025) / (100 * 100 + 110 * 110 + 6.5025), values.ssim(), 1e-6);
    }

    @Test
    void similarityIsThatOfTheDefinitionWindowByWindow() {
        final float[] a = noise(2, 30, 12);
        final float[] b = noise(3, 4, 5);
        for (int i = 0; i < b.length; i++) {
            b[i] += 0.7f * a[i];
        }
        assertEquals(bySteps(a, b, 255), new ImageQuality(WIDTH, HEIGHT, 255).ssim(a, b), 1e-5);
    }

    @Test
    void similarityKeepsItsDigitsFarFromZero() {
        final float[] a = noise(4, 60000, 3);
        final float[] b = noise(5, 60000, 3);
        assertEquals(bySteps(a, b, 65535), new ImageQuality(WIDTH, HEIGHT, 65535).ssim(a, b), 1e-5);
    }

    @Test
    void notANumberStaysNotANumber() {
        final float[] a = noise(6, 10, 1);
        final float[] b = a.clone();
        b[WIDTH * 14 + 14] = Float.NaN;
        final ImageQuality.Values values = new ImageQuality(WIDTH, HEIGHT, 255).compare(a, b);
        assertTrue(Double.isNaN(values.rmse()) && Double.isNaN(values.psnr()) && Double.isNaN(values.ssim()),
            values::toString);
    }

    @Test
    void patternsSmallerThanTheWindowHaveNoSimilarity() {
        assertTrue(Double.isNaN(new ImageQuality(10, 40, 255).ssim(new float[400], new float[400])));
    }

    @Test
    void refusesPatternsOfAnotherSizeAndAnEmptyRange() {
        final ImageQuality quality = new ImageQuality(WIDTH, HEIGHT, 255);
        final String size = assertThrows(IllegalArgumentException.class,
            () -> quality.rmse(new float[WIDTH * HEIGHT], new float[5])).getMessage();
        assertTrue(size.contains("1073") && size.contains("5"), size);
        assertThrows(IllegalArgumentException.class, () -> new ImageQuality(WIDTH, HEIGHT, 0));
    }

    /** The definition, in double precision, a two-dimensional window at each place. */
    private static double bySteps(final float[] a, final float[] b, final double range) {
        final double c1 = 0.01 * range * 0.01 * range;
        final double c2 = 0.03 * range * 0.03 * range;
        double sum = 0;
        int places = 0;
        for (int y = 5; y < HEIGHT - 5; y++) {
            for (int x = 5; x < WIDTH - 5; x++) {
                double w = 0;
                double ma = 0;
                double mb = 0;
                for (int j = -5; j <= 5; j++) {
                    for (int i = -5; i <= 5; i++) {
                        final double g = Math.exp(-(i * i + j * j) / 4.5);
                        w += g;
                        ma += g * a[(y + j) * WIDTH + x + i];
                        mb += g * b[(y + j) * WIDTH + x + i];
                    }
                }
                ma /= w;
                mb /= w;
                double va = 0;
                double vb = 0;
                double cov = 0;
                for (int j = -5; j <= 5; j++) {
                    for (int i = -5; i <= 5; i++) {
                        final double g = Math.exp(-(i * i + j * j) / 4.5) / w;
                        final double da = a[(y + j) * WIDTH + x + i] - ma;
                        final double db = b[(y + j) * WIDTH + x + i] - mb;
                        va += g * da * da;
                        vb += g * db * db;
                        cov += g * da * db;
                    }
                }
                sum += (2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
                places++;
            }
        }
        return sum / places;
    }
}
