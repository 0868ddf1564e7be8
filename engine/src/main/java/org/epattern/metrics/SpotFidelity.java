// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import java.util.ArrayList;
import java.util.List;

import org.epattern.reconstruct.CircleCoverage;
import org.epattern.register.Reflection;

/** Measures how well intensity and position of spots are kept. One instance per worker thread. */
public final class SpotFidelity {

    private final int m_width;
    private final int m_height;
    private final double m_greyRange;
    private final CircleCoverage m_circle = new CircleCoverage();
    private final Disc m_reference = new Disc();
    private final Disc m_compared = new Disc();

    /** Sums over the pixels within a circle. */
    private static final class Disc {
        private double m_sum;
        private double m_sumX;
        private double m_sumY;
        private double m_positive;

        void clear() {
            m_sum = 0;
            m_sumX = 0;
            m_sumY = 0;
            m_positive = 0;
        }

        /** Adds a pixel; grey levels below zero count for the mean, but would pull a centre of mass out of it. */
        void add(final double share, final double value, final double x, final double y) {
            m_sum += share * value;
            if (value > 0) {
                m_positive += share * value;
                m_sumX += share * value * x;
                m_sumY += share * value * y;
            }
        }
    }

    /**
     * @param width width of the patterns (px)
     * @param height height of the patterns (px)
     * @param greyRange grey levels that a difference is divided by, above 0; the paper takes 256 for 8 bit
     * @throws IllegalArgumentException if the grey range is not above 0 and finite
     */
    public SpotFidelity(final int width, final int height, final double greyRange) {
        if (!(greyRange > 0 && greyRange < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Grey range: expected a number above 0, found " + greyRange);
        }
        m_width = width;
        m_height = height;
        m_greyRange = greyRange;
    }

    /**
     * @param reference background-free pattern, width x height grey levels
     * @param compared reconstructed pattern of the same size and scale
     * @param reflections spots of the pattern
     * @return one result per reflection whose circle touches the pattern, in the same order
     */
    public List<SpotKept> compare(final float[] reference, final float[] compared,
        final List<Reflection> reflections) {
        final List<SpotKept> kept = new ArrayList<>(reflections.size());
        for (final Reflection reflection : reflections) {
            final double area = measure(reference, compared, reflection);
            if (area > 0) {
                kept.add(result(reflection, area));
            }
        }
        return kept;
    }

    /** @return the part of the circle that lies within the pattern (px) */
    private double measure(final float[] reference, final float[] compared, final Reflection reflection) {
        m_circle.set(reflection.x(), reflection.y(), reflection.radius());
        m_reference.clear();
        m_compared.clear();
        double area = 0;
        final int firstX = Math.max(0, m_circle.firstX());
        final int firstY = Math.max(0, m_circle.firstY());
        final int endX = Math.min(m_width, m_circle.firstX() + m_circle.width());
        final int endY = Math.min(m_height, m_circle.firstY() + m_circle.height());
        for (int y = firstY; y < endY; y++) {
            for (int x = firstX; x < endX; x++) {
                final double share = m_circle
                    .share((y - m_circle.firstY()) * m_circle.width() + x - m_circle.firstX());
                if (share > 0) {
                    area += share;
                    m_reference.add(share, reference[y * m_width + x], x + 0.5, y + 0.5);
                    m_compared.add(share, compared[y * m_width + x], x + 0.5, y + 0.5);
                }
            }
        }
        return area;
    }

    private SpotKept result(final Reflection reflection, final double area) {
        final double referenceMean = m_reference.m_sum / area;
        final double comparedMean = m_compared.m_sum / area;
        final double difference = comparedMean - referenceMean;
        // 0 / 0 gives the NaN that stands for "no intensity"
        final double dx = m_compared.m_sumX / m_compared.m_positive - m_reference.m_sumX / m_reference.m_positive;
        final double dy = m_compared.m_sumY / m_compared.m_positive - m_reference.m_sumY / m_reference.m_positive;
        return new SpotKept(reflection, referenceMean, comparedMean, difference / m_greyRange,
            referenceMean > 0 ? difference / referenceMean : Double.NaN, Math.hypot(dx, dy));
    }
}
