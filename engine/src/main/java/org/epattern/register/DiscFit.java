// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Weighted least-squares fit of a {@link SoftDisc} on a level background to the pixels about one spot
 * (Levenberg-Marquardt). Radius and edge are held near what is usual where the pixels do not tell. Has scratch memory;
 * belongs to one thread.
 */
final class DiscFit {

    private static final int ROUNDS = 12;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LARGEST_DAMPING = 1e6;
    /** Errors of the sum of squares in the arithmetic of the model. */
    private static final double PRECISION = 1e-6;
    /** A step that gains at least this share of what was expected shows that the curvature is still right. */
    private static final double GOOD_SHARE = 0.7;
    /** One over the square of the usual deviation of the logarithms of radius and edge from what is expected. */
    private static final double RADIUS_WEIGHT = 1 / (0.3 * 0.3);
    private static final double RADIUS_WEIGHT_AMONG_OTHERS = 1 / (0.15 * 0.15);
    private static final double EDGE_WEIGHT = 1 / (0.5 * 0.5);
    private static final double HELD_EDGE_WEIGHT = 1 / (0.05 * 0.05);
    private static final double SMALLEST_EDGE = 0.2;
    private static final double LARGEST_EDGE_SHARE = 0.6;
    /** Largest step of the logarithm of the radius. */
    private static final double LARGEST_STEP = 0.5;
    /** How far from the maximum the centre can be (px, radii). */
    private static final double LARGEST_MOVE = 2;
    private static final double LARGEST_MOVE_SHARE = 1.2;
    /** Larger radii (share of the pattern) are no spots, but what is left of the background. */
    private static final double LARGEST_RADIUS_SHARE = 0.25;
    /** Width of the ring about a spot from which its background is known (px, radii). */
    private static final double MARGIN = 3;
    private static final double MARGIN_SHARE = 0.4;

    private final int m_width;
    private final int m_height;
    private final double m_usualEdge;
    private final NormalEquations m_equations = new NormalEquations(DiscModel.PARAMETERS);
    private final DiscModel m_model = new DiscModel();
    private final double[] m_now = new double[DiscModel.PARAMETERS];
    private final double[] m_before = new double[DiscModel.PARAMETERS];
    private final double[] m_next = new double[DiscModel.PARAMETERS];
    private double m_expectedRadius;
    private double m_usualRadius = Double.NaN;
    private double m_edgeWeight = EDGE_WEIGHT;

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

    /** From now on the edges of all spots are as usual: quicker, and right but for the strongest spots. */
    void holdEdge() {
        m_usualRadius = Double.NaN;
        m_edgeWeight = HELD_EDGE_WEIGHT;
    }

    /** @param radius from now on, the radius that most spots of the pattern have (px); NaN if it is not known */
    void expectRadius(final double radius) {
        m_usualRadius = radius;
        m_edgeWeight = EDGE_WEIGHT;
    }

    /**
     * Fits a spot, whose own model has been removed from {@code rest} if it has a height already.
     *
     * @param spot start values; receives the result, or is left as it is
     * @param rest pattern without background and without the models of all spots (grey levels)
     * @param noise noise of the background
     * @param gain variance per grey level of signal (grey levels), at least 0
     * @param leastGain a step that lowers the weighted sum of squares by less is the last; no parameter is then off by
     *            more than the root of it in standard deviations
     * @return whether there is a result
     */
    private boolean fit(final Spot spot, final float[] rest, final NoiseMap noise, final double gain,
        final double leastGain) {
        m_expectedRadius = Double.isNaN(m_usualRadius) ? spot.m_foundRadius : m_usualRadius;
        parameters(spot, m_now);
        if (spot.m_height == 0) {
            m_now[DiscModel.EDGE] = Math.log(m_usualEdge);
        }
        final int pixels = m_model.gather(rest, m_width, m_height, spot.m_x, spot.m_y,
            spot.m_radius + MARGIN + MARGIN_SHARE * spot.m_radius);
        if (pixels < 2 * DiscModel.PARAMETERS) {
            return false;
        }
        if (spot.m_height == 0) {
            m_model.fitHeight(m_now);
        } else {
            m_model.add(m_now, 1);
        }
        final double variance = noise.variance(spot.m_x, spot.m_y);
        m_model.weigh(m_now[DiscModel.HEIGHT], variance, gain);
        double cost = cost(m_now);
        curvature();
        double damping = FIRST_DAMPING;
        for (int round = 0; round < ROUNDS && damping < LARGEST_DAMPING; round++) {
            m_equations.right(m_model.right());
            expect();
            if (!m_equations.solve(damping)) {
                return false;
            }
            final double expected = m_equations.expectedGain();
            final boolean last = damping < 1 && expected < leastGain;
            step();
            final double next = last ? cost : cost(m_next);
            if (next <= cost * (1 + PRECISION)) {
                System.arraycopy(m_next, 0, m_now, 0, m_now.length);
                if (last) {
                    break;
                }
                if (cost - next < GOOD_SHARE * expected) {
                    curvature();
                }
                cost = next;
                damping *= 0.1;
            } else {
                cost(m_now);
                curvature();
                damping = Math.max(10 * damping, 1e-2);
            }
        }
        return accept(spot, cost, pixels, variance, gain);
    }

