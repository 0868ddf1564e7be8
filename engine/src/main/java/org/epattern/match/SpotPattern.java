// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.Arrays;

/** The spots of a simulated pattern, in arrays: positions (1/Angstrom from the direct beam) and intensities. */
public final class SpotPattern {

    private int m_size;
    private int[] m_reflection;
    private double[] m_x;
    private double[] m_y;
    private double[] m_intensity;

    SpotPattern(final int capacity) {
        m_reflection = new int[capacity];
        m_x = new double[capacity];
        m_y = new double[capacity];
        m_intensity = new double[capacity];
    }

    void clear() {
        m_size = 0;
    }

    void add(final int reflection, final double x, final double y, final double intensity) {
        if (m_size == m_x.length) {
            m_reflection = Arrays.copyOf(m_reflection, 2 * m_size);
            m_x = Arrays.copyOf(m_x, 2 * m_size);
            m_y = Arrays.copyOf(m_y, 2 * m_size);
            m_intensity = Arrays.copyOf(m_intensity, 2 * m_size);
        }
        m_reflection[m_size] = reflection;
        m_x[m_size] = x;
        m_y[m_size] = y;
        m_intensity[m_size++] = intensity;
    }

    /** Leaves out what is weaker than a limit and raises the rest to a power. */
    void finish(final double weakest, final double power) {
        int kept = 0;
        for (int i = 0; i < m_size; i++) {
            if (m_intensity[i] >= weakest) {
                m_reflection[kept] = m_reflection[i];
                m_x[kept] = m_x[i];
                m_y[kept] = m_y[i];
                m_intensity[kept++] = power(m_intensity[i], power);
            }
        }
        m_size = kept;
    }

    static double power(final double intensity, final double power) {
        return power == 1 ? intensity : power == 0.5 ? Math.sqrt(intensity) : Math.pow(intensity, power);
    }

    /** @return number of spots */
    public int size() {
        return m_size;
    }

    /**
     * @param i number of the spot
     * @return its place in the list of reflections of the simulator
     */
    public int reflection(final int i) {
        return m_reflection[i];
    }

    /**
     * @param i number of the spot
     * @return its position to the right of the direct beam (1/Angstrom)
     */
    public double x(final int i) {
        return m_x[i];
    }

    /**
     * @param i number of the spot
     * @return its position below the direct beam (1/Angstrom)
     */
    public double y(final int i) {
        return m_y[i];
    }

    /**
     * @param i number of the spot
     * @return its intensity, raised to the power of the settings
     */
    public double intensity(final int i) {
        return m_intensity[i];
    }
}
