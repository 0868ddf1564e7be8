// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** Places a maximum between pixels. */
final class Parabola {

    private Parabola() {
    }

    /**
     * @param image image, row by row
     * @param pixel the maximum
     * @param index its column or row
     * @param length number of columns or rows
     * @param stride distance of neighbours in that direction (pixels of the array)
     * @return top of the parabola through the pixel and its two neighbours (px; the centre of pixel i is i + 0.5)
     */
    static double top(final float[] image, final int pixel, final int index, final int length, final int stride) {
        if (index == 0 || index == length - 1) {
            return index + 0.5;
        }
        final double before = image[pixel - stride];
        final double after = image[pixel + stride];
        final double bend = 2.0 * image[pixel] - before - after;
        return index + 0.5 + (bend > 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (after - before) / bend)) : 0);
    }
}
