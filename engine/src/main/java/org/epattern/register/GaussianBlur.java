// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Gaussian blur, first along the rows, then along the columns. Beyond the edge there is nothing: weights are scaled up
 * so that their sum stays 1, which keeps levels and raises the noise less than repeated edge pixels would. Has scratch
 * memory; belongs to one thread.
 */
final class GaussianBlur {

    private final int m_width;
    private final int m_height;
    private final float[] m_kernel;
    private final float[] m_columnScale;
    private final float[] m_rowScale;
    private final float[] m_padded;
    private final float[] m_left;
    private final float[] m_right;
    private final float[] m_farLeft;
    private final float[] m_farRight;
    private final float[] m_sum;
    private final float[][] m_rows;

    /**
     * @param width width (px)
     * @param height height (px)
     * @param sigma standard deviation (px), at least 0
     * @param reach where the Gaussian is cut off (standard deviations)
     */
    GaussianBlur(final int width, final int height, final double sigma, final double reach) {
        m_width = width;
        m_height = height;
        final int radius = sigma > 0 ? Math.max(1, (int)Math.ceil(sigma * reach)) : 0;
        final double[] kernel = new double[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            kernel[i] = i == 0 ? 1 : Math.exp(-0.5 * i * i / (sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        m_kernel = new float[radius + 1];
        for (int i = 0; i <= radius; i++) {
            m_kernel[i] = (float)(kernel[i] / sum);
        }
        m_columnScale = scales(width);
        m_rowScale = scales(height);
        m_padded = new float[width + 2 * radius];
        m_left = new float[width];
        m_right = new float[width];
        m_farLeft = new float[width];
        m_farRight = new float[width];
        m_sum = new float[width];
        // as many rows as the kernel spans are enough, and stay in the cache
        final float[][] pool = new float[Math.min(height, 2 * radius + 1)][width];
        m_rows = new float[height][];
        for (int y = 0; y < height; y++) {
            m_rows[y] = pool[y % pool.length];
        }
    }

    /** One over the sum of the weights that lie within the image. */
    private float[] scales(final int length) {
        final float[] scales = new float[length];
        for (int i = 0; i < length; i++) {
            double sum = m_kernel[0];
            for (int t = 1; t < m_kernel.length; t++) {
                sum += (i - t >= 0 ? m_kernel[t] : 0) + (i + t < length ? m_kernel[t] : 0);
            }
            scales[i] = (float)(1 / sum);
        }
        return scales;
    }

    /**
     * @param in pixels, row by row
     * @param out receives the blurred pixels; may be {@code in}
     */
    void blur(final float[] in, final float[] out) {
        final int radius = m_kernel.length - 1;
        for (int y = 0; y < m_height + radius; y++) {
            if (y < m_height) {
                blurRow(in, y * m_width, m_rows[y]);
            }
            if (y >= radius) {
                blurDown(y - radius, out);
            }
        }
    }

    private void blurDown(final int y, final float[] out) {
        final int radius = m_kernel.length - 1;
        Rows.multiply(m_rows[y], m_kernel[0], m_sum);
        int t = 1;
        for (; t < radius && y > t && y + t + 1 < m_height; t += 2) {
            Rows.add(m_rows[y - t], m_rows[y + t], m_kernel[t], m_rows[y - t - 1], m_rows[y + t + 1],
                m_kernel[t + 1], m_sum);
        }
        for (; t <= radius; t++) {
            if (y >= t && y + t < m_height) {
                Rows.add(m_rows[y - t], m_rows[y + t], m_kernel[t], m_sum);
            } else if (y >= t || y + t < m_height) {
                Rows.add(m_rows[y >= t ? y - t : y + t], m_kernel[t], m_sum);
            }
        }
        if (y < radius || y + radius >= m_height) {
            Rows.multiply(m_sum, m_rowScale[y], m_sum);
        }
        System.arraycopy(m_sum, 0, out, y * m_width, m_width);
    }

    /**
     * Blurs along the rows only.
     *
     * @param in pixels, row by row
     * @param out receives the blurred pixels; not {@code in}
     */
    void blurRows(final float[] in, final float[] out) {
        for (int y = 0; y < m_height; y++) {
            blurRow(in, y * m_width, m_sum);
            System.arraycopy(m_sum, 0, out, y * m_width, m_width);
        }
    }

    private void blurRow(final float[] in, final int from, final float[] out) {
        final int radius = m_kernel.length - 1;
        System.arraycopy(in, from, m_padded, radius, m_width);
        System.arraycopy(in, from, m_left, 0, m_width);
        Rows.multiply(m_left, m_kernel[0], out);
        int t = 1;
        for (; t < radius; t += 2) {
            shift(t, m_left, m_right);
            shift(t + 1, m_farLeft, m_farRight);
            Rows.add(m_left, m_right, m_kernel[t], m_farLeft, m_farRight, m_kernel[t + 1], out);
        }
        if (t == radius) {
            shift(t, m_left, m_right);
            Rows.add(m_left, m_right, m_kernel[t], out);
        }
        Rows.multiply(out, m_columnScale, out);
    }

    private void shift(final int by, final float[] left, final float[] right) {
        final int radius = m_kernel.length - 1;
        System.arraycopy(m_padded, radius - by, left, 0, m_width);
        System.arraycopy(m_padded, radius + by, right, 0, m_width);
    }
}
