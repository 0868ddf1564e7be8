// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/**
 * Filters patterns as the program ASTAR does before it matches them, as far as the paper tells (Folastre et al. 2024,
 * section "Results in ACOM-Astar"). The program is closed and no other description of these filters is public, so each
 * is the simplest reading of the paper's words, done in the order in which the paper lists them:
 *
 * <ol>
 * <li><b>Softening loop</b>: "the intensity of a given pixel is set equal to the original recorded value minus the
 * average intensity calculated on a circle of radius R centered on that pixel (A 3 by 3 square matrix filter). If
 * negative, the result is set to 0." Here: the mean of all pixels whose centres lie within R + 1/2 px of the pixel,
 * itself included; for R = 1 these are the 3 x 3 pixels of the paper. To leave the pixel itself out would only multiply
 * a 3 x 3 result by 9/8. Each loop works on the result of the last.</li>
 * <li><b>Spot enhance loop</b>: the matrix [1 1 1; 1 8 1; 1 1 1], which the paper says reduces noise. Here: divided by
 * its sum, 16, so that grey levels stay within their range and the noise threshold keeps its meaning; applied to every
 * pixel.</li>
 * <li><b>Noise threshold</b>: pixels lower than the threshold become 0; so do negative ones, whatever the threshold.
 * Nothing is rounded or stretched in between.</li>
 * </ol>
 *
 * <p>At the border only pixels inside the pattern count, in sum and divisor. Pixels that are not finite numbers count as
 * 0. The result is never negative, and never above the largest pixel if none is negative. Note what a 3 x 3 matrix does
 * to spots that are flat over more than three pixels: their inside becomes 0 and their rim stays.</p>
 */
public final class AstarFilter implements PatternFilter {

    private static final int CENTRE_WEIGHT = 8;

    private final int m_width;
    private final int m_height;
    private final AstarFilterSettings m_settings;
    private final BoxSums m_box;
    private final DiscSums m_disc;
    private final float[] m_first;
    private final float[] m_second;
    private final float[] m_sums;
    private final float[] m_counts;

    /**
     * @param width pixels in a row, at least 1
     * @param height pixel rows, at least 1
     * @param settings loops and threshold
     */
    public AstarFilter(final int width, final int height, final AstarFilterSettings settings) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                "A pattern needs at least 1 x 1 px, found " + width + " x " + height + " px");
        }
        m_width = width;
        m_height = height;
        m_settings = settings;
        m_box = new BoxSums(width, height);
        m_disc = settings.softeningLoops() > 0 && settings.softeningRadius() > 1
            ? new DiscSums(width, height, settings.softeningRadius()) : null;
        m_first = new float[width * height];
        m_second = new float[width * height];
        m_sums = new float[width];
        m_counts = new float[width];
    }

    @Override
    public void apply(final float[] pixels, final float[] result) {
        float[] from = m_first;
        float[] to = m_second;
        for (int i = 0; i < from.length; i++) {
            from[i] = Math.abs(pixels[i]) <= Float.MAX_VALUE ? pixels[i] : 0;
        }
        for (int loop = 0; loop < m_settings.softeningLoops() + m_settings.spotEnhanceLoops(); loop++) {
            if (loop < m_settings.softeningLoops()) {
                soften(from, to);
            } else {
                enhance(from, to);
            }
            final float[] swap = from;
            from = to;
            to = swap;
        }
        final float threshold = (float)m_settings.noiseThreshold();
        for (int i = 0; i < from.length; i++) {
            result[i] = from[i] < threshold ? 0 : from[i];
        }
    }

    private void soften(final float[] from, final float[] to) {
        if (m_disc != null) {
            m_disc.prepare(from);
        }
        for (int y = 0; y < m_height; y++) {
            if (m_disc == null) {
                m_box.row(from, y, m_sums, m_counts);
            } else {
                m_disc.row(y, m_sums, m_counts);
            }
            final int start = y * m_width;
            for (int x = 0; x < m_width; x++) {
                // divided, not multiplied by 1 / count: what is flat becomes exactly 0
                to[start + x] = Math.max(0, from[start + x] - m_sums[x] / m_counts[x]);
            }
        }
    }

    private void enhance(final float[] from, final float[] to) {
        for (int y = 0; y < m_height; y++) {
            m_box.row(from, y, m_sums, m_counts);
            final int start = y * m_width;
            for (int x = 0; x < m_width; x++) {
                to[start + x] = (m_sums[x] + (CENTRE_WEIGHT - 1) * from[start + x])
                    / (m_counts[x] + (CENTRE_WEIGHT - 1));
            }
        }
    }
}
