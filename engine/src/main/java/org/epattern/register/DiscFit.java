// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Weighted least-squares fit of a {@link SoftDisc} on a level background to the pixels about one spot
 * (Levenberg-Marquardt). Radius and edge are held near what is usual where the pixels do not tell. Has scratch memory;
 * belongs to one thread.
 */
final class DiscFit {

    private static final double SETTLED = 5e-3;
    /** Steps that lower the weighted sum of squares by less change no parameter by more than a tenth of its error. */
    private static final double LEAST_GAIN = 0.01;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LARGEST_DAMPING = 1e6;
    /** Errors of the sum of squares in the arithmetic of the model. */
    private static final double PRECISION = 1e-6;
    /** The curvature hardly changes over steps that are smaller (px, logarithm). */
    private static final double SMALL_STEP = 0.1;
    /** One over the square of the usual deviation of the logarithms of radius and edge from what is expected. */
    private static final double RADIUS_WEIGHT = 1 / (0.4 * 0.4);
    private static final double RADIUS_WEIGHT_AMONG_OTHERS = 1 / (0.15 * 0.15);
    private static final double EDGE_WEIGHT = 1 / (0.5 * 0.5);
    private static final double SMALLEST_EDGE = 0.2;
    private static final double LARGEST_EDGE_SHARE = 0.6;
    /** How far from the maximum the centre can be (px, radii). */
    private static final double LARGEST_MOVE = 2;
    private static final double LARGEST_MOVE_SHARE = 1.2;
    /** Width of the ring about a spot from which its background is known (px, radii). */
    private static final double MARGIN = 3;
    private static final double MARGIN_SHARE = 0.4;

    private final int m_width;
    private final int m_height;
    private final double m_usualEdge;
    private final NormalEquations m_equations = new NormalEquations(DiscModel.PARAMETERS);
    private final DiscModel m_model = new DiscModel();
    private final double[] m_now = new double[DiscModel.PARAMETERS];
    private final double[] m_next = new double[DiscModel.PARAMETERS];
    private double m_expectedRadius;
    private double m_usualRadius = Double.NaN;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param usualEdge edge width of usual spots (px)
     */
    DiscFit(final int width, final int height, final double usualEdge) {
        m_width = width;
        m_height = height;
        m_usualEdge = usualEdge;
    }

    /** @param radius radius that most spots of the pattern have (px); NaN if it is not known */
    void expectRadius(final double radius) {
        m_usualRadius = radius;
    }

    /**
     * Fits a spot, whose own model has been removed from {@code rest} if it has a height already.
     *
     * @param spot start values; receives the result, or is left as it is
     * @param rest pattern without background and without the models of all spots (grey levels)
     * @param noise noise of the background
     * @param gain variance per grey level of signal (grey levels), at least 0
     * @param rounds largest number of steps
     * @return whether there is a result
     */
    boolean fit(final Spot spot, final float[] rest, final NoiseMap noise, final double gain,
        final int rounds) {
        m_expectedRadius = Double.isNaN(m_usualRadius) ? spot.m_foundRadius : m_usualRadius;
        start(spot);
        final int pixels = m_model.gather(rest, m_width, m_height, spot.m_x, spot.m_y,
            spot.m_radius + MARGIN + MARGIN_SHARE * spot.m_radius);
        if (pixels < 2 * DiscModel.PARAMETERS) {
            return false;
        }
        m_model.putBack(m_now, noise.variance(spot.m_x, spot.m_y), gain);
        if (spot.m_height == 0) {
            m_model.fitHeight(m_now);
        }
        double cost = cost(m_now);
        curvature();
        double damping = FIRST_DAMPING;
        boolean settled = false;
        for (int round = 0; round < rounds && !settled; round++) {
            m_equations.right(m_model.right());
            expect();
            if (!m_equations.solve(damping)) {
                return false;
            }
            step();
            if (damping < 1 && hasSettled(SETTLED)) {
                // so close that the step need not be checked
                System.arraycopy(m_next, 0, m_now, 0, m_now.length);
                break;
            }
            final boolean small = hasSettled(SMALL_STEP);
            final double next = cost(m_next);
            if (next <= cost * (1 + PRECISION)) {
                settled = damping < 1 && cost - next < LEAST_GAIN;
                System.arraycopy(m_next, 0, m_now, 0, m_now.length);
                cost = next;
                damping *= 0.1;
                if (!small) {
                    curvature();
                }
            } else {
                cost(m_now);
                curvature();
                damping = Math.max(10 * damping, 1e-2);
                if (damping > LARGEST_DAMPING) {
                    settled = true;
                }
            }
        }
        return accept(spot, cost);
    }

