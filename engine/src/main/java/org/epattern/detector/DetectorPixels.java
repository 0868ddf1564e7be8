// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

import java.util.Arrays;

/**
 * The pixels of a pattern that belong to a detector: stretches of rows that count wholly, and single pixels with a
 * weight. Is used again for the next pattern; belongs to one thread.
 */
public final class DetectorPixels {

    private final int m_width;
    private final int m_height;
    private int[] m_starts = new int[1024];
    private int[] m_ends = new int[1024];
    private int m_runs;
    private int[] m_single = new int[1024];
    private double[] m_weights = new double[1024];
    private int m_singles;

    /**
     * @param width pixels in a row
     * @param height pixel rows
     */
    DetectorPixels(final int width, final int height) {
        m_width = width;
        m_height = height;
    }

    int width() {
        return m_width;
    }

    int height() {
        return m_height;
    }

    void clear() {
        m_runs = 0;
        m_singles = 0;
    }

    /**
     * Adds a stretch of a row; what lies outside the pattern is left out.
     *
     * @param y row, inside the pattern
     * @param from first column
     * @param to column after the last
     */
    void addRun(final int y, final int from, final int to) {
        final int start = Math.max(0, from);
        final int end = Math.min(m_width, to);
        if (start >= end) {
            return;
        }
        if (m_runs == m_starts.length) {
            m_starts = Arrays.copyOf(m_starts, 2 * m_runs);
            m_ends = Arrays.copyOf(m_ends, 2 * m_runs);
        }
        m_starts[m_runs] = y * m_width + start;
        m_ends[m_runs] = y * m_width + end;
        m_runs++;
    }

    /**
     * Adds a pixel; left out if it lies outside the pattern or weighs nothing.
     *
     * @param y row, inside the pattern
     * @param x column
     * @param weight how much it counts, 0 to 1
     */
    void addPixel(final int y, final int x, final double weight) {
        if (x < 0 || x >= m_width || !(weight > 0)) {
            return;
        }
        if (m_singles == m_single.length) {
            m_single = Arrays.copyOf(m_single, 2 * m_singles);
            m_weights = Arrays.copyOf(m_weights, 2 * m_singles);
        }
        m_single[m_singles] = y * m_width + x;
        m_weights[m_singles] = weight;
        m_singles++;
    }

    /** @return sum of the weights of all pixels (px) */
    double weight() {
        double weight = 0;
        for (int i = 0; i < m_runs; i++) {
            weight += m_ends[i] - m_starts[i];
        }
        for (int i = 0; i < m_singles; i++) {
            weight += m_weights[i];
        }
        return weight;
    }

    /** @return weighted sum of the grey levels; not finite if one of them is not */
    double sum(final float[] pixels) {
        double sum = 0;
        for (int i = 0; i < m_runs; i++) {
            sum += sum(pixels, m_starts[i], m_ends[i]);
        }
        for (int i = 0; i < m_singles; i++) {
            sum += m_weights[i] * pixels[m_single[i]];
        }
        return sum;
    }

    /** Four sums at a time: the processor need not wait for one addition before it begins the next. */
    private static double sum(final float[] pixels, final int start, final int end) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = start;
        for (; i < end - 3; i += 4) {
            a += pixels[i];
            b += pixels[i + 1];
            c += pixels[i + 2];
            d += pixels[i + 3];
        }
        for (; i < end; i++) {
            a += pixels[i];
        }
        return a + b + (c + d);
    }

    /** What is done with each pixel. */
    @FunctionalInterface
    interface Visitor {
        void visit(int index, double weight);
    }

    /** Visits every pixel. */
    void forEach(final Visitor visitor) {
        for (int i = 0; i < m_runs; i++) {
            for (int index = m_starts[i]; index < m_ends[i]; index++) {
                visitor.visit(index, 1);
            }
        }
        for (int i = 0; i < m_singles; i++) {
            visitor.visit(m_single[i], m_weights[i]);
        }
    }

    /**
     * First moments of the grey levels, each pixel at its centre.
     *
     * @param pixels grey levels
     * @param originX where x counts from (px)
     * @param originY where y counts from (px)
     * @param moments receives the weighted sums of grey level times x, and times y
     */
    void moments(final float[] pixels, final double originX, final double originY, final double[] moments) {
        double allX = 0;
        double allY = 0;
        for (int i = 0; i < m_runs; i++) {
            final int start = m_starts[i];
            final int end = m_ends[i];
            double sum = 0;
            double first = 0;
            double sum2 = 0;
            double first2 = 0;
            int n = start;
            for (; n < end - 1; n += 2) {
                sum += pixels[n];
                first += (double)pixels[n] * (n - start);
                sum2 += pixels[n + 1];
                first2 += (double)pixels[n + 1] * (n + 1 - start);
            }
            if (n < end) {
                sum += pixels[n];
                first += (double)pixels[n] * (n - start);
            }
            sum += sum2;
            allX += first + first2 + sum * (start % m_width + 0.5 - originX);
            allY += sum * (start / m_width + 0.5 - originY);
        }
        for (int i = 0; i < m_singles; i++) {
            final double value = m_weights[i] * pixels[m_single[i]];
            allX += value * (m_single[i] % m_width + 0.5 - originX);
            allY += value * (m_single[i] / m_width + 0.5 - originY);
        }
        moments[0] = allX;
        moments[1] = allY;
    }
}
