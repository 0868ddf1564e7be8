// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** Copies patterns so that every pixel is a finite number. */
final class FinitePixels {

    private FinitePixels() {
    }

    /**
     * Copies a pattern; pixels that are not finite become the mean of the others, 0 if there are none.
     *
     * @param pixels pattern
     * @param copy receives the copy, of the same length
     */
    static void copy(final float[] pixels, final float[] copy) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < pixels.length; i++) {
            final float value = pixels[i];
            copy[i] = value;
            if (Float.isFinite(value)) {
                sum += value;
                n++;
            }
        }
        if (n < pixels.length) {
            final float mean = n == 0 ? 0 : (float)(sum / n);
            for (int i = 0; i < pixels.length; i++) {
                copy[i] = Float.isFinite(pixels[i]) ? pixels[i] : mean;
            }
        }
    }
}
