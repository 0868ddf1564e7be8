// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * Significance of a small or large spot at every pixel: differences of two Gaussians, which see spots but neither level
 * nor slope of the background, divided by the noise that they leave. Has scratch memory; belongs to one thread.
 */
final class FilterBank {

    /** Two sizes see all spots of a range of 1 : 2.3 with at least 97 % of the significance that their own would. */
    private static final int SCALES = 2;
    /** Standard deviation of the inner Gaussian in radii: best for a flat disc. */
    private static final double INNER = 0.6;
    /** Standard deviation of the outer Gaussian, which both share, in those of the larger inner one. */
    private static final double OUTER = 2;
    private static final double REACH = 2.8;
    /** Radii that the ratio of the responses can tell, in steps, and how far beyond the range (factors). */
    private static final int RADII = 64;
    private static final double BEYOND = 1.01;

    private final int m_width;
    private final int m_height;
    /** Standard deviations of the inner Gaussians, rising, and of the outer one. */
    private final double[] m_sigma = new double[SCALES + 1];
    private final GaussianBlur[] m_steps = new GaussianBlur[SCALES + 1];
    private final float[][] m_blurred;
    private final float[][] m_norm;
    private final float[] m_significance;
    private final double[] m_radii = new double[RADII];
    private final double[] m_ratio = new double[RADII];

    /**
     * @param width width of the image (px)
     * @param height height of the image (px)
     * @param smallest radius of the smallest spots (px)
     * @param largest radius of the largest spots (px)
     */
    FilterBank(final int width, final int height, final double smallest, final double largest) {
        m_width = width;
        m_height = height;
        for (int i = 0; i < SCALES; i++) {
            m_sigma[i] = INNER * smallest * Math.pow(largest / smallest, (i + 0.5) / SCALES);
        }
        m_sigma[SCALES] = OUTER * m_sigma[SCALES - 1];
        for (int i = 0; i <= SCALES; i++) {
            m_steps[i] = step(width, height, i);
        }
        m_blurred = new float[SCALES + 1][width * height];
        m_significance = new float[width * height];
        m_norm = new float[SCALES][width * height];
        measureNorms(width, height);
        measureRatios(smallest, largest);
    }

    /** Each blur starts from the one before: variances of Gaussians add up. */
    private GaussianBlur step(final int width, final int height, final int number) {
        final double before = number == 0 ? 0 : m_sigma[number - 1];
        return new GaussianBlur(width, height, Math.sqrt(m_sigma[number] * m_sigma[number] - before * before), REACH);
    }

    /** Responses to a flat disc: the share of a Gaussian within radius r is 1 - exp(-r^2 / (2 sigma^2)). */
    private void measureRatios(final double smallest, final double largest) {
        final double lowest = smallest / BEYOND;
        for (int k = 0; k < RADII; k++) {
            m_radii[k] = lowest * Math.pow(largest * BEYOND / lowest, (double)k / (RADII - 1));
            m_ratio[k] = discResponse(1, m_radii[k]) / discResponse(0, m_radii[k]);
        }
    }

    private double discResponse(final int scale, final double radius) {
        final double inner = radius / m_sigma[scale];
        final double outer = radius / m_sigma[SCALES];
        return (Math.exp(-0.5 * outer * outer) - Math.exp(-0.5 * inner * inner)) / middleNorm(scale);
    }

    private double middleNorm(final int scale) {
        return m_norm[scale][m_height / 2 * m_width + m_width / 2];
    }

    /** Exact noise of the differences at every pixel, where the edge cuts the filters, too. */
    private void measureNorms(final int width, final int height) {
        final float[][] across = weights(width);
        final float[][] down = weights(height);
        for (int i = 0; i < SCALES; i++) {
            final double[][] x = products(across[i], across[SCALES], width);
            final double[][] y = products(down[i], down[SCALES], height);
            for (int v = 0; v < height; v++) {
                for (int u = 0; u < width; u++) {
                    m_norm[i][v * width + u] =
                        (float)Math.sqrt(x[0][u] * y[0][v] - 2 * x[1][u] * y[1][v] + x[2][u] * y[2][v]);
                }
            }
        }
    }

    /** @return for every blur, the weights (row) that make up each position (column) along a line */
    private float[][] weights(final int length) {
        final float[][] weights = new float[m_steps.length][];
        float[] from = new float[length * length];
        for (int i = 0; i < length; i++) {
            from[i * length + i] = 1;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = new float[length * length];
            step(length, length, i).blurRows(from, weights[i]);
            from = weights[i];
        }
        return weights;
    }

    /** @return sums over the rows of inner x inner, inner x outer and outer x outer weights for each position */
    private static double[][] products(final float[] inner, final float[] outer, final int length) {
        final double[][] sums = new double[3][length];
        for (int row = 0; row < length; row++) {
            for (int i = 0; i < length; i++) {
                final double a = inner[row * length + i];
                final double b = outer[row * length + i];
                sums[0][i] += a * a;
                sums[1][i] += a * b;
                sums[2][i] += b * b;
            }
        }
        return sums;
    }

    private void blur(final float[] pixels) {
        float[] from = pixels;
        for (int i = 0; i < m_steps.length; i++) {
            m_steps[i].blur(from, m_blurred[i]);
            from = m_blurred[i];
        }
    }

    /**
     * Filters an image.
     *
     * @param pixels image, row by row (grey levels)
     * @param noise standard deviation of the noise of every pixel (grey levels), above 0
     */
    void filter(final float[] pixels, final float[] noise) {
        blur(pixels);
        Arrays.fill(m_significance, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < SCALES; i++) {
            raise(m_blurred[i], m_blurred[SCALES], noise, m_norm[i], m_significance);
        }
    }

    private static void raise(final float[] inner, final float[] outer, final float[] noise, final float[] norm,
        final float[] significance) {
        for (int p = 0; p < significance.length; p++) {
            significance[p] = Math.max(significance[p], (inner[p] - outer[p]) / (norm[p] * noise[p]));
        }
    }

    /** @return largest response at every pixel in multiples of its noise, row by row; overwritten by the next call */
    float[] significance() {
        return m_significance;
    }

    private int scale(final int pixel) {
        int best = 0;
        for (int i = 1; i < SCALES; i++) {
            if (response(i, pixel) > response(best, pixel)) {
                best = i;
            }
        }
        return best;
    }

    /** @return response of a filter at a pixel in multiples of its noise for pixels with unit noise */
    double response(final int scale, final int pixel) {
        return (m_blurred[scale][pixel] - m_blurred[SCALES][pixel]) / m_norm[scale][pixel];
    }

    /** @return radius (px) of a disc to which both filters respond as they do at a pixel */
    double radius(final int pixel) {
        final double small = response(0, pixel);
        final double large = response(1, pixel);
        int k = 0;
        while (k < RADII - 1 && m_ratio[k] * small < large) {
            k++;
        }
        return m_radii[k];
    }

    /** @return noise of that response in multiples of the noise of the pixels */
    double norm(final int pixel) {
        return m_norm[scale(pixel)][pixel];
    }

    /** @return the mean of both filters far from the edges */
    double middleNorm() {
        return 0.5 * (middleNorm(0) + middleNorm(1));
    }
}
