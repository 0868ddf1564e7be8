// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import org.epattern.scan.GreyRange;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;

/**
 * Turns grey levels into the sample type of a file: as they are, or along one straight line for the whole scan. Values
 * that do not fit are kept within the limits of the type and counted. Shared freely between threads.
 *
 * @param type sample type of the file
 * @param range grey levels that become the smallest and the largest value of the type (0 and 1 for floating point);
 *            null = grey levels stay as they are, rounded where the type is an integer
 */
public record GreyConversion(SampleType type, GreyRange range) {

    /**
     * What was cut off.
     *
     * @param below number of pixels below the smallest value, or not a number
     * @param above number of pixels above the largest value
     */
    public record Cut(long below, long above) {

        /** Nothing was cut off. */
        public static final Cut NONE = new Cut(0, 0);

        /** @return both together */
        public Cut plus(final Cut other) {
            return new Cut(below + other.below, above + other.above);
        }
    }

    /**
     * @param pixels grey levels
     * @param samples receives {@code pixels.length} samples, little-endian
     * @return how many were cut off
     */
    public Cut convert(final float[] pixels, final byte[] samples) {
        final double low = range == null ? 0 : range.low();
        final double top = type.isInteger() ? type.max() : 1;
        final double bottom = type.isInteger() ? Math.max(0, type.min()) : 0;
        final double span = range == null || range.high() == low ? 1 : range.high() - low;
        long below = 0;
        long above = 0;
        for (int i = 0; i < pixels.length; i++) {
            final double value = range == null ? pixels[i] : bottom + (pixels[i] - low) * (top - bottom) / span;
            if (type.isInteger()) {
                final double whole = Math.rint(value);
                if (whole > type.max()) {
                    above++;
                } else if (!(whole >= type.min())) {
                    below++;
                }
            }
            Samples.set(samples, type, i, value);
        }
        return new Cut(below, above);
    }
}
