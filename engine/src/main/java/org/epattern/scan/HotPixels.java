// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Pixels of a detector that are too bright in every pattern, and their repair by the median of their neighbours.
 *
 * <p>A pixel is hot if, in a sample of patterns spread over the scan, it outshines all of its eight neighbours but one
 * in nine patterns of ten, and its mean stands {@code factor} times the local noise above them, alone or as one of a
 * pair. Spots of more than one or two pixels are never taken for hot ones, and spots that move or fade with the scan
 * neither.</p>
 *
 * @param width pixels in a row of a pattern
 * @param height pixel rows of a pattern
 * @param pixels numbers of the hot pixels, rising
 */
public record HotPixels(int width, int height, int[] pixels) {

    /** Patterns that are looked at, at most. */
    public static final int SAMPLED_PATTERNS = 64;

    private static final double OFTEN = 0.9;
    /** Largest height of a true neighbour above the surroundings, as a share of that of the hot pixel. */
    private static final double ALONE = 0.25;
    private static final double NORMAL = 1.4826;

    /** Refuses pixels outside of the pattern. */
    public HotPixels {
        pixels = pixels.clone();
        for (final int pixel : pixels) {
            if (pixel < 0 || pixel >= width * height) {
                throw new IllegalArgumentException("Pixel " + pixel + " is not within a pattern of " + width + " x "
                    + height + " px");
            }
        }
    }

    @Override
    public int[] pixels() {
        return pixels.clone();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof HotPixels hot && width == hot.width && height == hot.height
            && Arrays.equals(pixels, hot.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return pixels.length + " hot pixels of " + width + " x " + height;
    }

    /**
     * Looks for hot pixels.
     *
     * @param scan the scan
     * @param factor height of the mean of a hot pixel above its surroundings, in units of the local noise; above 0
     * @param progress hears how far it is, and is asked whether to stop
     * @return the hot pixels; none if the patterns are smaller than 3 x 3 px
     * @throws IOException if the scan cannot be read
     */
    public static HotPixels find(final Scan scan, final double factor, final Progress progress) throws IOException {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("The factor for hot pixels must be above 0; found " + factor);
        }
        final ScanGeometry g = scan.geometry();
        final int sampled = (int)Math.min(g.patternCount(), SAMPLED_PATTERNS);
        final float[] pixels = new float[g.pixelCount()];
        final double[] mean = new double[pixels.length];
        final byte[] outshines = new byte[pixels.length];
        try (PatternReader reader = scan.openReader()) {
            for (int i = 0; i < sampled; i++) {
                progress.checkCanceled();
                progress.report((double)i / sampled, "hot pixels");
                reader.read(i * g.patternCount() / sampled, pixels);
                for (int p = 0; p < pixels.length; p++) {
                    mean[p] += pixels[p] / sampled;
                    outshines[p] += outshines(pixels, g.patternWidth(), g.patternHeight(), p) ? 1 : 0;
                }
            }
        }
        final int[] hot = IntStream.range(0, pixels.length)
            .filter(p -> outshines[p] >= OFTEN * sampled)
            .filter(p -> standsOut(mean, g.patternWidth(), g.patternHeight(), p, factor, sampled)).toArray();
        return new HotPixels(g.patternWidth(), g.patternHeight(), hot);
    }

    private static boolean standsOut(final double[] mean, final int width, final int height, final int pixel,
        final double factor, final int sampled) {
        final int x0 = pixel % width;
        final int y0 = pixel / width;
        final double[] ring = new double[24];
        int n = 0;
        for (int y = Math.max(0, y0 - 2); y <= Math.min(height - 1, y0 + 2); y++) {
            for (int x = Math.max(0, x0 - 2); x <= Math.min(width - 1, x0 + 2); x++) {
                if (x != x0 || y != y0) {
                    ring[n++] = mean[y * width + x];
                }
            }
        }
        if (n < 8) {
            return false;
        }
        Arrays.sort(ring, 0, n);
        final double level = ring[n / 2];
        final double excess = mean[pixel] - level;
        int bright = 0;
        for (int y = Math.max(0, y0 - 1); y <= Math.min(height - 1, y0 + 1); y++) {
            for (int x = Math.max(0, x0 - 1); x <= Math.min(width - 1, x0 + 1); x++) {
                bright += (x != x0 || y != y0) && mean[y * width + x] - level > ALONE * excess ? 1 : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            ring[i] = Math.abs(ring[i] - level);
        }
        Arrays.sort(ring, 0, n);
        // where all neighbours are equal, the noise of counting is the least that there is
        final double noise = Math.max(NORMAL * ring[n / 2],
            Math.sqrt(Math.max(Math.abs(level), 1.0 / sampled) / sampled));
        return bright <= 1 && excess > factor * noise;
    }

    /** @return whether a pixel is brighter than all of its neighbours but one */
    private static boolean outshines(final float[] pixels, final int width, final int height, final int pixel) {
        final int x0 = pixel % width;
        final int y0 = pixel / width;
        final float level = pixels[pixel];
        int brighter = 0;
        int all = 0;
        for (int y = Math.max(0, y0 - 1); y <= Math.min(height - 1, y0 + 1); y++) {
            for (int x = Math.max(0, x0 - 1); x <= Math.min(width - 1, x0 + 1); x++) {
                brighter += pixels[y * width + x] >= level ? 1 : 0;
                all++;
            }
        }
        // the pixel itself is one of those that are not darker
        return all > 2 && brighter <= 2;
    }

    /** Repairs patterns; belongs to one thread. */
    final class Repair {

        private final BitSet m_hot = new BitSet();
        private final double[] m_around = new double[8];

        Repair() {
            for (final int pixel : pixels) {
                m_hot.set(pixel);
            }
        }

        /** Replaces each hot pixel by the median of those of its neighbours that are not hot; 0 if all are. */
        void repair(final byte[] samples, final SampleType type) {
            for (final int pixel : pixels) {
                final int x0 = pixel % width;
                final int y0 = pixel / width;
                int n = 0;
                for (int y = Math.max(0, y0 - 1); y <= Math.min(height - 1, y0 + 1); y++) {
                    for (int x = Math.max(0, x0 - 1); x <= Math.min(width - 1, x0 + 1); x++) {
                        final int p = y * width + x;
                        if (!m_hot.get(p)) {
                            m_around[n++] = Samples.get(samples, type, p);
                        }
                    }
                }
                Arrays.sort(m_around, 0, n);
                final double median =
                    n == 0 ? 0 : n % 2 == 1 ? m_around[n / 2] : (m_around[n / 2 - 1] + m_around[n / 2]) / 2;
                Samples.set(samples, type, pixel, median);
            }
        }
    }
}
