// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import java.util.Arrays;

/**
 * The exact share of each pixel that lies inside a circle. Holds scratch memory that is used again for the next circle:
 * one instance per thread.
 *
 * <p>Coordinates: the centre of pixel i is i + 0.5, so pixel i covers the interval from i to i + 1.</p>
 */
public final class CircleCoverage {

    /** Larger circles are a mistake in the table, not a spot. */
    private static final double MAX_RADIUS = 1_000;
    /** Up to here the series of the arc sine is exact to the last digits. */
    private static final double SERIES_UP_TO = 0.08;

    private int m_firstX;
    private int m_firstY;
    private int m_width;
    private int m_height;
    private double[] m_share = new double[1024];

    /**
     * Computes the shares for a circle; every pixel that it touches is in the window, also outside a pattern.
     *
     * @param x centre (px)
     * @param y centre (px)
     * @param radius radius (px), above 0 and at most 1000
     * @throws IllegalArgumentException if a value is not finite or the radius is out of range
     */
    public void set(final double x, final double y, final double radius) {
        if (!(radius > 0 && radius <= MAX_RADIUS) || !(Math.abs(x) < 1e9) || !(Math.abs(y) < 1e9)) {
            throw new IllegalArgumentException("A spot at (" + x + ", " + y + ") px with a radius of " + radius
                + " px is not possible; a finite position and a radius above 0 and at most " + (int)MAX_RADIUS
                + " px are expected");
        }
        m_firstX = (int)Math.floor(x - radius);
        m_firstY = (int)Math.floor(y - radius);
        m_width = (int)Math.ceil(x + radius) - m_firstX;
        m_height = (int)Math.ceil(y + radius) - m_firstY;
        if (m_width * m_height > m_share.length) {
            m_share = new double[m_width * m_height];
        }
        for (int j = 0; j < m_height; j++) {
            row(j * m_width, m_firstX - x, m_firstY + j - y, radius);
        }
    }

    /**
     * Fills one row: nothing, rim, inside, rim, nothing from left to right.
     *
     * @param start index of the first pixel of the row
     * @param left left border of the first pixel minus the centre of the circle
     * @param top upper border of the row minus the centre of the circle
     */
    private void row(final int start, final double left, final double top, final double radius) {
        final double bottom = top + 1;
        final double near = top > 0 ? top : bottom < 0 ? -bottom : 0;
        final double far = Math.max(-top, bottom);
        final double touched = halfChord(radius, near);
        final double inside = halfChord(radius, far);
        for (int i = 0; i < m_width; i++) {
            final double x = left + i;
            if (x >= touched || x + 1 <= -touched) {
                m_share[start + i] = 0;
            } else if (x >= -inside && x + 1 <= inside) {
                m_share[start + i] = 1;
            } else {
                m_share[start + i] = area(x, x + 1, top, bottom, radius);
            }
        }
    }

    /**
     * The share of a single pixel.
     *
     * @param left left border of the pixel minus the centre of the circle (px)
     * @param top upper border of the pixel minus the centre of the circle (px)
     * @param radius radius (px), above 0
     * @return share of the pixel inside the circle, 0 to 1
     */
    public static double share(final double left, final double top, final double radius) {
        return area(left, left + 1, top, top + 1, radius);
    }

    private static double halfChord(final double radius, final double distance) {
        return distance < radius ? Math.sqrt(radius * radius - distance * distance) : 0;
    }

    /** Area of the rectangle inside the circle around the origin; split at the axes: the formula is for a quadrant. */
    private static double area(final double x0, final double x1, final double y0, final double y1,
        final double radius) {
        if (x0 < 0 && x1 > 0) {
            return area(0, -x0, y0, y1, radius) + area(0, x1, y0, y1, radius);
        }
        if (y0 < 0 && y1 > 0) {
            return area(x0, x1, 0, -y0, radius) + area(x0, x1, 0, y1, radius);
        }
        final boolean leftHalf = x1 <= 0;
        final boolean upperHalf = y1 <= 0;
        return quadrantArea(leftHalf ? -x1 : x0, leftHalf ? -x0 : x1, upperHalf ? -y1 : y0, upperHalf ? -y0 : y1,
            radius);
    }

    /** All borders at or above 0: full height up to where the arc leaves the upper border, then below the arc. */
    private static double quadrantArea(final double x0, final double x1, final double y0, final double y1,
        final double radius) {
        final double full = Math.max(x0, Math.min(x1, halfChord(radius, y1)));
        final double end = Math.max(full, Math.min(x1, halfChord(radius, y0)));
        final double belowArc = end > full ? underArc(full, end, radius) - (end - full) * y0 : 0;
        return (full - x0) * (y1 - y0) + belowArc;
    }

    /** Integral of sqrt(r² - x²) from one place to another: two triangles and the sector between them. */
    private static double underArc(final double from, final double to, final double radius) {
        final double square = radius * radius;
        final double heightFrom = Math.sqrt(Math.max(0, square - from * from));
        final double heightTo = Math.sqrt(Math.max(0, square - to * to));
        final double sine = (to * heightFrom - from * heightTo) / square;
        return 0.5 * (to * heightTo - from * heightFrom + square * arcSine(sine));
    }

    /** Of the small angles that a pixel spans, where Math.asin would take most of the time. */
    private static double arcSine(final double sine) {
        if (sine > SERIES_UP_TO) {
            return Math.asin(Math.min(1, sine));
        }
        final double s = sine * sine;
        return sine * (1 + s * (1 / 6.0 + s * (3 / 40.0 + s * (15 / 336.0 + s * (105 / 3456.0 + s * 945 / 42240.0)))));
    }

    /** @return column of the first pixel of the window; may lie outside the pattern */
    public int firstX() {
        return m_firstX;
    }

    /** @return row of the first pixel of the window; may lie outside the pattern */
    public int firstY() {
        return m_firstY;
    }

    /** @return columns of the window */
    public int width() {
        return m_width;
    }

    /** @return rows of the window */
    public int height() {
        return m_height;
    }

    /**
     * @param index pixel of the window, {@code row * width() + column}
     * @return share of the pixel inside the circle, 0 to 1
     */
    public double share(final int index) {
        return m_share[index];
    }

    /** @return a copy of all shares of the window, row by row */
    public double[] shares() {
        return Arrays.copyOf(m_share, m_width * m_height);
    }
}
