// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** Copies patterns so that every pixel is a finite number. */
final class FinitePixels {

    /** All bits set: infinite or not a number. */
    private static final int EXPONENT = 0x7f800000;

    private FinitePixels() {
    }

    /**
     * Copies a pattern; pixels that are not finite become the mean of the others, 0 if there are none.
     *
     * @param pixels pattern
     * @param copy receives the copy, of the same length
     */
    static void copy(final float[] pixels, final float[] copy) {
        int strange = 0;
        for (int i = 0; i < pixels.length; i++) {
            strange += (Float.floatToRawIntBits(pixels[i]) & EXPONENT) == EXPONENT ? 1 : 0;
        }
        System.arraycopy(pixels, 0, copy, 0, pixels.length);
        if (strange > 0) {
            replace(copy);
        }
    }

    private static void replace(final float[] pixels) {
        double sum = 0;
        int n = 0;
        for (final float pixel : pixels) {
            if (Float.isFinite(pixel)) {
                sum += pixel;
                n++;
            }
        }
        final float mean = n == 0 ? 0 : (float)(sum / n);
        for (int i = 0; i < pixels.length; i++) {
            if (!Float.isFinite(pixels[i])) {
                pixels[i] = mean;
            }
        }
    }
}
