// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * The pixels about one spot, and how well a {@link SoftDisc} on a level background describes them: weighted sum of
 * squares, its gradient and the normal equations. Has scratch memory; belongs to one thread.
 */
final class DiscModel {

    static final int HEIGHT = 0;
    static final int LEVEL = 1;
    static final int X = 2;
    static final int Y = 3;
    static final int RADIUS = 4;
    static final int EDGE = 5;
    static final int PARAMETERS = 6;

    private final double[] m_products = new double[PARAMETERS * (PARAMETERS + 1) / 2];
    private final double[] m_right = new double[PARAMETERS];
    private int m_count;
    private double m_originX;
    private double m_originY;
    private int m_lines;
    private int[] m_lineStart = {};
    private int[] m_lineLength = {};
    private float[] m_fromX = {};
    private float[] m_fromY = {};
    private float[] m_value = {};
    private float[] m_weight = {};
    private float[] m_distance = {};
    private float[] m_tangent = {};
    private float[] m_shape = {};
    private float[] m_slope = {};
    private float[] m_slopeX = {};
    private float[] m_slopeY = {};
    private float[] m_slopeEdge = {};
    private float[] m_residual = {};

    /**
     * Takes the pixels whose centres lie within a circle.
     *
     * @param pixels pattern, row by row (grey levels)
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param x centre of the circle (px)
     * @param y centre of the circle (px)
     * @param radius radius of the circle (px)
     * @return number of pixels
     */
    int gather(final float[] pixels, final int width, final int height, final double x, final double y,
        final double radius) {
        m_originX = x;
        m_originY = y;
        m_count = 0;
        m_lines = 0;
        final double side = 2 * radius + 2;
        reserve((int)(Math.min(side, width) * Math.min(side, height)), (int)Math.min(side, height));
        final int lowest = Math.min(height - 1, (int)Math.floor(y + radius - 0.5));
        for (int row = Math.max(0, (int)Math.ceil(y - radius - 0.5)); row <= lowest; row++) {
            final double dy = row + 0.5 - y;
            final double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
            final int first = Math.max(0, (int)Math.ceil(x - half - 0.5));
            final int length = Math.min(width - 1, (int)Math.floor(x + half - 0.5)) - first + 1;
            if (length > 0) {
                System.arraycopy(pixels, row * width + first, m_value, m_count, length);
                m_lineStart[m_lines] = row * width + first;
                m_lineLength[m_lines++] = length;
                Arrays.fill(m_fromY, m_count, m_count + length, (float)dy);
                final float left = (float)(first + 0.5 - x);
                for (int i = 0; i < length; i++) {
                    m_fromX[m_count + i] = left + i;
                }
                m_count += length;
            }
        }
        return m_count;
    }

    private void reserve(final int pixels, final int lines) {
        if (m_lineStart.length < lines) {
            m_lineStart = new int[lines];
            m_lineLength = new int[lines];
        }
        if (m_value.length < pixels) {
            m_fromX = new float[pixels];
            m_fromY = new float[pixels];
            m_value = new float[pixels];
            m_weight = new float[pixels];
            m_distance = new float[pixels];
            m_tangent = new float[pixels];
            m_shape = new float[pixels];
            m_slope = new float[pixels];
            m_slopeX = new float[pixels];
            m_slopeY = new float[pixels];
            m_slopeEdge = new float[pixels];
            m_residual = new float[pixels];
        }
    }

    /** Writes the pixels back to where they were taken from. */
    void scatter(final float[] pixels) {
        int from = 0;
        for (int line = 0; line < m_lines; line++) {
            System.arraycopy(m_value, from, pixels, m_lineStart[line], m_lineLength[line]);
            from += m_lineLength[line];
        }
    }

    /**
     * Adds a disc to the pixels.
     *
     * @param parameters the disc
     * @param times 1 to add it, -1 to remove it
     */
    void add(final double[] parameters, final int times) {
        shape(parameters);
        DiscLoops.add(m_shape, m_value, m_count, (float)(times * parameters[HEIGHT]));
    }

    /**
     * Weighs the pixels by the noise of the background and of a disc of the shape that was used last.
     *
     * @param height height of the disc (grey levels)
     * @param variance variance of the background (grey levels squared)
     * @param gain variance per grey level of signal (grey levels)
     */
    void weigh(final double height, final double variance, final double gain) {
        DiscLoops.weigh(m_shape, m_weight, m_count, (float)(Math.max(0, height) * gain), (float)variance);
    }

