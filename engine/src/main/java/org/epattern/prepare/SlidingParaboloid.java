// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import java.util.Arrays;

/**
 * Background below a pattern by parabolas that slide under its grey-level surface along rows, columns and both
 * diagonals (EPATTERN-REFERENCE section 7, as ImageJ's "sliding paraboloid").
 *
 * <p>Sliding a parabola of curvature 2c under a line f means: the lower convex hull of f + c i^2, minus c i^2. The hull
 * is found in one sweep over those points that can be touched at all.</p>
 */
final class SlidingParaboloid {

    private static final float THIRD = 0.333333333f;
    private static final int SHORTEST_DIAGONAL = 3;
    /** Second differences this close to the parabola's own come from rounding: the point is not a corner. */
    private static final float CORNER_SHARE = 1.999f;

    private final int m_width;
    private final int m_height;
    private final float m_straight;
    private final float m_diagonal;
    private final boolean m_smooth;
    private final float[] m_line;
    private final double[] m_raised;
    private final int[] m_hull;
    private final float[] m_edges = new float[2];
    private final double[] m_cornerSum = new double[4];
    private final int[] m_cornerCount = new int[4];

    SlidingParaboloid(final int width, final int height, final double radius, final boolean smooth) {
        m_width = width;
        m_height = height;
        m_straight = (float)(0.5 / radius);
        m_diagonal = (float)(1 / radius); // a step along a diagonal is sqrt(2) px
        m_smooth = smooth;
        final int longest = Math.max(width, height);
        m_line = new float[longest];
        m_raised = new double[longest];
        m_hull = new int[longest];
    }

