// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.Arrays;

/** A random number for every place of the scan that changes slowly from place to place. Immutable. */
final class SmoothField {

    private static final int WAVES = 8;
    /** Waves per width of the scan. */
    private static final double LOWEST = 0.6;
    private static final double HIGHEST = 2.2;
    private static final int GRID = 64;

    private final double m_width;
    private final double m_height;
    private final double[] m_x = new double[WAVES];
    private final double[] m_y = new double[WAVES];
    private final double[] m_phase = new double[WAVES];

    SmoothField(final FastRandom random, final double width, final double height) {
        m_width = width;
        m_height = height;
        for (int i = 0; i < WAVES; i++) {
            final double direction = random.between(0, 2 * Math.PI);
            final double frequency = 2 * Math.PI * random.between(LOWEST, HIGHEST) / Math.max(width, height);
            m_x[i] = frequency * Math.cos(direction);
            m_y[i] = frequency * Math.sin(direction);
            m_phase[i] = random.between(0, 2 * Math.PI);
        }
    }

    /** @return a number of mean 0 and variance 1 over many seeds, at most 4 in size */
    double at(final double x, final double y) {
        double sum = 0;
        for (int i = 0; i < WAVES; i++) {
            sum += Math.cos(m_x[i] * x + m_y[i] * y + m_phase[i]);
        }
        return sum * Math.sqrt(2.0 / WAVES);
    }

    /** @return the number below which the field is in the given share of the scan */
    double quantile(final double share) {
        final double[] values = new double[GRID * GRID];
        for (int i = 0; i < values.length; i++) {
            values[i] = at((i % GRID + 0.5) / GRID * m_width, (i / GRID + 0.5) / GRID * m_height);
        }
        Arrays.sort(values);
        return values[Math.min(values.length - 1, (int)(share * values.length))];
    }
}
