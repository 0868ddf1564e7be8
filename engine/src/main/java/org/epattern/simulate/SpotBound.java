// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Cramér-Rao bounds of position and intensity of a spot: the inverse of the Fisher information F = sum over pixels of
 * gradient x gradient' / variance, where the gradient is that of the noise-free pixel with respect to all that is
 * fitted together: height, x, y and radius of the spot (and of its neighbours) and the level of the background. The
 * mean within the radius depends on height and radius: its variance is g' F⁻¹ g with the gradient g of the mean.
 */
final class SpotBound {

    private static final double ROUNDING_VARIANCE = 1.0 / 12;
    /** Keeps the information finite where there is no noise at all. */
    private static final double LEAST_VARIANCE = 1e-12;
    private static final double STEP = 0.02;
    private static final int PER_SPOT = 4;

    private final SpotImage m_spotImage;
    private final SimulationSettings m_settings;
    private final double m_margin;
    private final double m_largest;
    private final double m_rounding;

    /**
     * @param settings noise and pattern size
     * @param spotImage draws spots
     * @param margin pixels within the radius plus this margin are used (px)
     * @param largest grey level at which pixels saturate
     */
    SpotBound(final SimulationSettings settings, final SpotImage spotImage, final double margin,
        final double largest) {
        m_settings = settings;
        m_spotImage = spotImage;
        m_margin = margin;
        m_largest = largest;
        // counts that are whole grey levels are not rounded
        final double step = 1 / settings.countsPerGreyLevel();
        final boolean whole = settings.readoutNoise() == 0 && step > 0 && step == Math.rint(step);
        m_rounding = settings.sampleType().isInteger() && !whole ? ROUNDING_VARIANCE : LEAST_VARIANCE;
    }

    /** Smallest standard deviations of x, y (px), height and mean within the radius (grey levels). */
    record Bound(double x, double y, double amplitude, double mean) {
    }

    /**
     * @param noiseFree the whole pattern without noise (grey levels)
     * @param fitted the spot in question, then the neighbours that are fitted with it
     * @return bound of the first spot
     */
    Bound bound(final double[] noiseFree, final List<Specimen.Spot> fitted) {
        final int size = m_settings.patternSize();
        int left = size;
        int top = size;
        int right = 0;
        int bottom = 0;
        for (final Specimen.Spot s : fitted) {
            final double r = s.radius() + m_margin;
            left = Math.min(left, (int)Math.floor(s.x() - r));
            top = Math.min(top, (int)Math.floor(s.y() - r));
            right = Math.max(right, (int)Math.ceil(s.x() + r));
            bottom = Math.max(bottom, (int)Math.ceil(s.y() + r));
        }
        left = Math.max(0, left);
        top = Math.max(0, top);
        final int width = Math.min(size, right) - left;
        final int height = Math.min(size, bottom) - top;
        final int n = PER_SPOT * fitted.size() + 1;
        final double[][] gradient = new double[n][];
        for (int i = 0; i < fitted.size(); i++) {
            final Specimen.Spot s = fitted.get(i);
            gradient[PER_SPOT * i] = difference(s, 0, 0, 0, 1, left, top, width, height);
            gradient[PER_SPOT * i + 1] = difference(s, STEP, 0, 0, s.amplitude(), left, top, width, height);
            gradient[PER_SPOT * i + 2] = difference(s, 0, STEP, 0, s.amplitude(), left, top, width, height);
            gradient[PER_SPOT * i + 3] = difference(s, 0, 0, STEP, s.amplitude(), left, top, width, height);
        }
        gradient[n - 1] = new double[width * height];
        Arrays.fill(gradient[n - 1], 1);
        final double[][] information = new double[n][n];
        for (int p = 0; p < width * height; p++) {
            final int px = left + p % width;
            final int py = top + p / width;
            final double signal = noiseFree[py * size + px];
            if (signal <= m_largest && within(fitted, px + 0.5, py + 0.5)) {
                final double weight = 1 / variance(signal);
                for (int i = 0; i < n; i++) {
                    final double g = gradient[i][p] * weight;
                    for (int j = 0; j <= i; j++) {
                        information[i][j] += g * gradient[j][p];
                    }
                }
            }
        }
        return bound(fitted.get(0), invert(information));
    }

    /** @return variance of a pixel whose noise-free value is the signal (grey levels squared) */
    double variance(final double signal) {
        return Math.max(0, signal) / m_settings.countsPerGreyLevel()
            + m_settings.readoutNoise() * m_settings.readoutNoise()
            + m_rounding;
    }

    private boolean within(final List<Specimen.Spot> fitted, final double x, final double y) {
        for (final Specimen.Spot s : fitted) {
            final double r = s.radius() + m_margin;
            if ((x - s.x()) * (x - s.x()) + (y - s.y()) * (y - s.y()) <= r * r) {
                return true;
            }
        }
        return false;
    }

    private double[] difference(final Specimen.Spot s, final double dx, final double dy, final double dr,
        final double amplitude, final int left, final int top, final int width, final int height) {
        final double[] image = new double[width * height];
        final double step = dx + dy + dr;
        if (step == 0) {
            m_spotImage.add(image, left, top, width, height, s.x(), s.y(), s.radius(), amplitude);
        } else {
            final double a = amplitude / (2 * step);
            m_spotImage.add(image, left, top, width, height, s.x() + dx, s.y() + dy, s.radius() + dr, a);
            m_spotImage.add(image, left, top, width, height, s.x() - dx, s.y() - dy, s.radius() - dr, -a);
        }
        return image;
    }

    private Bound bound(final Specimen.Spot spot, final double[][] covariance) {
        final double within = m_spotImage.meanWithin(spot.radius());
        final double slope = spot.amplitude()
            * (m_spotImage.meanWithin(spot.radius() + STEP) - m_spotImage.meanWithin(spot.radius() - STEP))
            / (2 * STEP);
        final double mean = within * within * covariance[0][0] + 2 * within * slope * covariance[0][3]
            + slope * slope * covariance[3][3];
        return new Bound(root(covariance[1][1]), root(covariance[2][2]), root(covariance[0][0]), root(mean));
    }

    private static double root(final double variance) {
        return Math.sqrt(Math.max(0, variance));
    }

    /** @return inverse of a symmetric matrix of which the lower half is filled */
    private static double[][] invert(final double[][] information) {
        final int n = information.length;
        final double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = information[i][i] > 0 ? 1 / Math.sqrt(information[i][i]) : 0;
        }
        final RealMatrix scaled = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled.setEntry(i, j, information[Math.max(i, j)][Math.min(i, j)] * scale[i] * scale[j]);
            }
        }
        final double[][] inverse = new SingularValueDecomposition(scaled).getSolver().getInverse().getData();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] *= scale[i] * scale[j];
            }
        }
        return inverse;
    }
}
