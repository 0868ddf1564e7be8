// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Sums over the pixels within a circle, pixels on its edge by the share that lies inside: weight, mean, standard
 * deviation, centre of mass. Belongs to one thread.
 */
final class CircleSums {

    private final int m_width;
    private final int m_height;
    private double m_weight;
    private double m_sum;
    private double m_sum2;
    private double m_momentX;
    private double m_momentY;
    private boolean m_reached;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     */
    CircleSums(final int width, final int height) {
        m_width = width;
        m_height = height;
    }

    /**
     * Sums up.
     *
     * @param pixels pattern, row by row
     * @param x centre of the circle (px)
     * @param y centre of the circle (px)
     * @param radius radius (px)
     * @param level grey level that is asked for by {@link #reached}
     */
    void add(final float[] pixels, final double x, final double y, final double radius, final double level) {
        m_weight = 0;
        m_sum = 0;
        m_sum2 = 0;
        m_momentX = 0;
        m_momentY = 0;
        m_reached = false;
        final int x0 = Math.max(0, (int)Math.floor(x - radius - 1));
        final int x1 = Math.min(m_width - 1, (int)Math.floor(x + radius + 1));
        final int y0 = Math.max(0, (int)Math.floor(y - radius - 1));
        final int y1 = Math.min(m_height - 1, (int)Math.floor(y + radius + 1));
        for (int v = y0; v <= y1; v++) {
            final double dy = v + 0.5 - y;
            for (int u = x0; u <= x1; u++) {
                final double dx = u + 0.5 - x;
                // share of the pixel on this side of a straight edge at its distance: within 1 % of the exact area
                final double share = Math.min(1, radius + 0.5 - Math.sqrt(dx * dx + dy * dy));
                if (share > 0) {
                    final float value = pixels[v * m_width + u];
                    m_weight += share;
                    m_sum += share * value;
                    m_sum2 += share * value * value;
                    m_momentX += share * value * dx;
                    m_momentY += share * value * dy;
                    m_reached |= value >= level;
                }
            }
        }
    }

    /** @return mean grey level; 0 if no pixel of the pattern lies in the circle */
    double mean() {
        return m_weight > 0 ? m_sum / m_weight : 0;
    }

    /** @return standard deviation (grey levels) */
    double standardDeviation() {
        return m_weight > 0 ? Math.sqrt(Math.max(0, m_sum2 / m_weight - mean() * mean())) : 0;
    }

    /** @return sum of the grey levels */
    double sum() {
        return m_sum;
    }

    /** @return centre of mass, from the centre of the circle to the right (px); needs a sum above 0 */
    double shiftX() {
        return m_momentX / m_sum;
    }

    /** @return centre of mass, from the centre of the circle downwards (px); needs a sum above 0 */
    double shiftY() {
        return m_momentY / m_sum;
    }

    /** @return whether a pixel stands at the level asked for, or above */
    boolean reached() {
        return m_reached;
    }
}
