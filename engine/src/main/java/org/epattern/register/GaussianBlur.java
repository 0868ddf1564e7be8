// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Gaussian blur, first along the rows, then along the columns. Beyond the edge there is nothing: weights are scaled up
 * so
 * that their sum stays 1, which keeps levels and raises the noise less than repeated edge pixels would. All inner loops
 * run along rows, so that they use the vector unit. Has scratch memory; belongs to one thread.
 */
final class GaussianBlur {

    private final int m_width;
    private final int m_height;
    private final float[] m_kernel;
    private final float[] m_columnScale;
    private final float[] m_rowScale;
    private final float[] m_padded;
    private final float[] m_rows;

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
        m_rows = new float[width * height];
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
     * Blurs along the rows only.
     *
     * @param in pixels, row by row
     * @param out receives the blurred pixels; not {@code in}
     */
    void blurRows(final float[] in, final float[] out) {
        for (int y = 0; y < m_height; y++) {
            blurRow(in, y * m_width, out);
        }
    }

    /**
     * @param in pixels, row by row
     * @param out receives the blurred pixels; may be {@code in}
     */
    void blur(final float[] in, final float[] out) {
        blurRows(in, m_rows);
        final int radius = m_kernel.length - 1;
        for (int y = 0; y < m_height; y++) {
            final int to = y * m_width;
            scaleRow(m_kernel[0] * m_rowScale[y], out, to);
            for (int t = 1; t <= radius; t++) {
                final float weight = m_kernel[t] * m_rowScale[y];
                if (y >= t && y + t < m_height) {
                    addRows((y - t) * m_width, (y + t) * m_width, weight, out, to);
                } else if (y >= t || y + t < m_height) {
                    addRow((y >= t ? y - t : y + t) * m_width, weight, out, to);
                }
            }
        }
    }

    private void scaleRow(final float weight, final float[] out, final int to) {
        for (int x = 0; x < m_width; x++) {
            out[to + x] = weight * m_rows[to + x];
        }
    }

    private void addRows(final int above, final int below, final float weight, final float[] out, final int to) {
        for (int x = 0; x < m_width; x++) {
            out[to + x] += weight * (m_rows[above + x] + m_rows[below + x]);
        }
    }

    private void addRow(final int from, final float weight, final float[] out, final int to) {
        for (int x = 0; x < m_width; x++) {
            out[to + x] += weight * m_rows[from + x];
        }
    }

    private void blurRow(final float[] in, final int row, final float[] out) {
        final int radius = m_kernel.length - 1;
        System.arraycopy(in, row, m_padded, radius, m_width);
        final float centre = m_kernel[0];
        for (int x = 0; x < m_width; x++) {
            out[row + x] = centre * m_padded[radius + x];
        }
        for (int t = 1; t <= radius; t++) {
            addShifted(radius - t, radius + t, m_kernel[t], out, row);
        }
        for (int x = 0; x < m_width; x++) {
            out[row + x] *= m_columnScale[x];
        }
    }

    private void addShifted(final int left, final int right, final float weight, final float[] out,
        final int row) {
        for (int x = 0; x < m_width; x++) {
            out[row + x] += weight * (m_padded[left + x] + m_padded[right + x]);
        }
    }
}