    /** Sets height and level of a disc of known place, radius and edge: a linear fit, all pixels weighed alike. */
    void fitHeight(final double[] parameters) {
        shape(parameters);
        double f = 0;
        double ff = 0;
        double v = 0;
        double fv = 0;
        for (int i = 0; i < m_count; i++) {
            f += m_shape[i];
            ff += m_shape[i] * m_shape[i];
            v += m_value[i];
            fv += m_shape[i] * m_value[i];
        }
        final double height = (m_count * fv - f * v) / (m_count * ff - f * f);
        parameters[HEIGHT] = height;
        parameters[LEVEL] = (v - f * height) / m_count;
    }

    /**
     * @param parameters what describes the disc; radius and edge as logarithms
     * @return weighted sum of squares; its gradient is kept
     */
    double cost(final double[] parameters) {
        shape(parameters);
        slopes(parameters);
        DiscLoops.residuals(m_value, m_shape, m_residual, m_count, (float)parameters[LEVEL],
            (float)parameters[HEIGHT]);
        return gradient(parameters[HEIGHT] / Math.exp(parameters[EDGE]), Math.exp(parameters[RADIUS]));
    }

    private void shape(final double[] parameters) {
        DiscLoops.distances(m_fromX, m_fromY, m_distance, m_count, (float)(parameters[X] - m_originX),
            (float)(parameters[Y] - m_originY));
        DiscLoops.arguments(m_distance, m_tangent, m_count, (float)Math.exp(parameters[RADIUS]),
            (float)(0.5 * Math.exp(-parameters[EDGE])));
        DiscLoops.tangents(m_tangent, m_count);
        DiscLoops.shapes(m_tangent, m_shape, m_slope, m_count);
    }

    private void slopes(final double[] parameters) {
        DiscLoops.components(m_slope, m_distance, m_fromX, m_slopeX, m_count, (float)(parameters[X] - m_originX));
        DiscLoops.components(m_slope, m_distance, m_fromY, m_slopeY, m_count, (float)(parameters[Y] - m_originY));
        DiscLoops.moments(m_slope, m_distance, m_slopeEdge, m_count, (float)Math.exp(parameters[RADIUS]));
    }

    private double gradient(final double perEdge, final double radius) {
        float cost = 0;
        float h = 0;
        float l = 0;
        float x = 0;
        float y = 0;
        float r = 0;
        float e = 0;
        for (int i = 0; i < m_count; i++) {
            final float difference = m_residual[i];
            final float weighted = m_weight[i] * difference;
            cost += weighted * difference;
            h += weighted * m_shape[i];
            l += weighted;
            x += weighted * m_slopeX[i];
            y += weighted * m_slopeY[i];
            r += weighted * m_slope[i];
            e += weighted * m_slopeEdge[i];
        }
        m_right[HEIGHT] = h;
        m_right[LEVEL] = l;
        m_right[X] = perEdge * x;
        m_right[Y] = perEdge * y;
        m_right[RADIUS] = perEdge * radius * r;
        m_right[EDGE] = perEdge * e;
        return cost;
    }

    /** @return gradient of the last cost: weighted products of derivatives and differences; to be read only */
    double[] right() {
        return m_right;
    }

    /**
     * Sums the products of the derivatives at the parameters of the last cost. Letters: h height, l level, x, y,
     * r radius, e edge.
     *
     * @param parameters parameters of the last cost
     * @return the lower triangle, row by row; to be read only
     */
    double[] products(final double[] parameters) {
        final double slope = parameters[HEIGHT] / Math.exp(parameters[EDGE]);
        final double radial = slope * Math.exp(parameters[RADIUS]);
        roundProducts(slope, radial);
        placeProducts(slope, radial);
        return m_products;
    }

    // two loops, because more sums than registers would be slower than reading the pixels twice

    private void roundProducts(final double s, final double q) {
        float hh = 0;
        float lh = 0;
        float ll = 0;
        float rh = 0;
        float rl = 0;
        float rr = 0;
        float eh = 0;
        float el = 0;
        float er = 0;
        float ee = 0;
        for (int i = 0; i < m_count; i++) {
            final float w = m_weight[i];
            final float f = m_shape[i];
            final float g = m_slope[i];
            final float e = m_slopeEdge[i];
            final float wf = w * f;
            final float wg = w * g;
            final float we = w * e;
            hh += wf * f;
            lh += wf;
            ll += w;
            rh += wg * f;
            rl += wg;
            rr += wg * g;
            eh += we * f;
            el += we;
            er += we * g;
            ee += we * e;
        }
        put(0, hh, lh, ll);
        m_products[10] = q * rh;
        m_products[11] = q * rl;
        m_products[14] = q * q * rr;
        m_products[15] = s * eh;
        m_products[16] = s * el;
        m_products[19] = s * q * er;
        m_products[20] = s * s * ee;
    }