    private boolean hasSettled(final double largest) {
        return Math.abs(m_next[DiscModel.X] - m_now[DiscModel.X]) < largest && Math.abs(m_next[DiscModel.Y] - m_now[DiscModel.Y]) < largest
            && Math.abs(m_next[DiscModel.RADIUS] - m_now[DiscModel.RADIUS]) < largest;
    }

    private boolean accept(final Spot spot, final double cost) {
        final double radius = Math.exp(m_now[DiscModel.RADIUS]);
        final double moved = Math.hypot(m_now[DiscModel.X] - spot.m_foundX, m_now[DiscModel.Y] - spot.m_foundY);
        if (!(moved < Math.max(LARGEST_MOVE, LARGEST_MOVE_SHARE * spot.m_foundRadius)) || !(m_now[DiscModel.HEIGHT] > 0)
            || !isInside(m_now[DiscModel.X], m_now[DiscModel.Y])) {
            return false;
        }
        spot.m_height = m_now[DiscModel.HEIGHT];
        spot.m_level = m_now[DiscModel.LEVEL];
        spot.m_x = m_now[DiscModel.X];
        spot.m_y = m_now[DiscModel.Y];
        spot.m_radius = radius;
        spot.m_edge = Math.exp(m_now[DiscModel.EDGE]);
        spot.m_heightError = Math.sqrt(m_equations.variance(DiscModel.HEIGHT));
        spot.m_evidence = Math.sqrt(Math.max(0, m_model.costOfLevel(m_now[DiscModel.LEVEL]) - cost));
        return true;
    }

    private boolean isInside(final double x, final double y) {
        return x >= 0 && y >= 0 && x <= m_width && y <= m_height;
    }

    private void start(final Spot spot) {
        m_now[DiscModel.HEIGHT] = spot.m_height;
        m_now[DiscModel.LEVEL] = spot.m_level;
        m_now[DiscModel.X] = spot.m_x;
        m_now[DiscModel.Y] = spot.m_y;
        m_now[DiscModel.RADIUS] = Math.log(spot.m_radius);
        m_now[DiscModel.EDGE] = Math.log(spot.m_height == 0 ? m_usualEdge : spot.m_edge);
    }

    private void step() {
        for (int i = 0; i < m_now.length; i++) {
            m_next[i] = m_now[i] + m_equations.solution(i);
        }
        m_next[DiscModel.RADIUS] = Math.max(m_now[DiscModel.RADIUS] - 0.5, Math.min(m_now[DiscModel.RADIUS] + 0.5, m_next[DiscModel.RADIUS]));
        final double largest = Math.log(Math.max(SMALLEST_EDGE, LARGEST_EDGE_SHARE * Math.exp(m_next[DiscModel.RADIUS])));
        m_next[DiscModel.EDGE] = Math.max(Math.log(SMALLEST_EDGE), Math.min(largest, m_next[DiscModel.EDGE]));
    }

    private double cost(final double[] parameters) {
        final double radius = Math.log(m_expectedRadius) - parameters[DiscModel.RADIUS];
        final double edge = Math.log(m_usualEdge) - parameters[DiscModel.EDGE];
        return m_model.cost(parameters) + radiusWeight() * radius * radius + EDGE_WEIGHT * edge * edge;
    }

    private void curvature() {
        m_equations.products(m_model.products(m_now));
        m_equations.addProduct(DiscModel.RADIUS, radiusWeight());
        m_equations.addProduct(DiscModel.EDGE, EDGE_WEIGHT);
    }

    private void expect() {
        m_equations.addRight(DiscModel.RADIUS, radiusWeight() * (Math.log(m_expectedRadius) - m_now[DiscModel.RADIUS]));
        m_equations.addRight(DiscModel.EDGE, EDGE_WEIGHT * (Math.log(m_usualEdge) - m_now[DiscModel.EDGE]));
    }

    private double radiusWeight() {
        return Double.isNaN(m_usualRadius) ? RADIUS_WEIGHT : RADIUS_WEIGHT_AMONG_OTHERS;
    }
}
