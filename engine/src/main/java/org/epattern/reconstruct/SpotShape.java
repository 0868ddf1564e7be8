// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import java.util.Arrays;

/**
 * The pixels of one drawn spot, centred exactly on its sub-pixel position and scaled so that the mean within its circle
 * is 1. Holds scratch memory: one instance per thread.
 *
 * <p>"Mean within the circle" is what registration measures: pixels weighted by the share that lies inside. A rim pixel
 * that is half inside is drawn with half the grey level and also counts half, so a disc drawn with the bare mean would
 * be read back too low (7 % at a radius of 5 px; the paper sees the same loss in Fig. 4f). The scaling undoes that.</p>
 */
final class SpotShape {

    /** Below this standard deviation (px) a Gaussian sampled at the pixel centres loses its position. */
    private static final double MIN_SIGMA = 0.8;
    /** Standard deviations after which a Gaussian is cut; a millionth of its signal lies beyond. */
    private static final double REACH = 5;
    /** Points per px along one axis by which very small discs are approximated. */
    private static final int POINTS = 8;
    /** Below this radius (px) there are too few rim pixels to place a disc by their grey levels. */
    private static final double SMALL_DISC = 0.75;

    private final CircleCoverage m_circle = new CircleCoverage();
    private int m_firstX;
    private int m_firstY;
    private int m_width;
    private int m_height;
    private double[] m_value = new double[1024];
    private double[] m_column = new double[64];

    /**
     * Computes the pixels of a spot.
     *
     * @param profile course of the grey level
     * @param x position (px)
     * @param y position (px)
     * @param radius radius (px)
     */
    void set(final Profile profile, final double x, final double y, final double radius) {
        m_circle.set(x, y, radius);
        switch (profile) {
            case SOFT_DISC -> {
                if (radius < SMALL_DISC || !disc(x, y)) {
                    smallDisc(x, y, radius);
                }
            }
            case GAUSSIAN -> gaussian(x, y, Math.max(MIN_SIGMA, radius / 2));
        }
        normalise();
    }

    int firstX() {
        return m_firstX;
    }

    int firstY() {
        return m_firstY;
    }

    int width() {
        return m_width;
    }

    int height() {
        return m_height;
    }

    /** Relative grey level of a pixel of the window, row by row. */
    double value(final int index) {
        return m_value[index];
    }

    private void window(final int firstX, final int firstY, final int width, final int height) {
        m_firstX = firstX;
        m_firstY = firstY;
        m_width = width;
        m_height = height;
        if (width * height > m_value.length) {
            m_value = new double[width * height];
        }
    }

    /**
     * Disc by pixel areas. A pixel acts at its centre although the covered part of a rim pixel lies nearer to the
     * middle, which moves the centre of mass by some thousandths of a px. The rim pixels are therefore changed by
     * a (1 - a) (k + kx dx + ky dy), with k, kx, ky such that area and centre of mass become exact.
     *
     * @return false if the rim cannot hold the position without leaving the range 0 to 1
     */
    private boolean disc(final double x, final double y) {
        window(m_circle.firstX(), m_circle.firstY(), m_circle.width(), m_circle.height());
        double momentX = 0;
        double momentY = 0;
        double w0 = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wxy = 0;
        double wyy = 0;
        for (int j = 0, i = 0; j < m_height; j++) {
            final double dy = m_firstY + j + 0.5 - y;
            for (int c = 0; c < m_width; c++, i++) {
                final double dx = m_firstX + c + 0.5 - x;
                final double a = m_circle.share(i);
                final double w = a * (1 - a);
                momentX += a * dx;
                momentY += a * dy;
                w0 += w;
                wx += w * dx;
                wy += w * dy;
                wxx += w * dx * dx;
                wxy += w * dx * dy;
                wyy += w * dy * dy;
            }
        }
        // the first equation (area unchanged) gives k = -(kx wx + ky wy) / w0; two equations for kx, ky remain
        final double vxx = wxx - wx * wx / w0;
        final double vxy = wxy - wx * wy / w0;
        final double vyy = wyy - wy * wy / w0;
        final double determinant = vxx * vyy - vxy * vxy;
        final double kx = (vxy * momentY - vyy * momentX) / determinant;
        final double ky = (vxy * momentX - vxx * momentY) / determinant;
        final double k = -(kx * wx + ky * wy) / w0;
        for (int j = 0, i = 0; j < m_height; j++) {
            final double dy = m_firstY + j + 0.5 - y;
            for (int c = 0; c < m_width; c++, i++) {
                final double dx = m_firstX + c + 0.5 - x;
                final double a = m_circle.share(i);
                final double change = k + kx * dx + ky * dy;
                if (a > 0 && a < 1 && !(Math.abs(change) <= 1)) {
                    return false;
                }
                m_value[i] = a > 0 && a < 1 ? a + a * (1 - a) * change : a;
            }
        }
        return true;
    }

