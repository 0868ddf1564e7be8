// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Arithmetic on the pixels about a spot, in loops without branches, tables or sums over arrays that hold nothing else:
 * Java 17 turns only such loops into vector instructions. All arrays hold a value per pixel; lengths in px.
 */
final class DiscLoops {

    /** The disc is flat where the argument of the tangent is larger: twice as many edge widths from the radius. */
    private static final float FLAT = 6;
    private static final float TINY = 1e-12f;

    private DiscLoops() {
    }

    static void add(final float[] shape, final float[] value, final int n, final float height) {
        for (int i = 0; i < n; i++) {
            value[i] += height * shape[i];
        }
    }

    static void weigh(final float[] shape, final float[] weight, final int n, final float own,
        final float variance) {
        for (int i = 0; i < n; i++) {
            weight[i] = 1 / (variance + own * shape[i]);
        }
    }

    static void distances(final float[] fromX, final float[] fromY, final float[] distance, final int n,
        final float x, final float y) {
        for (int i = 0; i < n; i++) {
            final float dx = fromX[i] - x;
            final float dy = fromY[i] - y;
            distance[i] = (float)Math.sqrt(dx * dx + dy * dy + TINY);
        }
    }

    static void arguments(final float[] distance, final float[] argument, final int n, final float radius,
        final float half) {
        for (int i = 0; i < n; i++) {
            argument[i] = Math.max(-FLAT, Math.min(FLAT, (distance[i] - radius) * half));
        }
    }

    /** Hyperbolic tangent: ninth convergent of Lambert's continued fraction, exact to 2e-5 (1e-7 below 2). */
    static void tangents(final float[] tangent, final int n) {
        for (int i = 0; i < n; i++) {
            final float t = tangent[i];
            final float t2 = t * t;
            final float over = t * (34459425f + t2 * (4729725f + t2 * (135135f + t2 * (990f + t2))));
            final float under = 34459425f + t2 * (16216200f + t2 * (945945f + t2 * (13860f + t2 * 45f)));
            tangent[i] = over / under;
        }
    }

    /** The logistic function of the edge is half of 1 - tanh; its slope follows. */
    static void shapes(final float[] tangent, final float[] shape, final float[] slope, final int n) {
        for (int i = 0; i < n; i++) {
            final float tanh = tangent[i];
            shape[i] = 0.5f - 0.5f * tanh;
            slope[i] = 0.25f * (1 - tanh * tanh);
        }
    }

    static void components(final float[] slope, final float[] distance, final float[] from, final float[] out,
        final int n, final float centre) {
        for (int i = 0; i < n; i++) {
            out[i] = slope[i] / distance[i] * (from[i] - centre);
        }
    }

    static void moments(final float[] slope, final float[] distance, final float[] out, final int n,
        final float radius) {
        for (int i = 0; i < n; i++) {
            out[i] = slope[i] * (distance[i] - radius);
        }
    }

    static void residuals(final float[] value, final float[] shape, final float[] residual, final int n,
        final float level, final float height) {
        for (int i = 0; i < n; i++) {
            residual[i] = value[i] - level - height * shape[i];
        }
    }
}
