// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

class PatternShiftTest {

    private static final int W = 64;
    private static final int H = 48;

    private static float[] shifted(final float[] in, final double dx, final double dy) {
        final float[] out = new float[in.length];
        new PatternShift(W, H).shift(in, dx, dy, out);
        return out;
    }

    /** Sum, centre x, centre y, variance in x. */
    private static double[] moments(final float[] pixels) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXX = 0;
        for (int i = 0; i < pixels.length; i++) {
            final double x = i % W + 0.5;
            sum += pixels[i];
            sumX += x * pixels[i];
            sumY += (i / W + 0.5) * pixels[i];
            sumXX += x * x * pixels[i];
        }
        return new double[] {sum, sumX / sum, sumY / sum, sumXX / sum - sumX / sum * (sumX / sum)};
    }

    @Test
    void centreMovesExactlyAndFluxAndWidthStay() {
        final float[] spot = TestPatterns.gaussian(W, H, 30.2, 22.7, 2.5);
        final double[] before = moments(spot);
        final Random random = new Random(1);
        for (int trial = 0; trial < 50; trial++) {
            final double dx = random.nextDouble() * 12 - 6;
            final double dy = random.nextDouble() * 12 - 6;
            final double[] after = moments(shifted(spot, dx, dy));
            assertEquals(before[0], after[0], before[0] * 1e-6);
            assertEquals(before[1] + dx, after[1], 1e-4);
            assertEquals(before[2] + dy, after[2], 1e-4);
            assertEquals(before[3], after[3], 2e-3);
        }
    }

    @Test
    void shiftedGaussianIsTheGaussianThere() {
        final float[] out = shifted(TestPatterns.gaussian(W, H, 30, 22, 2.5), 1.37, -2.81);
        assertArrayEquals(TestPatterns.gaussian(W, H, 31.37, 19.19, 2.5), out, 0.6f);
    }

    @Test
    void wholeShiftCopiesPixels() {
        final float[] in = TestPatterns.diffraction(W, H, 2);
        final float[] out = shifted(in, 3, -2);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                final boolean inside = x >= 3 && y < H - 2;
                assertEquals(inside ? in[(y + 2) * W + x - 3] : 0, out[y * W + x]);
            }
        }
        assertArrayEquals(in, shifted(in, 0, 0));
    }

    @Test
    void constantStaysConstantAwayFromTheEdge() {
        final float[] out = shifted(TestPatterns.constant(W * H, 9), 0.4, 0.6);
        for (int y = 3; y < H - 3; y++) {
            for (int x = 3; x < W - 3; x++) {
                assertEquals(9, out[y * W + x], 1e-5);
            }
        }
    }

    @Test
    void everythingMayLeave() {
        final float[] in = TestPatterns.constant(W * H, 9);
        for (final double far : new double[] {W, -W, W + 0.5, 1e9, -1e300, Double.POSITIVE_INFINITY}) {
            assertArrayEquals(new float[W * H], shifted(in, far, 0));
            assertArrayEquals(new float[W * H], shifted(in, 0, far));
        }
        final float[] out = shifted(in, W - 1, H - 1);
        assertEquals(9, out[W * H - 1]);
        assertEquals(0, out[W * H - 2]);
    }

    @Test
    void shiftThatIsNoneIsRefused() {
        final float[] in = new float[W * H];
        assertThrows(IllegalArgumentException.class, () -> shifted(in, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new PatternShift(W, H).shift(in, 1, 1, in));
    }
}
