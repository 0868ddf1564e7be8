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
    private static final int ROW_STEP = 2;
    /** A beam stop reaches at most so far (inner distances) and lets at most such a share of the halo through. */
    private static final int STOP_SHARE = 3;
    private static final double DARK_SHARE = 0.3;

    private final int m_width;
    private final int m_height;
    private final int m_inner;
    private final float[] m_columns;
    private final float[] m_distance;
    private final int[] m_place;
    private final float[] m_values;
    private final int[] m_start;
    private final int[] m_count;
    private final float[] m_level;
    private int m_rings;
    private double m_centreX = Double.NaN;
    private double m_centreY = Double.NaN;
    private double m_spread;
    private double m_sum;
    private double m_sum2;
    private int m_kept;

    /**
     * @param width width of the image (px)
     * @param height height of the image (px)
     * @param inner distance within which the direct beam lies (px); the level there is that at this distance
     */
    RadialBackground(final int width, final int height, final double inner) {
        m_width = width;
        m_height = height;
        m_inner = (int)Math.ceil(inner);
        m_columns = new float[width];
        for (int x = 0; x < width; x++) {
            m_columns[x] = x + 0.5f;
        }
        m_distance = new float[width];
        m_place = new int[width * ((height + ROW_STEP - 1) / ROW_STEP)];
        m_values = new float[m_place.length];
        final int rings = (int)Math.ceil(2 * Math.hypot(width, height)) + 4;
        m_start = new int[rings + 1];
        m_count = new int[rings];
        m_level = new float[rings];
    }

    /**
     * Measures the levels.
     *
     * @param pixels image, row by row (grey levels)
     * @param centreX centre of the rings (px), within the image
     * @param centreY centre of the rings (px), within the image
     * @param slack values that lie above the mean by no more are never left out (grey levels)
     */
    void measure(final float[] pixels, final double centreX, final double centreY, final double slack) {
        if (m_centreX != centreX || m_centreY != centreY) {
            arrange(centreX, centreY);
        }
        int n = 0;
        for (int y = 0; y < m_height; y += ROW_STEP) {
            for (int p = y * m_width; p < (y + 1) * m_width; p++) {
                m_values[m_place[n++]] = pixels[p];
            }
        }
        double total = 0;
        int counted = 0;
        for (int i = 0; i < m_rings; i++) {
            final double variance = ring(i, slack);
            if (i >= m_inner) {
                total += variance * m_count[i];
                counted += m_count[i];
            }
        }
        m_spread = counted == 0 ? 0 : total / counted;
        levels();
    }

    /** Gives every pixel of every other row, which is enough, a place among those of its ring. */
    private void arrange(final double centreX, final double centreY) {
        m_centreX = centreX;
        m_centreY = centreY;
        m_rings = (int)Math.hypot(Math.max(centreX, m_width - centreX), Math.max(centreY, m_height - centreY)) + 1;
        Arrays.fill(m_start, 0, m_rings + 1, 0);
        int n = 0;
        for (int y = 0; y < m_height; y += ROW_STEP) {
            distances(y);
            for (int x = 0; x < m_width; x++) {
                final int ring = (int)m_distance[x];
                m_place[n++] = ring;
                m_start[ring + 1]++;
            }
        }
        for (int i = 0; i < m_rings; i++) {
            m_start[i + 1] += m_start[i];
        }
        System.arraycopy(m_start, 0, m_count, 0, m_rings);
        for (int i = 0; i < n; i++) {
            m_place[i] = m_count[m_place[i]]++;
        }
    }

    private void distances(final int y) {
        final double dy = y + 0.5 - m_centreY;
        Rows.distances(m_columns, (float)-m_centreX, (float)(dy * dy), m_distance);
    }

    /** Mean of a ring, values far from it left out again and again; returns their variance. */
    private double ring(final int ring, final double slack) {
        float low = Float.NEGATIVE_INFINITY;
        float high = Float.POSITIVE_INFINITY;
        double variance = 0;
        m_count[ring] = -1;
        for (int round = 0; round < ROUNDS; round++) {
            final int before = m_count[ring];
            sum(m_start[ring], m_start[ring + 1], low, high);
            final double mean = m_kept == 0 ? 0 : m_sum / m_kept;
            variance = m_kept == 0 ? 0 : Math.max(0, m_sum2 / m_kept - mean * mean);
            final double clip = CLIP * Math.sqrt(variance) + 1e-6 * Math.abs(mean);
            low = (float)(mean - clip);
            high = (float)(mean + Math.max(clip, slack));
            m_level[ring] = (float)mean;
            m_count[ring] = m_kept;
            if (m_kept == before) {
                break;
            }
        }
        return variance;
    }

    /** Two sums side by side: an addition takes longer to end than to begin. */
    private void sum(final int start, final int end, final float low, final float high) {
        double a = 0;
        double b = 0;
        double a2 = 0;
        double b2 = 0;
        int count = 0;
        for (int i = start; i < end; i += 2) {
            final float first = m_values[i];
            final float second = i + 1 < end ? m_values[i + 1] : Float.NaN;
            final boolean keepFirst = first >= low && first <= high;
            final boolean keepSecond = second >= low && second <= high;
            final double x = keepFirst ? first : 0;
            final double y = keepSecond ? second : 0;
            a += x;
            b += y;
            a2 += x * x;
            b2 += y * y;
            count += (keepFirst ? 1 : 0) + (keepSecond ? 1 : 0);
        }
        m_sum = a + b;
        m_sum2 = a2 + b2;
        m_kept = count;
    }

    /** @return ring within which nothing is known of the halo: it never falls so far towards the direct beam */
    private int levelBehindBeamStop(final int inner) {
        int brightest = inner;
        for (int i = inner; i < Math.min(m_rings, STOP_SHARE * inner); i++) {
            if (m_level[i] > m_level[brightest]) {
                brightest = i;
            }
        }
        return m_level[inner] < DARK_SHARE * m_level[brightest] ? brightest : inner;
    }

    private void levels() {
        float last = Float.NaN;
        for (int i = Math.min(m_inner, m_rings - 1); i < m_rings; i++) {
            if (m_count[i] >= FEWEST_PIXELS || Float.isNaN(last)) {
                last = m_level[i];
            }
            m_level[i] = last;
        }
        final int inner = levelBehindBeamStop(Math.min(m_inner, m_rings - 1));
        Arrays.fill(m_level, 0, inner, m_level[inner]);
        m_level[m_rings] = last;
        m_level[m_rings + 1] = last;
        for (int i = 0; i < SMOOTHING; i++) {
            float before = m_level[0];
            for (int k = 1; k < m_rings; k++) {
                final float here = m_level[k];
                m_level[k] = 0.25f * (before + 2 * here + m_level[k + 1]);
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
            distances(y);
            for (int x = 0; x < m_width; x++) {
                final float r = Math.max(0, m_distance[x] - 0.5f);
                final int i = Math.min(m_rings, (int)r);
                out[y * m_width + x] = m_level[i] + (r - i) * (m_level[i + 1] - m_level[i]);
            }
        }
    }
}
