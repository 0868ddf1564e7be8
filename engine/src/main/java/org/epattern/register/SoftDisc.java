// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * The model of a spot: a flat disc whose edge falls as a logistic function, 1 / (1 + exp((r - radius) / edge)). With
 * its edge fitted it stands for the integral over a pixel as well (the pixel only widens the edge), and comes close to
 * a Gaussian for a wide edge.
 */
final class SoftDisc {

    private static final double REACH = 9;

    /** The logistic function between -RANGE and RANGE; linear between the entries, which is exact to 3e-6. */
    private static final double RANGE = 14;
    private static final int STEPS = 64;
    private static final double[] LOGISTIC = logistic();

    private SoftDisc() {
    }

    private static double[] logistic() {
        final double[] table = new double[(int)(2 * RANGE * STEPS) + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = 1 / (1 + Math.exp((double)i / STEPS - RANGE));
        }
        return table;
    }

    /** @return height at distance r from the centre, at most 1 */
    static double height(final double r, final double radius, final double edge) {
        final double place = ((r - radius) / edge + RANGE) * STEPS;
        if (!(place > 0)) {
            return 1;
        }
        if (place >= 2 * RANGE * STEPS) {
            return 0;
        }
        final int i = (int)place;
        return LOGISTIC[i] + (place - i) * (LOGISTIC[i + 1] - LOGISTIC[i]);
    }

    /** @return distance from the centre at which the disc has vanished (px) */
    static double reach(final double radius, final double edge) {
        return radius + REACH * edge;
    }

    /** @return mean height within the radius */
    static double meanWithin(final double radius, final double edge) {
        final double t = Math.min(1, edge / radius);
        return Math.max(0.3, 1 - 2 * t * Math.log(2) + Math.PI * Math.PI / 6 * t * t);
    }

    /**
     * Adds a spot to a pattern.
     *
     * @param pixels pattern, row by row
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param centreX centre of the spot (px)
     * @param centreY centre of the spot (px)
     * @param radius radius of the spot (px)
     * @param edge edge width of the spot (px)
     * @param amplitude height of the spot (grey levels); negative to remove it
     */
    static void add(final float[] pixels, final int width, final int height, final double centreX,
        final double centreY, final double radius, final double edge, final double amplitude) {
        final double reach = reach(radius, edge);
        final int x0 = Math.max(0, (int)(centreX - reach));
        final int x1 = Math.min(width - 1, (int)(centreX + reach));
        final int y0 = Math.max(0, (int)(centreY - reach));
        final int y1 = Math.min(height - 1, (int)(centreY + reach));
        for (int y = y0; y <= y1; y++) {
            final double dy = y + 0.5 - centreY;
            for (int x = x0; x <= x1; x++) {
                final double dx = x + 0.5 - centreX;
                final double r = Math.sqrt(dx * dx + dy * dy);
                if (r < reach) {
                    pixels[y * width + x] += amplitude * height(r, radius, edge);
                }
            }
        }
    }
}
