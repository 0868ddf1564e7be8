// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/**
 * Draws spots of unit height, integrated over the area of every pixel, so that position and intensity are exact at any
 * sub-pixel position. A disc has the logistic edge 1 / (1 + exp((r - radius) / width)); a Gaussian falls to half at the
 * radius.
 */
final class SpotImage {

    /** Edge widths beyond the radius at which a disc has vanished (6e-6). */
    private static final double REACH = 12;
    private static final double HALF_WIDTH_OF_GAUSSIAN = Math.sqrt(2 * Math.log(2));
    private static final int TABLE_STEPS = 256;
    private static final double[] LOGISTIC = logistic();
    // Gauss-Legendre nodes and weights on a pixel of width 1
    private static final double[][] NODES = {{0}, {-0.3872983346207417, 0, 0.3872983346207417},
        {-0.4530899229693320, -0.2692346550528415, 0, 0.2692346550528415, 0.4530899229693320}};
    private static final double[][] WEIGHTS = {{1}, {0.2777777777777778, 0.4444444444444444, 0.2777777777777778},
        {0.1184634425280945, 0.2393143352496832, 0.2844444444444444, 0.2393143352496832, 0.1184634425280945}};

    private final SpotProfile m_profile;
    private final double m_edge;

    /**
     * @param profile shape
     * @param edge width of the logistic edge of a disc (px), above 0
     */
    SpotImage(final SpotProfile profile, final double edge) {
        m_profile = profile;
        m_edge = edge;
    }

    private static double[] logistic() {
        final double[] table = new double[(int)(2 * REACH * TABLE_STEPS) + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = 1 / (1 + Math.exp((double)i / TABLE_STEPS - REACH));
        }
        return table;
    }

    /** @return distance from the centre at which a spot of this radius has vanished (px) */
    double reach(final double radius) {
        return m_profile == SpotProfile.GAUSSIAN ? 5.7 * radius / HALF_WIDTH_OF_GAUSSIAN : radius + REACH * m_edge;
    }

    /** @return distance over which the edge falls from 90 to 10 % (px) */
    double edgeWidth(final double radius) {
        return m_profile == SpotProfile.GAUSSIAN ? radius : 4.4 * m_edge;
    }

    /** @return height at distance r from the centre of a spot, 1 at the centre of a large disc */
    double height(final double r, final double radius) {
        if (m_profile == SpotProfile.GAUSSIAN) {
            final double z = r / radius;
            return Math.exp(-Math.log(2) * z * z);
        }
        final double z = ((r - radius) / m_edge + REACH) * TABLE_STEPS;
        if (z <= 0) {
            return 1;
        }
        final int i = (int)z;
        if (i >= LOGISTIC.length - 1) {
            return 0;
        }
        return LOGISTIC[i] + (z - i) * (LOGISTIC[i + 1] - LOGISTIC[i]);
    }

    /** @return mean height within the radius */
    double meanWithin(final double radius) {
        final int steps = 2000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            final double r = (i + 0.5) / steps;
            sum += height(r * radius, radius) * r;
        }
        return 2 * sum / steps;
    }

    /**
     * Adds a spot to a window of a pattern.
     *
     * @param image receives the spot, row by row
     * @param left first column of the window in the pattern
     * @param top first row of the window in the pattern
     * @param width columns of the window
     * @param height rows of the window
     * @param x centre of the spot in the pattern (px)
     * @param y centre of the spot in the pattern (px)
     * @param radius radius of the spot (px)
     * @param amplitude height of the spot
     */
    void add(final double[] image, final int left, final int top, final int width, final int height, final double x,
        final double y, final double radius, final double amplitude) {
        final double reach = reach(radius) + 1;
        final int x0 = Math.max(left, (int)Math.floor(x - reach));
        final int x1 = Math.min(left + width, (int)Math.ceil(x + reach));
        final int y0 = Math.max(top, (int)Math.floor(y - reach));
        final int y1 = Math.min(top + height, (int)Math.ceil(y + reach));
        final double scale = m_profile == SpotProfile.GAUSSIAN ? radius : m_edge * 2;
        for (int py = y0; py < y1; py++) {
            final double dy = py + 0.5 - y;
            for (int px = x0; px < x1; px++) {
                final double dx = px + 0.5 - x;
                final double r = Math.sqrt(dx * dx + dy * dy);
                final double value;
                if (r > reach) {
                    continue;
                } else if (m_profile == SpotProfile.SOFT_DISC && r < radius - REACH * m_edge - 1) {
                    value = 1;
                } else {
                    final boolean bend = m_profile == SpotProfile.GAUSSIAN || Math.abs(r - radius) < 8 * m_edge + 0.8;
                    final int rule = !bend || scale > 6 ? bend ? 1 : 0 : scale < 1 ? 2 : 1;
                    value = integral(dx, dy, radius, NODES[rule], WEIGHTS[rule]);
                }
                image[(py - top) * width + px - left] += amplitude * value;
            }
        }
    }

    private double integral(final double dx, final double dy, final double radius, final double[] nodes,
        final double[] weights) {
        double sum = 0;
        for (int j = 0; j < nodes.length; j++) {
            final double y = dy + nodes[j];
            double row = 0;
            for (int i = 0; i < nodes.length; i++) {
                final double x = dx + nodes[i];
                row += weights[i] * height(Math.sqrt(x * x + y * y), radius);
            }
            sum += weights[j] * row;
        }
        return sum;
    }
}
