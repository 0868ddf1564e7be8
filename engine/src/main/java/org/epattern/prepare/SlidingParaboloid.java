// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import java.util.Arrays;

/**
 * Background below a pattern by parabolas that slide under its grey-level surface along rows, columns and both
 * diagonals (EPATTERN-REFERENCE section 7, as ImageJ's "sliding paraboloid").
 *
 * <p>Sliding a parabola of curvature 2c under a line f means: the lower convex hull of f + c i^2, minus c i^2. Nearly
 * all points are told not to be corners of the hull by the points at equal distances on both sides, in loops that are
 * compiled to vector instructions; the hull is then found in one sweep over the few that are left. Columns and
 * diagonals are worked on row by row, all at the same time.</p>
 */
final class SlidingParaboloid {

    private static final float THIRD = 0.333333333f;
    private static final int SHORTEST_DIAGONAL = 3;
    /** Second differences this close to the parabola's own come from rounding: the point is not a corner. */
    private static final float CORNER_SHARE = 1.999f;
    /** Distances of the points that tell whether one can be a corner; the first is 1. */
    private static final int[] DISTANCES = {1, 2, 3};
    private static final int LARGEST_DISTANCE = 3;

    private final int m_width;
    private final int m_height;
    private final float m_straight;
    private final float m_diagonal;
    private final boolean m_smooth;
    private final float[] m_line;
    private final float[] m_lineLimit;
    private final int[] m_hull;
    private final float[] m_edges = new float[2];
    private final double[] m_cornerSum = new double[4];
    private final int[] m_cornerCount = new int[4];
    /** Rows of the pattern, each an array of its own: only loops whose arrays run in step become vector loops. */
    private final float[][] m_rows;
    private final float[][] m_other;
    private final float[] m_before;
    private final float[] m_after;
    private final float[] m_rise;
    private final float[] m_outside;
    private final float[] m_padded;
    private final float[] m_limit;
    private final ParabolaLines m_lines;

    SlidingParaboloid(final int width, final int height, final double radius, final boolean smooth) {
        m_width = width;
        m_height = height;
        m_straight = (float)(0.5 / radius);
        m_diagonal = (float)(1 / radius); // a step along a diagonal is sqrt(2) px
        m_smooth = smooth;
        final int longest = Math.max(width, height);
        m_line = new float[longest];
        m_lineLimit = new float[longest];
        m_hull = new int[longest];
        m_rows = new float[height][width];
        m_other = new float[height][width];
        m_before = new float[width];
        m_after = new float[width];
        m_rise = new float[width];
        m_outside = new float[width];
        Arrays.fill(m_outside, Float.POSITIVE_INFINITY);
        m_padded = new float[width + 2 * LARGEST_DISTANCE];
        Arrays.fill(m_padded, Float.POSITIVE_INFINITY);
        m_limit = new float[width];
        m_lines = new ParabolaLines(width, height);
    }

    /** @param pixels grey levels, all finite; replaced by their background */
    void background(final float[] pixels) {
        final double raised = m_smooth ? smooth(pixels) : 0;
        if (Math.min(m_width, m_height) >= SHORTEST_DIAGONAL) {
            lowerCorners(pixels);
        }
        for (int y = 0; y < m_height; y++) {
            System.arraycopy(pixels, y * m_width, m_rows[y], 0, m_width);
        }
        slideRows();
        slideDown(0, m_straight);
        slideRows();
        slideDown(1, m_diagonal);
        slideDown(-1, m_diagonal);
        slideDown(1, m_diagonal);
        final float shift = (float)(2 * raised);
        for (int y = 0; y < m_height; y++) {
            subtract(m_rows[y], shift);
            System.arraycopy(m_rows[y], 0, pixels, y * m_width, m_width);
        }
    }

    private void slideRows() {
        for (final float[] row : m_rows) {
            System.arraycopy(row, 0, m_padded, LARGEST_DISTANCE, m_width);
            Arrays.fill(m_limit, Float.POSITIVE_INFINITY);
            for (final int k : DISTANCES) {
                System.arraycopy(m_padded, LARGEST_DISTANCE - k, m_before, 0, m_width);
                System.arraycopy(m_padded, LARGEST_DISTANCE + k, m_after, 0, m_width);
                limit(m_limit, m_before, m_after, bulge(k, m_straight));
            }
            slideRow(row, m_limit, m_straight);
        }
    }

    /**
     * Slides parabolas along all lines that go down by one row and aside by a number of columns.
     *
     * @param aside columns to the right per row: 0, 1 or -1
     * @param c half the curvature per step
     */
    private void slideDown(final int aside, final float c) {
        m_lines.begin(aside, c);
        for (int y = 0; y < m_height; y++) {
            Arrays.fill(m_limit, Float.POSITIVE_INFINITY);
            for (final int k : DISTANCES) {
                if (y >= k && y + k < m_height) {
                    limit(m_limit, shifted(m_rows[y - k], aside * k, m_before),
                        shifted(m_rows[y + k], -aside * k, m_after), bulge(k, c));
                }
            }
            m_lines.add(y, m_rows[y], m_limit);
        }
        for (int y = m_height - 1; y >= 0; y--) {
            m_lines.replace(y, m_rows[y]);
        }
    }

    /** A corner lies lower than this above the middle of two points at distance k. */
    private static float bulge(final int k, final float c) {
        return k == 1 ? CORNER_SHARE / 2 * c : k * k * c;
    }

