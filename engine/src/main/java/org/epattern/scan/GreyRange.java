// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;

/**
 * Grey levels that become black and white when a scan is stored with 8 bit: one range for the whole scan, so that
 * intensities of different patterns stay comparable.
 *
 * @param low grey level that becomes 0
 * @param high grey level that becomes 255, not below {@code low}
 */
public record GreyRange(double low, double high) {

    /** Patterns that the percentiles are taken from at most; of a larger scan, so many evenly spread ones. */
    public static final int SAMPLED_PATTERNS = 4096;

    private static final int LARGEST = 255;

    /** Refuses what is not a range. */
    public GreyRange {
        if (!(low <= high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                "The grey range must go from a lower to a higher value; found " + low + " to " + high);
        }
    }

    /**
     * Finds percentiles of the grey levels of a scan. They are exact for the patterns looked at: all of them up to
     * {@value #SAMPLED_PATTERNS}, evenly spread ones of a larger scan. Memory does not grow with the scan: 8- and
     * 16-bit grey levels are counted one by one; for larger types the patterns are read twice, first for the leading 16
     * bits of the percentile, then for the rest.
     *
     * @param scan the scan
     * @param lowPercent share of the pixels that may lie at or below {@code low} (percent, 0 to 100); 0 = the minimum
     * @param highPercent share of the pixels that may lie at or below {@code high} (percent, 0 to 100); 100 = the
     *            maximum
     * @param progress hears how far it is, and is asked whether to stop
     * @return the range; pixels that are not finite do not count, and without any that are it goes from 0 to 0
     * @throws IOException if the scan cannot be read
     */
    public static GreyRange ofScan(final Scan scan, final double lowPercent, final double highPercent,
        final Progress progress) throws IOException {
        if (!(lowPercent >= 0 && lowPercent <= highPercent && highPercent <= 100)) {
            throw new IllegalArgumentException("The percentiles of the grey range must rise from 0 to 100; found "
                + lowPercent + " and " + highPercent);
        }
        final float[] range = new Percentiles(scan, progress).find(lowPercent / 100, highPercent / 100);
        return new GreyRange(range[0], range[1]);
    }

    /**
     * Maps grey levels to whole numbers from 0 to 255; not a number becomes 0. Where low equals high, levels above
     * become 255 and all others 0.
     *
     * @param pixels grey levels; replaced
     */
    void toEightBit(final float[] pixels) {
        final double scale = high > low ? LARGEST / (high - low) : Float.MAX_VALUE;
        for (int i = 0; i < pixels.length; i++) {
            final long level = Math.round((pixels[i] - low) * scale);
            pixels[i] = level < 0 ? 0 : level > LARGEST ? LARGEST : level;
        }
    }
}