    /** Disc as a cloud of points, each shared between its four nearest pixel centres: keeps the centre of mass. */
    private void smallDisc(final double x, final double y, final double radius) {
        final int firstX = (int)Math.floor(x - radius - 0.5);
        final int firstY = (int)Math.floor(y - radius - 0.5);
        window(firstX, firstY, (int)Math.floor(x + radius - 0.5) + 2 - firstX,
            (int)Math.floor(y + radius - 0.5) + 2 - firstY);
        Arrays.fill(m_value, 0, m_width * m_height, 0);
        for (int v = 0; v < POINTS; v++) {
            final double py = (2.0 * v + 1 - POINTS) / POINTS;
            for (int u = 0; u < POINTS; u++) {
                final double px = (2.0 * u + 1 - POINTS) / POINTS;
                if (px * px + py * py <= 1) {
                    final double left = x + px * radius - 0.5 - firstX;
                    final double top = y + py * radius - 0.5 - firstY;
                    final int column = (int)left;
                    final int row = (int)top;
                    final double fx = left - column;
                    final double fy = top - row;
                    final int i = row * m_width + column;
                    m_value[i] += (1 - fx) * (1 - fy);
                    m_value[i + 1] += fx * (1 - fy);
                    m_value[i + m_width] += (1 - fx) * fy;
                    m_value[i + m_width + 1] += fx * fy;
                }
            }
        }
    }

    private void gaussian(final double x, final double y, final double sigma) {
        final int firstX = (int)Math.floor(x - REACH * sigma);
        final int firstY = (int)Math.floor(y - REACH * sigma);
        window(firstX, firstY, (int)Math.ceil(x + REACH * sigma) - firstX,
            (int)Math.ceil(y + REACH * sigma) - firstY);
        if (m_width > m_column.length) {
            m_column = new double[m_width];
        }
        final double factor = -0.5 / (sigma * sigma);
        for (int c = 0; c < m_width; c++) {
            final double dx = firstX + c + 0.5 - x;
            m_column[c] = Math.exp(factor * dx * dx);
        }
        for (int j = 0, i = 0; j < m_height; j++) {
            final double dy = firstY + j + 0.5 - y;
            final double row = Math.exp(factor * dy * dy);
            for (int c = 0; c < m_width; c++, i++) {
                m_value[i] = row * m_column[c];
            }
        }
    }

    /** Makes the mean within the circle 1. The window of the spot holds that of the circle. */
    private void normalise() {
        double area = 0;
        double sum = 0;
        for (int j = 0, i = 0; j < m_circle.height(); j++) {
            final int row = (m_circle.firstY() + j - m_firstY) * m_width + m_circle.firstX() - m_firstX;
            for (int c = 0; c < m_circle.width(); c++, i++) {
                final double a = m_circle.share(i);
                area += a;
                sum += a * m_value[row + c];
            }
        }
        final double factor = area / sum;
        for (int i = 0; i < m_width * m_height; i++) {
            m_value[i] *= factor;
        }
    }
}
