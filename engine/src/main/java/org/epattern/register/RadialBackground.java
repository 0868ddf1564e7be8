// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * Mean grey level at every distance from the direct beam, spots left out: halo and amorphous rings, which are round.
 * Has scratch memory; belongs to one thread.
 */
final class RadialBackground {

    private static final int ROUNDS = 4;
    private static final double CLIP = 2;
    private static final int FEWEST_PIXELS = 12;
    private static final int SMOOTHING = 2;

    private final int m_width;
    private final int m_height;
    private final int m_inner;
    private final short[] m_ring;
    private final double[] m_sum;
    private final double[] m_sum2;
    private final int[] m_count;
    private final float[] m_low;
    private final float[] m_high;
    private final double[] m_level;
    private int m_rings;
    private double m_centreX;
    private double m_centreY;
    private double m_spread;

    /**
     * @param width width of the image (px)
     * @param height height of the image (px)
     * @param inner distance within which the direct beam lies (px); the level there is that at this distance
     */
    RadialBackground(final int width, final int height, final double inner) {
        m_width = width;
        m_height = height;
        m_inner = (int)Math.ceil(inner);
        m_ring = new short[width * height];
        final int rings = (int)Math.ceil(2 * Math.hypot(width, height)) + 4;
        m_sum = new double[rings];
        m_sum2 = new double[rings];
        m_count = new int[rings];
        m_low = new float[rings];
        m_high = new float[rings];
        m_level = new double[rings];
    }

    /**
     * Measures the levels.
     *
     * @param pixels image, row by row (grey levels)
     * @param centreX centre of the rings (px), within the image
     * @param centreY centre of the rings (px), within the image
     */
    void measure(final float[] pixels, final double centreX, final double centreY) {
        m_centreX = centreX;
        m_centreY = centreY;
        for (int y = 0; y < m_height; y += 2) {
            final float dy = (float)(y + 0.5 - centreY);
            final float dy2 = dy * dy;
            for (int x = 0; x < m_width; x++) {
                final float dx = (float)(x + 0.5 - centreX);
                m_ring[y * m_width + x] = (short)(float)Math.sqrt(dx * dx + dy2);
            }
        }
        final double farX = Math.max(centreX, m_width - centreX);
        final double farY = Math.max(centreY, m_height - centreY);
        m_rings = (int)Math.hypot(farX, farY) + 1;
        Arrays.fill(m_low, 0, m_rings, Float.NEGATIVE_INFINITY);
        Arrays.fill(m_high, 0, m_rings, Float.POSITIVE_INFINITY);
        for (int round = 0; round < ROUNDS; round++) {
            sum(pixels);
            limits();
        }
        levels();
    }

    private void sum(final float[] pixels) {
        Arrays.fill(m_sum, 0, m_rings, 0);
        Arrays.fill(m_sum2, 0, m_rings, 0);
        Arrays.fill(m_count, 0, m_rings, 0);
        // every other row is enough, and the mean of a ring does not care which
        for (int y = 0; y < m_height; y += 2) {
            for (int p = y * m_width; p < (y + 1) * m_width; p++) {
                final int ring = m_ring[p];
                final float value = pixels[p];
                if (value >= m_low[ring] && value <= m_high[ring]) {
                    m_sum[ring] += value;
                    m_sum2[ring] += (double)value * value;
                    m_count[ring]++;
                }
            }
        }
    }

    private void limits() {
        double total = 0;
        int pixels = 0;
        for (int i = 0; i < m_rings; i++) {
            final double mean = m_count[i] == 0 ? 0 : m_sum[i] / m_count[i];
            final double variance = m_count[i] == 0 ? 0 : Math.max(0, m_sum2[i] / m_count[i] - mean * mean);
            final double clip = CLIP * Math.sqrt(variance) + 1e-6 * Math.abs(mean);
            m_level[i] = mean;
            m_low[i] = (float)(mean - clip);
            m_high[i] = (float)(mean + clip);
            if (i >= m_inner) {
                total += variance * m_count[i];
                pixels += m_count[i];
            }
        }
        m_spread = pixels == 0 ? 0 : total / pixels;
    }

    private void levels() {
        double last = Double.NaN;
        for (int i = Math.min(m_inner, m_rings - 1); i < m_rings; i++) {
            if (m_count[i] >= FEWEST_PIXELS || Double.isNaN(last)) {
                last = m_level[i];
            }
            m_level[i] = last;
        }
        Arrays.fill(m_level, 0, Math.min(m_inner, m_rings), m_level[Math.min(m_inner, m_rings - 1)]);
        m_level[m_rings] = last;
        m_level[m_rings + 1] = last;
        for (int i = 0; i < SMOOTHING; i++) {
            double before = m_level[0];
            for (int k = 1; k < m_rings; k++) {
                final double here = m_level[k];
                m_level[k] = 0.25 * (before + 2 * here + m_level[k + 1]);
                before = here;
            }
        }
    }

    /** @return mean variance about the levels (grey levels squared): small if the centre is right */
    double spread() {
        return m_spread;
    }

    /** @return centre of the rings (px) */
    double centreX() {
        return m_centreX;
    }

    /** @return centre of the rings (px) */
    double centreY() {
        return m_centreY;
    }

    /**
     * Draws the background.
     *
     * @param out receives an image of the size that was measured (grey levels)
     */
    void draw(final float[] out) {
        for (int y = 0; y < m_height; y++) {
            final float dy = (float)(y + 0.5 - m_centreY);
            final float dy2 = dy * dy;
            for (int x = 0; x < m_width; x++) {
                final float dx = (float)(x + 0.5 - m_centreX);
                final float r = Math.max(0, (float)Math.sqrt(dx * dx + dy2) - 0.5f);
                final int i = Math.min(m_rings, (int)r);
                out[y * m_width + x] = (float)(m_level[i] + (r - i) * (m_level[i + 1] - m_level[i]));
            }
        }
    }
}
