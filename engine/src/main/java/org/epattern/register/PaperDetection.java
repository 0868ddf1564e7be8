// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.List;

/**
 * Finds spots as published (Folastre et al. 2024, "Data reduction and registration"; rule PAPER): maxima of the blurred
 * pattern whose prominence exceeds factor x noise of the unblurred pattern, but at least the floor. Has scratch memory;
 * belongs to one thread.
 */
final class PaperDetection {

    private final RegisterSettings m_settings;
    private final int m_width;
    private final double m_radius;
    private final GaussianBlur m_blur;
    private final FloodMaxima m_maxima;
    private final Summits m_summits;
    private final float[] m_blurred;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param radius radius from which the refinement starts (px)
     * @param settings threshold and blur
     */
    PaperDetection(final int width, final int height, final double radius, final RegisterSettings settings) {
        m_settings = settings;
        m_width = width;
        m_radius = radius;
        m_blur = new GaussianBlur(width, height, settings.blur(), 4);
        m_maxima = new FloodMaxima(width, height);
        m_summits = new Summits(width, height);
        m_blurred = new float[width * height];
    }

    /**
     * @param noise standard deviation at wide angle (grey levels)
     * @return prominence that a spot exceeds (grey levels)
     */
    double threshold(final double noise) {
        return Math.max(m_settings.floor(), m_settings.effectiveFactor() * noise);
    }

    /**
     * Finds the spots.
     *
     * @param pixels finite grey levels, row by row
     * @param noise standard deviation at wide angle (grey levels)
     * @param spots receives the spots, the highest first
     */
    void find(final float[] pixels, final double noise, final List<Spot> spots) {
        m_blur.blur(pixels, m_blurred);
        m_maxima.find(m_blurred, (float)threshold(noise), m_settings.excludeEdges());
        if (m_maxima.count() == 0) {
            return;
        }
        final float lowest = m_blurred[m_maxima.pixel(m_maxima.count() - 1)];
        final float sea = lowest - (float)threshold(noise);
        m_summits.find(m_blurred, sea, sea);
        for (int i = 0; i < m_maxima.count(); i++) {
            final int p = m_maxima.pixel(i);
            final int x = p % m_width;
            final int y = p / m_width;
            spots.add(new Spot(Parabola.top(m_blurred, p, x, m_width, 1),
                Parabola.top(m_blurred, p, y, m_blurred.length / m_width, m_width), m_radius, m_blurred[p],
                prominence(p), noise));
        }
    }

    /** @return prominence of a maximum (grey levels); where no saddle lies above the lowest spot, above that level */
    private double prominence(final int pixel) {
        double found = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m_summits.count(); i++) {
            // on a plateau, both may have chosen another pixel
            final int p = m_summits.pixel(i);
            final double distance = Math.hypot(p % m_width - pixel % m_width, p / m_width - pixel / m_width);
            if (m_blurred[p] == m_blurred[pixel] && distance < nearest) {
                nearest = distance;
                found = m_summits.prominence(i);
            }
        }
        return found;
    }
}
