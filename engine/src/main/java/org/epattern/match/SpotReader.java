// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells at which points of a template an image has a spot: where the middle of the place is brighter than its
 * surroundings by more than their noise. Holds scratch memory: one instance per thread.
 */
final class SpotReader {

    /** Share of a spot's radius that is its middle. */
    private static final double MIDDLE = 1 / 3.0;
    private static final double SMALLEST_MIDDLE = 1.5;
    /** Surroundings: a circle of this many radii. */
    private static final double AROUND = 1.5;
    private static final int SAMPLES = 24;
    /** Standard deviations of single pixels; the median over the middle is several times quieter than one pixel. */
    private static final double ABOVE = 1.5;
    /** Standard deviation of normally distributed values whose median absolute deviation is 1. */
    private static final double NORMAL = 1.4826;

    private final int m_width;
    private final int m_height;
    private final double m_pixelSize;
    private final double m_radius;
    private final double[] m_ring = new double[SAMPLES];
    private final double[] m_middle;

    /**
     * @param width width of the patterns (px)
     * @param height height of the patterns (px)
     * @param pixelSize size of a pixel (1/Angstrom)
     * @param radius radius of a spot (1/Angstrom)
     */
    SpotReader(final int width, final int height, final double pixelSize, final double radius) {
        m_width = width;
        m_height = height;
        m_pixelSize = pixelSize;
        m_radius = radius / pixelSize;
        final int across = 2 * (int)Math.ceil(middle()) + 1;
        m_middle = new double[across * across];
    }

    private double middle() {
        return Math.max(SMALLEST_MIDDLE, MIDDLE * m_radius);
    }

    /**
     * @param pattern a simulated pattern
     * @param pixels the image, row by row
     * @param centreX position of the direct beam (px)
     * @param centreY position of the direct beam (px)
     * @return the reflections whose spots the image has, without number of a measured spot and distance
     */
    List<Solution.MatchedSpot> seen(final SpotPattern pattern, final float[] pixels, final double centreX,
        final double centreY) {
        final List<Solution.MatchedSpot> seen = new ArrayList<>();
        for (int j = 0; j < pattern.size(); j++) {
            if (isSpot(pixels, centreX + pattern.x(j) / m_pixelSize, centreY + pattern.y(j) / m_pixelSize)) {
                seen.add(new Solution.MatchedSpot(Solution.MatchedSpot.NO_SPOT, pattern.reflection(j), 0));
            }
        }
        return seen;
    }

    private boolean isSpot(final float[] pixels, final double x, final double y) {
        final double radius = middle();
        int n = 0;
        for (int v = (int)Math.floor(y - radius); v <= (int)Math.floor(y + radius); v++) {
            for (int u = (int)Math.floor(x - radius); u <= (int)Math.floor(x + radius); u++) {
                if (Math.hypot(u + 0.5 - x, v + 0.5 - y) <= radius) {
                    if (u < 0 || v < 0 || u >= m_width || v >= m_height) {
                        return false;
                    }
                    m_middle[n++] = pixels[v * m_width + u];
                }
            }
        }
        int around = 0;
        final double far = Math.max(AROUND * m_radius, radius + 2);
        for (int i = 0; i < SAMPLES; i++) {
            final int u = (int)Math.floor(x + far * Math.cos(2 * Math.PI * i / SAMPLES));
            final int v = (int)Math.floor(y + far * Math.sin(2 * Math.PI * i / SAMPLES));
            if (u >= 0 && v >= 0 && u < m_width && v < m_height) {
                m_ring[around++] = pixels[v * m_width + u];
            }
        }
        if (around < SAMPLES / 2) {
            return false;
        }
        final double level = median(m_ring, around);
        for (int i = 0; i < around; i++) {
            m_ring[i] = Math.abs(m_ring[i] - level);
        }
        final double noise = NORMAL * median(m_ring, around);
        return median(m_middle, n) > Math.max(0, level + ABOVE * noise);
    }

    private static double median(final double[] values, final int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }

    /**
     * Makes an image black where it has the spots of a pattern.
     *
     * @param pattern the pattern
     * @param seen those of its reflections that the image has
     * @param pixels the image, changed
     * @param centreX position of the direct beam (px)
     * @param centreY position of the direct beam (px)
     */
    void remove(final SpotPattern pattern, final List<Solution.MatchedSpot> seen, final float[] pixels,
        final double centreX, final double centreY) {
        int next = 0;
        for (int j = 0; j < pattern.size() && next < seen.size(); j++) {
            // both are in the order of the pattern
            if (pattern.reflection(j) == seen.get(next).reflection()) {
                next++;
                final double x = centreX + pattern.x(j) / m_pixelSize;
                final double y = centreY + pattern.y(j) / m_pixelSize;
                for (int v = Math.max(0, (int)(y - m_radius)); v <= Math.min(m_height - 1, y + m_radius); v++) {
                    for (int u = Math.max(0, (int)(x - m_radius)); u <= Math.min(m_width - 1, x + m_radius); u++) {
                        if (Math.hypot(u + 0.5 - x, v + 0.5 - y) <= m_radius) {
                            pixels[v * m_width + u] = 0;
                        }
                    }
                }
            }
        }
    }
}