    private void placeProducts(final double s, final double q) {
        float xh = 0;
        float xl = 0;
        float xx = 0;
        float yh = 0;
        float yl = 0;
        float yx = 0;
        float yy = 0;
        float rx = 0;
        float ry = 0;
        float ex = 0;
        float ey = 0;
        for (int i = 0; i < m_count; i++) {
            final float x = m_slopeX[i];
            final float y = m_slopeY[i];
            final float wx = m_weight[i] * x;
            final float wy = m_weight[i] * y;
            xh += wx * m_shape[i];
            xl += wx;
            xx += wx * x;
            yh += wy * m_shape[i];
            yl += wy;
            yx += wy * x;
            yy += wy * y;
            rx += wx * m_slope[i];
            ry += wy * m_slope[i];
            ex += wx * m_slopeEdge[i];
            ey += wy * m_slopeEdge[i];
        }
        put(3, s * xh, s * xl, s * s * xx);
        put(6, s * yh, s * yl, s * s * yx);
        m_products[9] = s * s * yy;
        m_products[12] = q * s * rx;
        m_products[13] = q * s * ry;
        m_products[17] = s * s * ex;
        m_products[18] = s * s * ey;
    }

    private void put(final int start, final double first, final double second, final double third) {
        m_products[start] = first;
        m_products[start + 1] = second;
        m_products[start + 2] = third;
    }

    /**
     * How much longer than wide what stands above a level is: two equal spots at a distance of 2 d have second moments
     * that differ by d squared.
     *
     * @param x place about which the moments are taken (px)
     * @param y place about which the moments are taken (px)
     * @param level grey level
     * @param direction receives the direction of the longer axis, of length 1
     * @return d (px); 0 if nothing stands above the level
     */
    double elongation(final double x, final double y, final double level, final double[] direction) {
        final double dx = x - m_originX;
        final double dy = y - m_originY;
        double sum = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < m_count; i++) {
            final double value = m_value[i] - level;
            final double u = m_fromX[i] - dx;
            final double v = m_fromY[i] - dy;
            sum += value;
            xx += value * u * u;
            xy += value * u * v;
            yy += value * v * v;
        }
        if (!(sum > 0)) {
            return 0;
        }
        final double difference = Math.hypot((xx - yy) / sum, 2 * xy / sum);
        final double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        direction[0] = Math.cos(angle);
        direction[1] = Math.sin(angle);
        return Math.sqrt(difference);
    }

    /**
     * How much likelier the pixels are with a disc than without: twice the logarithm of the ratio of the likelihoods,
     * the level fitted in both cases. Noise is that of electrons that are counted and of a constant part, which is
     * taken for electrons of the background; the logarithm of 1 + x is its approximant x (6 + x) / (6 + 4 x), exact to
     * 1 % up to x = 1. Without gain this is the gain of the weighted sum of squares.
     *
     * @param parameters the disc, of the last cost
     * @param variance variance of the background (grey levels squared)
     * @param gain variance per grey level of signal (grey levels)
     * @return evidence for the disc; at most 0 if there is none
     */
    double evidence(final double[] parameters, final double variance, final double gain) {
        final float height = (float)parameters[HEIGHT];
        final float level = (float)parameters[LEVEL];
        final float perVariance = (float)(1 / variance);
        final float ratio = (float)(gain / variance);
        double sum = 0;
        double f = 0;
        double ff = 0;
        for (int i = 0; i < m_count; i++) {
            final float own = height * m_shape[i];
            final float x = ratio * own;
            sum += own * perVariance * ((m_value[i] - level) * (6 + x) - 3 * own) / (6 + 4 * x);
            f += m_shape[i];
            ff += m_shape[i] * m_shape[i];
        }
        return 2 * sum * (1 - f * f / (m_count * ff));
    }

    /**
     * @param level about what the values are (grey levels), for the sake of precision
     * @return weighted sum of squares about the best level, without any spot
     */
    double costOfLevel(final double level) {
        double weights = 0;
        double sum = 0;
        double sum2 = 0;
        for (int i = 0; i < m_count; i++) {
            final double value = m_value[i] - level;
            final double weighted = m_weight[i] * value;
            weights += m_weight[i];
            sum += weighted;
            sum2 += weighted * value;
        }
        return sum2 - sum * sum / weights;
    }
}
