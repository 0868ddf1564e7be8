// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;
import java.util.Arrays;

/**
 * Percentiles of the grey levels of a scan in bounded memory. Levels of 8 and 16 bits are counted one by one. Larger
 * ones are numbered by 32 bits so that the numbers rise with the levels; first the upper 16 bits of the numbers of all
 * pixels are counted, then the lower 16 bits of those pixels whose upper bits are the percentile's.
 */
final class Percentiles {

    private static final int BINS = 1 << 16;
    /** Keeps a rank that is a whole number, such as 99.9 percent of 1000, from being rounded up. */
    private static final double ROUNDING = 1e-6;

    private final Scan m_scan;
    private final Progress m_progress;
    private final boolean m_few;
    private final int m_least;
    private final float[] m_pixels;

    Percentiles(final Scan scan, final Progress progress) {
        m_scan = scan;
        m_progress = progress;
        final SampleType type = scan.geometry().sampleType();
        m_few = type.isInteger() && type.bytes() <= 2;
        m_least = m_few ? (int)type.min() : 0;
        m_pixels = new float[scan.geometry().pixelCount()];
    }

    /**
     * @param shares shares of the pixels, 0 to 1
     * @return for each share the smallest grey level that at least that share of the pixels does not exceed; 0 where no
     *         pixel is finite
     * @throws IOException if the scan cannot be read
     */
    float[] find(final double... shares) throws IOException {
        final long[] bins = new long[BINS];
        overPatterns(0, () -> countAll(bins));
        final long total = Arrays.stream(bins).sum();
        final float[] levels = new float[shares.length];
        if (total == 0) {
            return levels;
        }
        final long[] ranks =
            Arrays.stream(shares).mapToLong(s -> Math.max(1, (long)Math.ceil(s * total - ROUNDING))).toArray();
        final int[] found = new int[shares.length];
        final long[][] rest = new long[shares.length][];
        for (int i = 0; i < shares.length; i++) {
            found[i] = bin(bins, ranks[i]);
            ranks[i] -= Arrays.stream(bins, 0, found[i]).sum();
            levels[i] = found[i] + m_least;
            rest[i] = new long[m_few ? 0 : BINS];
        }
        if (!m_few) {
            overPatterns(1, () -> countWithin(found, rest));
            for (int i = 0; i < shares.length; i++) {
                levels[i] = level(found[i] << 16 | bin(rest[i], ranks[i]));
            }
        }
        return levels;
    }

    private void overPatterns(final int pass, final Runnable count) throws IOException {
        final long patterns = m_scan.geometry().patternCount();
        final long looked = Math.min(patterns, GreyRange.SAMPLED_PATTERNS);
        final double passes = m_few ? 1 : 2;
        try (PatternReader reader = m_scan.openReader()) {
            for (long i = 0; i < looked; i++) {
                m_progress.checkCanceled();
                m_progress.report((pass + (double)i / looked) / passes, "grey range of the scan");
                reader.read(i * patterns / looked, m_pixels);
                count.run();
            }
        }
    }

    private void countAll(final long[] bins) {
        if (m_few) {
            for (final float pixel : m_pixels) {
                bins[(int)pixel - m_least]++;
            }
        } else {
            for (final float pixel : m_pixels) {
                if (Float.isFinite(pixel)) {
                    bins[number(pixel) >>> 16]++;
                }
            }
        }
    }

    private void countWithin(final int[] upper, final long[][] rest) {
        for (final float pixel : m_pixels) {
            if (Float.isFinite(pixel)) {
                final int number = number(pixel);
                for (int i = 0; i < upper.length; i++) {
                    if (number >>> 16 == upper[i]) {
                        rest[i][number & 0xffff]++;
                    }
                }
            }
        }
    }

    /** Bin in which the pixel of that rank lies, ranks from 1. */
    private static int bin(final long[] bins, final long rank) {
        int bin = 0;
        for (long sum = bins[0]; sum < rank; sum += bins[bin]) {
            bin++;
        }
        return bin;
    }

    /** Numbers that rise (unsigned) with the grey level: the float's own bits, turned round where it is negative. */
    private static int number(final float level) {
        final int bits = Float.floatToRawIntBits(level);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    private static float level(final int number) {
        return Float.intBitsToFloat(number < 0 ? number ^ Integer.MIN_VALUE : ~number);
    }
}
