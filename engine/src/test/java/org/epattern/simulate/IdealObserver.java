// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.Arrays;

/**
 * What could be detected at best: an observer who knows background, neighbours, shape and place of a spot and only asks
 * whether it is there (likelihood ratio of Gaussian noise: the matched filter with weights 1 / variance). His threshold
 * is the height that noise alone exceeds a given number of times somewhere in a pattern.
 */
public final class IdealObserver {

    private static final double NORM = Math.pow(2 * Math.PI, -1.5);

    private final SimulatedScan m_scan;
    private final int m_size;
    private final float[] m_noiseFree;
    private final double[] m_spot;
    private final double m_threshold;

    /**
     * @param scan the scan
     * @param falsePerPattern false spots per pattern that he allows himself, above 0
     */
    public IdealObserver(final SimulatedScan scan, final double falsePerPattern) {
        m_scan = scan;
        m_size = scan.settings().patternSize();
        m_noiseFree = new float[m_size * m_size];
        m_spot = new double[m_size * m_size];
        m_threshold = threshold(falsePerPattern);
    }

    /**
     * Expected number of maxima above z of filtered white noise over an area (Adler, The Geometry of Random Fields,
     * 1981): area x λ z exp(-z²/2) / (2π)^1.5, where λ is the variance of the slope of the filtered noise.
     */
    private double threshold(final double falsePerPattern) {
        final SimulationSettings s = m_scan.settings();
        final double radius =
            0.5 * (s.smallestRadius() + s.largestRadius()) * m_size / Specimen.REFERENCE_SIZE;
        Arrays.fill(m_spot, 0);
        m_scan.spotImage().add(m_spot, 0, 0, m_size, m_size, 0.5 * m_size, 0.5 * m_size, radius, 1);
        double square = 0;
        double slope = 0;
        for (int p = 1; p < m_spot.length; p++) {
            final double difference = m_spot[p] - m_spot[p - 1];
            square += m_spot[p] * m_spot[p];
            slope += difference * difference;
        }
        double z = 1;
        while (m_spot.length * slope / square * NORM * z * Math.exp(-0.5 * z * z) > falsePerPattern) {
            z += 0.01;
        }
        return z;
    }

    /** @return the significance from which on a spot is there for him (multiples of the noise) */
    public double threshold() {
        return m_threshold;
    }

    /**
     * Looks at a pattern; {@link #significance} is asked next.
     *
     * @param index pattern index
     */
    public void look(final long index) {
        m_scan.noiseFree(index, m_noiseFree);
    }

    /**
     * @param spot a spot of the pattern that he looks at
     * @param pixels that pattern as it was measured
     * @return how much the spot stands out (multiples of the noise)
     */
    public double significance(final TrueSpot spot, final float[] pixels) {
        final int reach = (int)Math.ceil(m_scan.spotImage().reach(spot.radius())) + 2;
        final int left = Math.max(0, (int)spot.x() - reach);
        final int top = Math.max(0, (int)spot.y() - reach);
        final int width = Math.min(m_size, (int)spot.x() + reach) - left;
        final int height = Math.min(m_size, (int)spot.y() + reach) - top;
        Arrays.fill(m_spot, 0, width * height, 0);
        m_scan.spotImage().add(m_spot, left, top, width, height, spot.x(), spot.y(), spot.radius(), 1);
        double sum = 0;
        double information = 0;
        for (int i = 0; i < width * height; i++) {
            final int p = (top + i / width) * m_size + left + i % width;
            final double without = m_noiseFree[p] - spot.amplitude() * m_spot[i];
            final double weight = m_spot[i] / m_scan.bounds().variance(without);
            sum += weight * (pixels[p] - without);
            information += weight * m_spot[i];
        }
        return sum / Math.sqrt(information);
    }
}
