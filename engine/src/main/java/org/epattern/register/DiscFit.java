// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Weighted least-squares fit of a {@link SoftDisc} on a level background to the pixels about one spot
 * (Levenberg-Marquardt). Radius and edge are held near what is usual where the pixels do not tell. Has scratch memory;
 * belongs to one thread.
 */
final class DiscFit {

    private static final int HEIGHT = 0;
    private static final int LEVEL = 1;
    private static final int X = 2;
    private static final int Y = 3;
    private static final int RADIUS = 4;
    private static final int EDGE = 5;
    private static final int PARAMETERS = 6;

    private static final int ROUNDS = 12;
    private static final double SETTLED = 2e-3;
    /** Steps that lower the weighted sum of squares by less change no parameter by more than a tenth of its error. */
    private static final double LEAST_GAIN = 0.01;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LARGEST_DAMPING = 1e6;
    /** Usual deviation of the logarithms of radius and edge from what is expected. */
    private static final double RADIUS_FREEDOM = 0.4;
    private static final double RADIUS_FREEDOM_AMONG_OTHERS = 0.15;
    private static final double EDGE_FREEDOM = 0.5;
    private static final double SMALLEST_EDGE = 0.2;
    private static final double LARGEST_EDGE_SHARE = 0.6;
    /** How far from the maximum the centre can be (px, radii). */
    private static final double LARGEST_MOVE = 2;
    private static final double LARGEST_MOVE_SHARE = 0.8;
    /** Width of the ring about a spot from which its background is known (px, radii). */
    private static final double MARGIN = 3;
    private static final double MARGIN_SHARE = 0.4;

    private final int m_width;
    private final int m_height;
    private final double m_usualEdge;
    private final NormalEquations m_equations = new NormalEquations(PARAMETERS);
    private final double[] m_products = new double[PARAMETERS * (PARAMETERS + 1) / 2];
    private final double[] m_right = new double[PARAMETERS];
    private final double[] m_now = new double[PARAMETERS];
    private final double[] m_next = new double[PARAMETERS];
    private double[] m_value = new double[1024];
    private double[] m_weight = new double[1024];
    private float[] m_px = new float[1024];
    private float[] m_py = new float[1024];
    private int m_count;
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
     * @return whether the fit settled
     */
    boolean fit(final Spot spot, final float[] rest, final NoiseMap noise, final double gain) {
        m_expectedRadius = Double.isNaN(m_usualRadius) ? spot.m_foundRadius : m_usualRadius;
        start(spot);
        gather(spot, rest, noise, gain);
        if (m_count < 2 * PARAMETERS) {
            return false;
        }
        if (spot.m_height == 0) {
            firstHeight();
        }
        double cost = sum(m_now);
        double damping = FIRST_DAMPING;
        boolean settled = false;
        for (int round = 0; round < ROUNDS && !settled; round++) {
            if (!m_equations.solve(damping)) {
                return false;
            }
            step();
            final double next = sum(m_next);
            if (next <= cost * (1 + 1e-12)) {
                settled = damping < 1 && (cost - next < LEAST_GAIN || hasSettled());
                System.arraycopy(m_next, 0, m_now, 0, PARAMETERS);
                cost = next;
                damping *= 0.1;
            } else {
                sum(m_now);
                damping = Math.max(10 * damping, 1e-2);
                if (damping > LARGEST_DAMPING) {
                    settled = true;
                }
            }
        }
        return accept(spot, cost);
    }

    private boolean hasSettled() {
        return Math.abs(m_next[X] - m_now[X]) < SETTLED && Math.abs(m_next[Y] - m_now[Y]) < SETTLED
            && Math.abs(m_next[RADIUS] - m_now[RADIUS]) < SETTLED;
    }

    private boolean accept(final Spot spot, final double cost) {
        final double radius = Math.exp(m_now[RADIUS]);
        final double moved = Math.hypot(m_now[X] - spot.m_foundX, m_now[Y] - spot.m_foundY);
        if (!(moved < Math.max(LARGEST_MOVE, LARGEST_MOVE_SHARE * spot.m_foundRadius)) || !(m_now[HEIGHT] > 0)
            || !isInside(m_now[X], m_now[Y])) {
            return false;
        }
        spot.m_height = m_now[HEIGHT];
        spot.m_level = m_now[LEVEL];
        spot.m_x = m_now[X];
        spot.m_y = m_now[Y];
        spot.m_radius = radius;
        spot.m_edge = Math.exp(m_now[EDGE]);
        spot.m_heightError = Math.sqrt(m_equations.variance(HEIGHT));
        spot.m_evidence = Math.sqrt(Math.max(0, costOfLevel() - cost));
        return true;
    }

