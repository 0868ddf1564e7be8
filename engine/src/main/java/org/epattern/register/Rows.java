// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Arithmetic on rows of pixels. Java 17 turns a loop into vector instructions (5 to 8 times as fast) if it runs from
 * index 0 over arrays of its own and does nothing else; rows are copied in and out for that, which costs little.
 */
final class Rows {

    private Rows() {
    }

    /** Sets out = factor x row. */
    static void multiply(final float[] row, final float factor, final float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = factor * row[x];
        }
    }

    /** Sets out = factors x row, element by element. */
    static void multiply(final float[] row, final float[] factors, final float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = factors[x] * row[x];
        }
    }

    /** Adds weight x row. */
    static void add(final float[] row, final float weight, final float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] += weight * row[x];
        }
    }

    /** Adds weight x (first + second). */
    static void add(final float[] first, final float[] second, final float weight, final float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] += weight * (first[x] + second[x]);
        }
    }

    /** Adds two such terms at once. */
    static void add(final float[] first, final float[] second, final float weight, final float[] third,
        final float[] fourth, final float otherWeight, final float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] += weight * (first[x] + second[x]) + otherWeight * (third[x] + fourth[x]);
        }
    }

    /** Sets out = first - 2 middle + last: the second difference. */
    static void secondDifference(final float[] first, final float[] middle, final float[] last, final float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = first[x] - 2 * middle[x] + last[x];
        }
    }

    /** Raises out to row - the larger one of two others, where that is higher. */
    static void raise(final float[] row, final float[] left, final float[] right, final float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = Math.max(out[x], row[x] - Math.max(left[x], right[x]));
        }
    }

    /** Raises out to (first - second) x scale x other scale, where that is higher. */
    static void raise(final float[] first, final float[] second, final float[] scale, final float[] otherScale,
        final float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = Math.max(out[x], (first[x] - second[x]) * scale[x] * otherScale[x]);
        }
    }

    /** Sets out to the distance of pixels from a place: the root of the square of x + column plus another square. */
    static void distances(final float[] columns, final float x, final float square, final float[] out) {
        for (int i = 0; i < out.length; i++) {
            final float d = columns[i] + x;
            out[i] = (float)Math.sqrt(d * d + square);
        }
    }
}