    /**
     * Fits a spot and keeps its model removed.
     *
     * @param spot start values; receives the result, or is left as it is
     * @param rest pattern without the model of the spot, if it has a height; is kept so
     * @param noise noise of the background
     * @param gain variance per grey level of signal (grey levels), at least 0
     * @param leastGain as in {@link #fit}
     * @return whether there is a result; if not, no model is removed any more
     */
    boolean refit(final Spot spot, final float[] rest, final NoiseMap noise, final double gain,
        final double leastGain) {
        parameters(spot, m_before);
        final boolean fitted = fit(spot, rest, noise, gain, leastGain);
        exchange(rest, m_before, fitted ? m_now : null);
        return fitted;
    }

    /**
     * Puts the model of a spot back into a pattern and removes that of another.
     *
     * @param rest the pattern
     * @param before the spot to put back; null if there is none
     * @param now the spot to remove; null if there is none
     */
    void exchange(final float[] rest, final Spot before, final Spot now) {
        if (before != null) {
            parameters(before, m_before);
        }
        if (now != null) {
            parameters(now, m_now);
        }
        exchange(rest, before == null ? null : m_before, now == null ? null : m_now);
    }

    private void exchange(final float[] rest, final double[] before, final double[] now) {
        final boolean puts = before != null && before[DiscModel.HEIGHT] > 0;
        final double[] centre = puts ? before : now;
        if (centre == null) {
            return;
        }
        double window = puts ? reach(before) : 0;
        if (now != null) {
            window = Math.max(window, reach(now)
                + Math.hypot(now[DiscModel.X] - centre[DiscModel.X], now[DiscModel.Y] - centre[DiscModel.Y]));
        }
        m_model.gather(rest, m_width, m_height, centre[DiscModel.X], centre[DiscModel.Y], window);
        if (puts) {
            m_model.add(before, 1);
        }
        if (now != null) {
            m_model.add(now, -1);
        }
        m_model.scatter(rest);
    }

    private static double reach(final double[] parameters) {
        return SoftDisc.reach(Math.exp(parameters[DiscModel.RADIUS]), Math.exp(parameters[DiscModel.EDGE]));
    }

    private boolean accept(final Spot spot, final double cost, final int pixels, final double variance,
        final double gain) {
        final double radius = Math.exp(m_now[DiscModel.RADIUS]);
        final double moved = Math.hypot(m_now[DiscModel.X] - spot.m_foundX, m_now[DiscModel.Y] - spot.m_foundY);
        if (!(moved < Math.max(LARGEST_MOVE, LARGEST_MOVE_SHARE * spot.m_foundRadius)) || !(m_now[DiscModel.HEIGHT] > 0)
            || radius > LARGEST_RADIUS_SHARE * Math.min(m_width, m_height)
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
        spot.m_misfit = (cost - pixels) / Math.sqrt(2.0 * pixels);
        spot.m_evidence = Math.sqrt(Math.max(0, m_model.evidence(m_now, variance, gain) - expectedCost(m_now)));
        return true;
    }

    private boolean isInside(final double x, final double y) {
        return x >= 0 && y >= 0 && x <= m_width && y <= m_height;
    }

    /** Describes the model of a spot as the arithmetic wants it. */
    static void parameters(final Spot spot, final double[] parameters) {
        parameters[DiscModel.HEIGHT] = spot.m_height;
        parameters[DiscModel.LEVEL] = spot.m_level;
        parameters[DiscModel.X] = spot.m_x;
        parameters[DiscModel.Y] = spot.m_y;
        parameters[DiscModel.RADIUS] = Math.log(spot.m_radius);
        parameters[DiscModel.EDGE] = Math.log(Math.max(SMALLEST_EDGE, spot.m_edge));
    }

    private void step() {
        for (int i = 0; i < m_now.length; i++) {
            m_next[i] = m_now[i] + m_equations.solution(i);
        }
        final double radius = m_now[DiscModel.RADIUS];
        m_next[DiscModel.RADIUS] = Math.max(radius - LARGEST_STEP,
            Math.min(radius + LARGEST_STEP, m_next[DiscModel.RADIUS]));
        final double largest =
            Math.log(Math.max(SMALLEST_EDGE, LARGEST_EDGE_SHARE * Math.exp(m_next[DiscModel.RADIUS])));
        m_next[DiscModel.EDGE] = Math.max(Math.log(SMALLEST_EDGE), Math.min(largest, m_next[DiscModel.EDGE]));
    }

    private double cost(final double[] parameters) {
        return m_model.cost(parameters) + expectedCost(parameters);
    }

    /** What it costs that radius and edge are not as expected. */
    private double expectedCost(final double[] parameters) {
        final double radius = Math.log(m_expectedRadius) - parameters[DiscModel.RADIUS];
        final double edge = Math.log(m_usualEdge) - parameters[DiscModel.EDGE];
        return radiusWeight() * radius * radius + m_edgeWeight * edge * edge;
    }

    private void curvature() {
        m_equations.products(m_model.products(m_now));
        m_equations.addProduct(DiscModel.RADIUS, radiusWeight());
        m_equations.addProduct(DiscModel.EDGE, m_edgeWeight);
    }

    private void expect() {
        m_equations.addRight(DiscModel.RADIUS, radiusWeight() * (Math.log(m_expectedRadius) - m_now[DiscModel.RADIUS]));
        m_equations.addRight(DiscModel.EDGE, m_edgeWeight * (Math.log(m_usualEdge) - m_now[DiscModel.EDGE]));
    }

    private double radiusWeight() {
        return Double.isNaN(m_usualRadius) ? RADIUS_WEIGHT : RADIUS_WEIGHT_AMONG_OTHERS;
    }
}
