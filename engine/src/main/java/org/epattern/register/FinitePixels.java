// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/** Copies patterns so that every pixel is a finite number. Has scratch memory; belongs to one thread. */
final class FinitePixels {

    private static final int LENGTH = 512;

    private final float[] m_some = new float[LENGTH];
    private final float[] m_sum = new float[LENGTH];

    /**
     * Copies a pattern; pixels that are not finite become the mean of the others, 0 if there are none.
     *
     * @param pixels pattern
     * @param copy receives the copy, of the same length
     */
    void copy(final float[] pixels, final float[] copy) {
        System.arraycopy(pixels, 0, copy, 0, pixels.length);
        if (!areFinite(pixels)) {
            replace(copy);
        }
    }

    /** Zero times a number is zero, but for those that are not finite. */
    private boolean areFinite(final float[] pixels) {
        Arrays.fill(m_sum, 0);
        for (int from = 0; from < pixels.length; from += LENGTH) {
            // the last part may hold pixels of the one before again
            System.arraycopy(pixels, from, m_some, 0, Math.min(LENGTH, pixels.length - from));
            Rows.add(m_some, 0, m_sum);
        }
        for (final float sum : m_sum) {
            if (sum != 0) {
                return false;
            }
        }
        return true;
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