    /** @return the row moved to the right, infinite where nothing is known */
    private float[] shifted(final float[] row, final int by, final float[] scratch) {
        if (by == 0) {
            return row;
        }
        final int n = Math.min(Math.abs(by), m_width);
        if (by > 0) {
            System.arraycopy(row, 0, scratch, n, m_width - n);
            System.arraycopy(m_outside, 0, scratch, 0, n);
        } else {
            System.arraycopy(row, n, scratch, 0, m_width - n);
            System.arraycopy(m_outside, 0, scratch, m_width - n, n);
        }
        return scratch;
    }

    private static void limit(final float[] limit, final float[] before, final float[] after, final float bulge) {
        for (int x = 0; x < limit.length; x++) {
            limit[x] = Math.min(limit[x], (before[x] + after[x]) * 0.5f + bulge);
        }
    }

    private static void subtract(final float[] row, final float shift) {
        for (int x = 0; x < row.length; x++) {
            row[x] -= shift;
        }
    }

    /**
     * Takes the maximum, then the mean of 3 x 3 pixels.
     *
     * @return the mean rise by one of the two one-dimensional maxima
     */
    private double smooth(final float[] pixels) {
        Arrays.fill(m_rise, 0);
        for (int y = 0; y < m_height; y++) {
            System.arraycopy(pixels, y * m_width, m_rows[y], 0, m_width);
            neighbours(m_rows[y]);
            max(m_other[y], m_before, m_rows[y], m_after);
            addDifference(m_rise, m_other[y], m_rows[y]);
        }
        for (int y = 0; y < m_height; y++) {
            max(m_rows[y], m_other[Math.max(0, y - 1)], m_other[y], m_other[Math.min(m_height - 1, y + 1)]);
            addDifference(m_rise, m_rows[y], m_other[y]);
        }
        for (int y = 0; y < m_height; y++) {
            neighbours(m_rows[y]);
            mean(m_other[y], m_before, m_rows[y], m_after);
        }
        for (int y = 0; y < m_height; y++) {
            mean(m_rows[y], m_other[Math.max(0, y - 1)], m_other[y], m_other[Math.min(m_height - 1, y + 1)]);
            System.arraycopy(m_rows[y], 0, pixels, y * m_width, m_width);
        }
        double rise = 0;
        for (final float r : m_rise) {
            rise += r;
        }
        return rise / (2.0 * pixels.length);
    }

    /** At the edges the outermost pixel counts twice. */
    private void neighbours(final float[] row) {
        System.arraycopy(row, 0, m_before, 1, m_width - 1);
        m_before[0] = row[0];
        System.arraycopy(row, 1, m_after, 0, m_width - 1);
        m_after[m_width - 1] = row[m_width - 1];
    }

    private static void max(final float[] to, final float[] a, final float[] b, final float[] c) {
        for (int x = 0; x < to.length; x++) {
            to[x] = Math.max(b[x], Math.max(a[x], c[x]));
        }
    }

    private static void mean(final float[] to, final float[] a, final float[] b, final float[] c) {
        for (int x = 0; x < to.length; x++) {
            to[x] = (a[x] + b[x] + c[x]) * THIRD;
        }
    }

    private static void addDifference(final float[] to, final float[] a, final float[] b) {
        for (int x = 0; x < to.length; x++) {
            to[x] += a[x] - b[x];
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
        for (int i = 1; i < length - 1; i++) {
            m_lineLimit[i] = (line[i - 1] + line[i + 1]) * 0.5f + bulge(1, c);
        }
        final int corners = hull(line, m_lineLimit, length, c);
        for (int h = 1; h < corners; h++) {
            final int from = m_hull[h - 1];
            final int to = m_hull[h];
            final float slope = slope(line, from, to, c);
            for (int i = from + 1, p = start + i * step; i < to; i++, p += step) {
                final int d = i - from;
                pixels[p] = line[from] + d * (slope - d * c);
            }
        }
        return corners;
    }

    private void slideRow(final float[] row, final float[] limit, final float c) {
        final int corners = hull(row, limit, m_width, c);
        for (int h = 1; h < corners; h++) {
            final int from = m_hull[h - 1];
            final int to = m_hull[h];
            if (to > from + 1) {
                final float v = row[from];
                final float slope = slope(row, from, to, c);
                for (int x = from + 1, d = 1; x < to; x++, d++) {
                    row[x] = v + d * (slope - d * c);
                }
            }
        }
    }

    private static float slope(final float[] line, final int from, final int to, final float c) {
        return (line[to] - line[from]) / (to - from) + c * (to - from);
    }

    /** Fills {@code m_hull}; the last two corners are kept at hand. */
    private int hull(final float[] line, final float[] limit, final int length, final float c) {
        final int[] hull = m_hull;
        int n = 0;
        int a = -1;
        int b = -1;
        float levelA = 0;
        float levelB = 0;
        for (int i = 0; i < length; i++) {
            final float level = line[i];
            if (level < limit[i] || i == 0 || i == length - 1) {
                while (n >= 2 && isAbove(levelA, levelB, level, b - a, i - b, c)) {
                    n--;
                    b = a;
                    levelB = levelA;
                    if (n >= 2) {
                        a = hull[n - 2];
                        levelA = line[a];
                    }
                }
                hull[n] = i;
                n++;
                a = b;
                levelA = levelB;
                b = i;
                levelB = level;
            }
        }
        return n;
    }

    /** @return whether b stands above the parabola from a to the new point */
    private static boolean isAbove(final float a, final float b, final float level, final float ab, final float bc,
        final float c) {
        return (b - a) * bc - (level - b) * ab >= c * ab * bc * (ab + bc);
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