    private boolean isInside(final double x, final double y) {
        return x >= 0 && y >= 0 && x <= m_width && y <= m_height;
    }

    /** @return weighted sum of squares about the best level, without any spot */
    private double costOfLevel() {
        double weights = 0;
        double sum = 0;
        double sum2 = 0;
        for (int i = 0; i < m_count; i++) {
            weights += m_weight[i];
            sum += m_weight[i] * m_value[i];
            sum2 += m_weight[i] * m_value[i] * m_value[i];
        }
        return sum2 - sum * sum / weights;
    }

    private void start(final Spot spot) {
        m_now[HEIGHT] = spot.m_height;
        m_now[LEVEL] = spot.m_level;
        m_now[X] = spot.m_x;
        m_now[Y] = spot.m_y;
        m_now[RADIUS] = Math.log(spot.m_radius);
        m_now[EDGE] = Math.log(spot.m_height == 0 ? m_usualEdge : spot.m_edge);
    }

    private void gather(final Spot spot, final float[] rest, final NoiseMap noise,
        final double gain) {
        final double window = spot.m_radius + MARGIN + MARGIN_SHARE * spot.m_radius;
        final int x0 = Math.max(0, (int)Math.floor(spot.m_x - window));
        final int x1 = Math.min(m_width - 1, (int)Math.floor(spot.m_x + window));
        final int y0 = Math.max(0, (int)Math.floor(spot.m_y - window));
        final int y1 = Math.min(m_height - 1, (int)Math.floor(spot.m_y + window));
        reserve((x1 - x0 + 1) * (y1 - y0 + 1));
        final double variance = noise.variance(spot.m_x, spot.m_y);
        m_count = 0;
        for (int y = y0; y <= y1; y++) {
            final double dy = y + 0.5 - spot.m_y;
            for (int x = x0; x <= x1; x++) {
                final double dx = x + 0.5 - spot.m_x;
                final double r = Math.sqrt(dx * dx + dy * dy);
                if (r <= window) {
                    final int p = y * m_width + x;
                    final double own =
                        spot.m_height == 0 ? 0 : spot.m_height * SoftDisc.height(r, spot.m_radius, spot.m_edge);
                    m_px[m_count] = x + 0.5f;
                    m_py[m_count] = y + 0.5f;
                    m_value[m_count] = rest[p] + own;
                    m_weight[m_count] = 1 / (variance + gain * own);
                    m_count++;
                }
            }
        }
    }

    private void reserve(final int pixels) {
        if (m_value.length < pixels) {
            m_value = new double[pixels];
            m_weight = new double[pixels];
            m_px = new float[pixels];
            m_py = new float[pixels];
        }
    }

    /** Height and level for the starting position and radius: a linear fit. */
    private void firstHeight() {
        double s = 0;
        double sf = 0;
        double sff = 0;
        double sv = 0;
        double sfv = 0;
        final double radius = Math.exp(m_now[RADIUS]);
        final double edge = Math.exp(m_now[EDGE]);
        for (int i = 0; i < m_count; i++) {
            final double f = SoftDisc.height(Math.hypot(m_px[i] - m_now[X], m_py[i] - m_now[Y]), radius, edge);
            s++;
            sf += f;
            sff += f * f;
            sv += m_value[i];
            sfv += f * m_value[i];
        }
        final double height = (s * sfv - sf * sv) / (s * sff - sf * sf);
        m_now[HEIGHT] = height;
        m_now[LEVEL] = (sv - sf * height) / s;
    }

    private void step() {
        for (int i = 0; i < PARAMETERS; i++) {
            m_next[i] = m_now[i] + m_equations.solution(i);
        }
        m_next[RADIUS] = Math.max(m_now[RADIUS] - 0.5, Math.min(m_now[RADIUS] + 0.5, m_next[RADIUS]));
        final double largest = Math.log(Math.max(SMALLEST_EDGE, LARGEST_EDGE_SHARE * Math.exp(m_next[RADIUS])));
        m_next[EDGE] = Math.max(Math.log(SMALLEST_EDGE), Math.min(largest, m_next[EDGE]));
    }

