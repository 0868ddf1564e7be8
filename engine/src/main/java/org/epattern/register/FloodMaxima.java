// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * Maxima by prominence as ImageJ's "Find Maxima" selects them (strict): from each maximum, highest first, all pixels
 * that can be reached without falling by more than the tolerance are flooded; it counts if no higher pixel and no pixel
 * of an earlier flood is among them. A plateau counts once, at the pixel nearest to its middle. Has scratch memory;
 * belongs to one thread.
 */
final class FloodMaxima {

    private static final byte DONE = 1;
    private static final byte LISTED = 2;

    private final int m_width;
    private final int m_height;
    private final byte[] m_state;
    private final int[] m_list;
    private long[] m_order = new long[1024];
    private int[] m_pixel = new int[256];
    private int m_count;

    /**
     * @param width image width (px)
     * @param height image height (px)
     */
    FloodMaxima(final int width, final int height) {
        m_width = width;
        m_height = height;
        m_state = new byte[width * height];
        m_list = new int[width * height];
    }

    /**
     * Finds the maxima.
     *
     * @param image finite values, row by row
     * @param tolerance a maximum counts if every path to a higher pixel falls by more than this
     * @param excludeEdges whether maxima whose flood touches the edge of the image are left out
     */
    void find(final float[] image, final float tolerance, final boolean excludeEdges) {
        int n = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int y = 0; y < m_height; y++) {
            for (int x = 0; x < m_width; x++) {
                final int p = y * m_width + x;
                least = Math.min(least, image[p]);
                if (!(excludeEdges && isEdge(x, y)) && isMaximum(image, x, y)) {
                    if (n == m_order.length) {
                        m_order = Arrays.copyOf(m_order, 2 * n);
                    }
                    m_order[n++] = (long)sortable(image[p]) << 32 | p;
                }
            }
        }
        Arrays.sort(m_order, 0, n);
        Arrays.fill(m_state, (byte)0);
        m_count = 0;
        for (int i = n - 1; i >= 0; i--) {
            final int p = (int)m_order[i];
            if (image[p] - least > tolerance && m_state[p] == 0) {
                flood(image, p, tolerance, excludeEdges);
            }
        }
    }

    /** Bits of a float as an integer of the same order. */
    private static int sortable(final float value) {
        final int bits = Float.floatToIntBits(value);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private boolean isEdge(final int x, final int y) {
        return x == 0 || y == 0 || x == m_width - 1 || y == m_height - 1;
    }

    private boolean isMaximum(final float[] image, final int x, final int y) {
        final float value = image[y * m_width + x];
        for (int v = Math.max(0, y - 1); v <= Math.min(m_height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(m_width - 1, x + 1); u++) {
                if (image[v * m_width + u] > value) {
                    return false;
                }
            }
        }
        return true;
    }

    private void flood(final float[] image, final int start, final float tolerance, final boolean excludeEdges) {
        final float top = image[start];
        final float shore = top - tolerance;
        boolean counts = true;
        long sumX = 0;
        long sumY = 0;
        int equal = 0;
        int listed = 0;
        m_list[listed++] = start;
        m_state[start] = LISTED;
        for (int i = 0; i < listed && counts; i++) {
            final int x = m_list[i] % m_width;
            final int y = m_list[i] / m_width;
            if (image[m_list[i]] == top) {
                sumX += x;
                sumY += y;
                equal++;
            }
            counts = !(excludeEdges && isEdge(x, y));
            for (int v = Math.max(0, y - 1); counts && v <= Math.min(m_height - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); counts && u <= Math.min(m_width - 1, x + 1); u++) {
                    final int p = v * m_width + u;
                    if (m_state[p] == LISTED || image[p] < shore) {
                        continue;
                    }
                    counts = m_state[p] != DONE && image[p] <= top;
                    if (counts) {
                        m_state[p] = LISTED;
                        m_list[listed++] = p;
                    }
                }
            }
        }
        if (counts) {
            add(nearest(image, listed, top, (double)sumX / equal, (double)sumY / equal));
        }
        for (int i = 0; i < listed; i++) {
            m_state[m_list[i]] = DONE;
        }
    }

    private int nearest(final float[] image, final int listed, final float top, final double x, final double y) {
        int best = m_list[0];
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < listed; i++) {
            if (image[m_list[i]] == top) {
                final double distance = Math.hypot(m_list[i] % m_width - x, m_list[i] / m_width - y);
                if (distance < bestDistance) {
                    bestDistance = distance;
                    best = m_list[i];
                }
            }
        }
        return best;
    }

    private void add(final int pixel) {
        if (m_count == m_pixel.length) {
            m_pixel = Arrays.copyOf(m_pixel, 2 * m_count);
        }
        m_pixel[m_count++] = pixel;
    }

    /** @return number of maxima, from the highest down */
    int count() {
        return m_count;
    }

    /** @return pixel of a maximum */
    int pixel(final int number) {
        return m_pixel[number];
    }
}
