// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import java.util.Arrays;
import java.util.Random;

/** Patterns for tests: a direct beam, a halo, a ring, spots and noise, in whole grey levels from 0 to 255. */
final class TestPatterns {

    private static final int SPOTS = 25;

    private TestPatterns() {
    }

    static float[] diffraction(final int width, final int height, final long seed) {
        final Random random = new Random(seed);
        final float[] pixels = new float[width * height];
        final double[][] spots = new double[SPOTS][];
        for (int i = 0; i < SPOTS; i++) {
            spots[i] = new double[] {random.nextDouble() * width, random.nextDouble() * height,
                3 + random.nextDouble() * 5, 4 + random.nextDouble() * 80};
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final double r = Math.hypot(x + 0.5 - width / 2.0, y + 0.5 - height / 2.0);
                double value = 8 + 60 * Math.exp(-10 * r / width) + 200 * Math.exp(-r * r / 60)
                    + 6 * Math.exp(-Math.pow((r - width / 4.0) * 50 / width, 2));
                for (final double[] spot : spots) {
                    value += spot[3] * Math.exp(-(Math.pow(x - spot[0], 2) + Math.pow(y - spot[1], 2))
                        / (spot[2] * spot[2]));
                }
                value += random.nextGaussian() * Math.sqrt(value + 1);
                pixels[y * width + x] = (float)Math.max(0, Math.min(255, Math.rint(value)));
            }
        }
        return pixels;
    }

    static float[] constant(final int pixels, final float value) {
        final float[] pattern = new float[pixels];
        Arrays.fill(pattern, value);
        return pattern;
    }

    /** Gaussian spot sampled at the pixel centres i + 0.5. */
    static float[] gaussian(final int width, final int height, final double x, final double y, final double sigma) {
        final float[] pixels = new float[width * height];
        for (int i = 0; i < pixels.length; i++) {
            final double dx = i % width + 0.5 - x;
            final double dy = i / width + 0.5 - y;
            pixels[i] = (float)(100 * Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma)));
        }
        return pixels;
    }
}