    /** @return weighted sum of squares; fills the normal equations */
    private double sum(final double[] parameters) {
        return pixelSum(parameters) + expect(RADIUS, parameters, Math.log(m_expectedRadius),
            Double.isNaN(m_usualRadius) ? RADIUS_FREEDOM : RADIUS_FREEDOM_AMONG_OTHERS)
            + expect(EDGE, parameters, Math.log(m_usualEdge), EDGE_FREEDOM);
    }

    /**
     * The inner loop of registration: one variable per sum, because the compiler keeps those in registers. Letters:
     * h height, l level, x, y, r radius, e edge.
     */
    private double pixelSum(final double[] parameters) {
        final double height = parameters[HEIGHT];
        final double level = parameters[LEVEL];
        final double x = parameters[X];
        final double y = parameters[Y];
        final double radius = Math.exp(parameters[RADIUS]);
        final double edge = Math.exp(parameters[EDGE]);
        final double perEdge = height / edge;
        double cost = 0;
        double hh = 0;
        double lh = 0;
        double ll = 0;
        double xh = 0;
        double xl = 0;
        double xx = 0;
        double yh = 0;
        double yl = 0;
        double yx = 0;
        double yy = 0;
        double rh = 0;
        double rl = 0;
        double rx = 0;
        double ry = 0;
        double rr = 0;
        double eh = 0;
        double el = 0;
        double ex = 0;
        double ey = 0;
        double er = 0;
        double ee = 0;
        double h = 0;
        double l = 0;
        double toX = 0;
        double toY = 0;
        double toR = 0;
        double toE = 0;
        for (int i = 0; i < m_count; i++) {
            final double dx = m_px[i] - x;
            final double dy = m_py[i] - y;
            final double distance = Math.sqrt(dx * dx + dy * dy) + 1e-9;
            final double f = SoftDisc.height(distance, radius, edge);
            final double difference = m_value[i] - level - height * f;
            final double w = m_weight[i];
            final double slope = perEdge * f * (1 - f);
            final double gx = slope * dx / distance;
            final double gy = slope * dy / distance;
            final double ge = slope * (distance - radius);
            final double wf = w * f;
            final double ws = w * slope;
            final double wx = w * gx;
            final double wy = w * gy;
            final double we = w * ge;
            cost += w * difference * difference;
            hh += wf * f;
            lh += wf;
            ll += w;
            xh += wx * f;
            xl += wx;
            xx += wx * gx;
            yh += wy * f;
            yl += wy;
            yx += wy * gx;
            yy += wy * gy;
            rh += ws * f;
            rl += ws;
            rx += ws * gx;
            ry += ws * gy;
            rr += ws * slope;
            eh += we * f;
            el += we;
            ex += we * gx;
            ey += we * gy;
            er += we * slope;
            ee += we * ge;
            h += wf * difference;
            l += w * difference;
            toX += wx * difference;
            toY += wy * difference;
            toR += ws * difference;
            toE += we * difference;
        }
        put(0, hh, lh, ll, xh, xl, xx);
        put(6, yh, yl, yx, yy, radius * rh, radius * rl);
        put(12, radius * rx, radius * ry, radius * radius * rr, eh, el, ex);
        m_products[18] = ey;
        m_products[19] = radius * er;
        m_products[20] = ee;
        m_right[HEIGHT] = h;
        m_right[LEVEL] = l;
        m_right[X] = toX;
        m_right[Y] = toY;
        m_right[RADIUS] = radius * toR;
        m_right[EDGE] = toE;
        m_equations.set(m_products, m_right);
        return cost;
    }

    private void put(final int start, final double a, final double b, final double c, final double d, final double e,
        final double f) {
        m_products[start] = a;
        m_products[start + 1] = b;
        m_products[start + 2] = c;
        m_products[start + 3] = d;
        m_products[start + 4] = e;
        m_products[start + 5] = f;
    }

    private double expect(final int parameter, final double[] parameters, final double expected,
        final double freedom) {
        final double difference = expected - parameters[parameter];
        final double weight = 1 / (freedom * freedom);
        m_equations.add(parameter, difference, weight);
        return weight * difference * difference;
    }
}
