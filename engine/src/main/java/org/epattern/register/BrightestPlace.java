// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** Finds where an image is brightest within a circle, noise and single pixels blurred away. Belongs to one thread. */
final class BrightestPlace {

    private static final double REACH = 3;

    private final int m_imageWidth;
    private final int m_left;
    private final int m_top;
    private final int m_width;
    private final int m_height;
    private final double m_centreX;
    private final double m_centreY;
    private final double m_range;
    private final GaussianBlur m_blur;
    private final float[] m_part;
    private double m_x;
    private double m_y;

    /**
     * @param width image width (px)
     * @param height image height (px)
     * @param centreX centre of the circle (px)
     * @param centreY centre of the circle (px)
     * @param range radius of the circle (px)
     * @param sigma standard deviation of the blur (px)
     */
    BrightestPlace(final int width, final int height, final double centreX, final double centreY, final double range,
        final double sigma) {
        final double reach = range + REACH * sigma + 1;
        m_imageWidth = width;
        m_left = (int)Math.max(0, Math.min(width - 1, centreX - reach));
        m_top = (int)Math.max(0, Math.min(height - 1, centreY - reach));
        m_width = (int)Math.max(1, Math.min(width - m_left, centreX + reach - m_left));
        m_height = (int)Math.max(1, Math.min(height - m_top, centreY + reach - m_top));
        m_centreX = centreX;
        m_centreY = centreY;
        m_range = range;
        m_blur = new GaussianBlur(m_width, m_height, sigma, REACH);
        m_part = new float[m_width * m_height];
    }

    /**
     * Finds the place; it is the centre of the circle if that holds no pixel.
     *
     * @param image image, row by row
     */
    void find(final float[] image) {
        for (int y = 0; y < m_height; y++) {
            System.arraycopy(image, (m_top + y) * m_imageWidth + m_left, m_part, y * m_width, m_width);
        }
        m_blur.blur(m_part, m_part);
        m_x = m_centreX;
        m_y = m_centreY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int y = 0; y < m_height; y++) {
            final double dy = m_top + y + 0.5 - m_centreY;
            for (int x = 0; x < m_width; x++) {
                final double dx = m_left + x + 0.5 - m_centreX;
                if (m_part[y * m_width + x] > highest && dx * dx + dy * dy <= m_range * m_range) {
                    highest = m_part[y * m_width + x];
                    m_x = m_left + x + 0.5;
                    m_y = m_top + y + 0.5;
                }
            }
        }
    }

    /** @return the place (px) */
    double x() {
        return m_x;
    }

    /** @return the place (px) */
    double y() {
        return m_y;
    }
}
