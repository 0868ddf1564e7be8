// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * Maxima of an image with their exact prominence: pixels are taken from the highest down, and where two mountains meet,
 * the lower one is given its height above the saddle (union-find). Has scratch memory; belongs to one thread.
 */
final class Summits {

    private static final int NONE = -1;
    /** Bits that are sorted by at a time. */
    private static final int DIGIT = 8;
    private static final long DIGITS = (1 << DIGIT) - 1;

    private final int m_width;
    private final int m_height;
    private final int[] m_parent;
    private final int[] m_ends = new int[1 << DIGIT];
    private long[] m_order = new long[4096];
    private long[] m_sorted = {};
    private int[] m_pixel = new int[256];
    private float[] m_prominence = new float[256];
    private final int[] m_number;
    private int m_count;

    /**
     * @param width width of the image (px)
     * @param height height of the image (px)
     */
    Summits(final int width, final int height) {
        m_width = width;
        m_height = height;
        m_parent = new int[width * height];
        m_number = new int[width * height];
    }

    /**
     * Finds the maxima that lie above a level.
     *
     * @param image finite values, row by row
     * @param sea level above which pixels are looked at
     * @param ground level, at most {@code sea}, above which the height of mountains counts that meet no higher one
     */
    void find(final float[] image, final float sea, final float ground) {
        int n = 0;
        for (int p = 0; p < image.length; p++) {
            if (image[p] > sea) {
                if (n == m_order.length) {
                    m_order = Arrays.copyOf(m_order, 2 * n);
                }
                m_order[n++] = (long)falling(image[p]) << 32 | p;
            }
        }
        sort(n);
        Arrays.fill(m_parent, NONE);
        m_count = 0;
        for (int i = 0; i < n; i++) {
            add((int)m_order[i], image, ground);
        }
    }

    /** Sorts by the upper half of the entries, which is all that is not in order: digit by digit from the lowest. */
    private void sort(final int n) {
        if (m_sorted.length < n) {
            m_sorted = new long[m_order.length];
        }
        for (int shift = 32; shift < 64; shift += DIGIT) {
            Arrays.fill(m_ends, 0);
            final long sign = shift + DIGIT >= 64 ? m_ends.length / 2 : 0;
            for (int i = 0; i < n; i++) {
                m_ends[(int)(m_order[i] >>> shift & DIGITS ^ sign)]++;
            }
            int start = 0;
            for (int i = 0; i < m_ends.length; i++) {
                final int size = m_ends[i];
                m_ends[i] = start;
                start += size;
            }
            for (int i = 0; i < n; i++) {
                m_sorted[m_ends[(int)(m_order[i] >>> shift & DIGITS ^ sign)]++] = m_order[i];
            }
            final long[] sorted = m_sorted;
            m_sorted = m_order;
            m_order = sorted;
        }
    }

    /** An integer that falls with rising value; equal values stay in the order of the pixels. */
    private static int falling(final float value) {
        final int bits = Float.floatToIntBits(value);
        return ~(bits ^ (bits >> 31 & Integer.MAX_VALUE));
    }

    private void add(final int pixel, final float[] image, final float ground) {
        final int x = pixel % m_width;
        final int y = pixel / m_width;
        int highest = NONE;
        final int lowest = Math.min(m_height - 1, y + 1) * m_width;
        for (int row = Math.max(0, y - 1) * m_width; row <= lowest; row += m_width) {
            // the pixel itself is not yet part of any mountain
            final int last = row + Math.min(m_width - 1, x + 1);
            for (int other = row + Math.max(0, x - 1); other <= last; other++) {
                if (m_parent[other] != NONE) {
                    highest = join(highest, root(other), image[pixel], image);
                }
            }
        }
        if (highest == NONE) {
            m_parent[pixel] = pixel;
            summit(pixel, image[pixel] - ground);
        } else {
            m_parent[pixel] = highest;
        }
    }

    private int join(final int first, final int second, final float saddle, final float[] image) {
        if (first == NONE || first == second) {
            return second;
        }
        // summits are numbered from the highest down
        final boolean keepFirst = m_number[first] < m_number[second];
        final int higher = keepFirst ? first : second;
        final int lower = keepFirst ? second : first;
        m_prominence[m_number[lower]] = image[lower] - saddle;
        m_parent[lower] = higher;
        return higher;
    }

    private int root(final int pixel) {
        int p = pixel;
        while (m_parent[p] != p) {
            m_parent[p] = m_parent[m_parent[p]];
            p = m_parent[p];
        }
        return p;
    }

    private void summit(final int pixel, final float prominence) {
        if (m_count == m_pixel.length) {
            m_pixel = Arrays.copyOf(m_pixel, 2 * m_count);
            m_prominence = Arrays.copyOf(m_prominence, 2 * m_count);
        }
        m_pixel[m_count] = pixel;
        m_prominence[m_count] = prominence;
        m_number[pixel] = m_count++;
    }

    /** @return number of maxima, from the highest down */
    int count() {
        return m_count;
    }

    /** @return pixel of a maximum */
    int pixel(final int number) {
        return m_pixel[number];
    }

    /** @return height of a maximum above the highest saddle to a higher one */
    float prominence(final int number) {
        return m_prominence[number];
    }
}