    /** @param pixels grey levels, all finite; replaced by their background */
    void background(final float[] pixels) {
        final double raised = m_smooth ? smooth(pixels) : 0;
        if (Math.min(m_width, m_height) >= SHORTEST_DIAGONAL) {
            lowerCorners(pixels);
        }
        rows(pixels);
        columns(pixels);
        rows(pixels);
        fallingDiagonals(pixels);
        risingDiagonals(pixels);
        fallingDiagonals(pixels);
        if (raised != 0) {
            final float shift = (float)(2 * raised);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] -= shift;
            }
        }
    }

    private void rows(final float[] pixels) {
        for (int y = 0; y < m_height; y++) {
            slide(pixels, y * m_width, 1, m_width, m_straight);
        }
    }

    private void columns(final float[] pixels) {
        for (int x = 0; x < m_width; x++) {
            slide(pixels, x, m_width, m_height, m_straight);
        }
    }

    private void fallingDiagonals(final float[] pixels) {
        for (int x = 0; x <= m_width - SHORTEST_DIAGONAL; x++) {
            slide(pixels, x, m_width + 1, Math.min(m_height, m_width - x), m_diagonal);
        }
        for (int y = 1; y <= m_height - SHORTEST_DIAGONAL; y++) {
            slide(pixels, y * m_width, m_width + 1, Math.min(m_width, m_height - y), m_diagonal);
        }
    }

    private void risingDiagonals(final float[] pixels) {
        for (int x = SHORTEST_DIAGONAL - 1; x < m_width; x++) {
            slide(pixels, x, m_width - 1, Math.min(m_height, x + 1), m_diagonal);
        }
        for (int y = 0; y <= m_height - SHORTEST_DIAGONAL; y++) {
            slide(pixels, y * m_width + m_width - 1, m_width - 1, Math.min(m_width, m_height - y), m_diagonal);
        }
    }

    /**
     * Replaces a line by the parabolas that reach it from below.
     *
     * @return number of points in {@code m_hull}; {@code m_line} keeps the line as it was
     */
    private int slide(final float[] pixels, final int start, final int step, final int length, final float c) {
        final float[] line = m_line;
        for (int i = 0, p = start; i < length; i++, p += step) {
            line[i] = pixels[p];
        }
        final int corners = hull(length, c);
        for (int h = 1; h < corners; h++) {
            final int from = m_hull[h - 1];
            final int to = m_hull[h];
            if (to > from + 1) {
                final float v = line[from];
                final float slope = (line[to] - v) / (to - from) + c * (to - from);
                for (int i = from + 1, p = start + i * step; i < to; i++, p += step) {
                    final int d = i - from;
                    pixels[p] = v + d * (slope - d * c);
                }
            }
        }
        return corners;
    }

    private int hull(final int length, final float c) {
        final float[] line = m_line;
        final double[] raised = m_raised;
        final int[] hull = m_hull;
        final float limit = CORNER_SHARE * c;
        int n = 0;
        for (int i = 0; i < length; i++) {
            final boolean end = i == 0 || i == length - 1;
            if (end || line[i] + line[i] - line[i - 1] - line[i + 1] < limit) {
                final double value = line[i] + (double)c * i * i;
                while (n >= 2 && (raised[n - 1] - raised[n - 2]) * (i - hull[n - 1])
                    >= (value - raised[n - 1]) * (hull[n - 1] - hull[n - 2])) {
                    n--;
                }
                raised[n] = value;
                hull[n] = i;
                n++;
            }
        }
        return n;
    }

    /**
     * Takes the maximum, then the mean of 3 x 3 pixels.
     *
     * @return the mean rise by one of the two one-dimensional maxima
     */
    private double smooth(final float[] pixels) {
        double rise = 0;
        for (int y = 0; y < m_height; y++) {
            rise += maximum(pixels, y * m_width, 1, m_width);
        }
        for (int x = 0; x < m_width; x++) {
            rise += maximum(pixels, x, m_width, m_height);
        }
        for (int y = 0; y < m_height; y++) {
            mean(pixels, y * m_width, 1, m_width);
        }
        for (int x = 0; x < m_width; x++) {
            mean(pixels, x, m_width, m_height);
        }
        return rise / (2.0 * pixels.length);
    }

    private static double maximum(final float[] pixels, final int start, final int step, final int length) {
        double rise = 0;
        float before = pixels[start];
        float here = before;
        for (int i = 0, p = start; i < length; i++, p += step) {
            final float after = i < length - 1 ? pixels[p + step] : here;
            final float max = Math.max(here, Math.max(before, after));
            rise += max - here;
            pixels[p] = max;
            before = here;
            here = after;
        }
        return rise;
    }

    private static void mean(final float[] pixels, final int start, final int step, final int length) {
        float before = pixels[start];
        float here = before;
        for (int i = 0, p = start; i < length; i++, p += step) {
            final float after = i < length - 1 ? pixels[p + step] : here;
            pixels[p] = (before + here + after) * THIRD;
            before = here;
            here = after;
        }
    }

    /**
     * Lowers a corner that belongs to a spot: there no parabola can reach under the spot from two sides. The background
     * at a corner is estimated along both edges and the diagonal that meet there.
     */
    private void lowerCorners(final float[] pixels) {
        final int w = m_width;
        final int h = m_height;
        final int diagonal = Math.min(w, h);
        final float steep = 2 * m_straight;
        Arrays.fill(m_cornerSum, 0);
        Arrays.fill(m_cornerCount, 0);
        estimate(pixels, 0, 1, w, m_straight, 0, 1);
        estimate(pixels, (h - 1) * w, 1, w, m_straight, 2, 3);
        estimate(pixels, 0, w, h, m_straight, 0, 2);
        estimate(pixels, w - 1, w, h, m_straight, 1, 3);
        estimate(pixels, 0, w + 1, diagonal, steep, 0, -1);
        estimate(pixels, w - 1, w - 1, diagonal, steep, 1, -1);
        estimate(pixels, (h - 1) * w, 1 - w, diagonal, steep, 2, -1);
        estimate(pixels, w * h - 1, -1 - w, diagonal, steep, 3, -1);
        lower(pixels, 0, 0);
        lower(pixels, w - 1, 1);
        lower(pixels, (h - 1) * w, 2);
        lower(pixels, w * h - 1, 3);
    }

    private void lower(final float[] pixels, final int at, final int corner) {
        if (m_cornerCount[corner] > 0) {
            pixels[at] = Math.min(pixels[at], (float)(m_cornerSum[corner] / m_cornerCount[corner]));
        }
    }

    private void estimate(final float[] pixels, final int start, final int step, final int length, final float c,
        final int firstCorner, final int lastCorner) {
        final int points = slide(pixels, start, step, length, c);
        edges(points, length, c);
        addEstimate(firstCorner, m_edges[0]);
        if (lastCorner >= 0) {
            addEstimate(lastCorner, m_edges[1]);
        }
    }

    private void addEstimate(final int corner, final float value) {
        if (!Float.isNaN(value)) {
            m_cornerSum[corner] += value;
            m_cornerCount[corner]++;
        }
    }

    /**
     * Estimates the background at both ends of the line in {@code m_line} from the first and last point inside that the
     * parabola touches: a straight line through both, bent down by a sixth-order term as far as the middle third asks
     * for it (vignetting). Not a number where the points are too close together.
     */
    private void edges(final int points, final int length, final float c) {
        m_edges[0] = Float.NaN;
        m_edges[1] = Float.NaN;
        if (points <= 2) {
            return;
        }
        // touching points far from the end say nothing about it: then the end itself is taken
        final int first = 4 * m_hull[1] >= length ? 0 : m_hull[1];
        final int lastInside = m_hull[points - 2];
        final int last = 4 * (length - 1 - lastInside) >= length ? length - 1 : lastInside;
        if (last - first <= length / 4 + 1) {
            return;
        }
        final float slope = (m_line[last] - m_line[first]) / (last - first);
        final float offset = m_line[first] - slope * first;
        final float middle = 0.5f * (last + first);
        float bend = 0;
        for (int i = (length + 2) / 3; i <= 2 * length / 3; i++) {
            final float poly = sixthOrder(i, middle, last - first);
            if (m_line[i] < offset + slope * i + bend * poly) {
                bend = -(offset + slope * i - m_line[i]) / poly;
            }
        }
        final int toEnd = length - 1 - last;
        m_edges[0] = offset + bend * sixthOrder(first, middle, last - first) + c * first * first;
        m_edges[1] =
            offset + (length - 1) * slope + bend * sixthOrder(last, middle, last - first) + c * toEnd * toEnd;
    }

    /** x^6 - 1 with x from -1 to 1 over the span around the middle. */
    private static float sixthOrder(final int i, final float middle, final int span) {
        final float x = (i - middle) * 2f / span;
        return x * x * x * x * x * x - 1f;
    }
}
