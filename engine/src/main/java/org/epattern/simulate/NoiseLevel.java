// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/** Doses of the reference measurements (EPATTERN-REFERENCE section 16). */
public enum NoiseLevel {
    /** No noise but the rounding to whole grey levels. */
    NONE(Double.POSITIVE_INFINITY, 0),
    /** Four counts per grey level, readout noise 0.5 grey levels. */
    LOW(4, 0.5),
    /** One count per grey level, readout noise 1 grey level. */
    MID(1, 1),
    /** A quarter of a count per grey level, readout noise 2.5 grey levels. */
    HIGH(0.25, 2.5);

    private final double m_countsPerGreyLevel;
    private final double m_readoutNoise;

    NoiseLevel(final double countsPerGreyLevel, final double readoutNoise) {
        m_countsPerGreyLevel = countsPerGreyLevel;
        m_readoutNoise = readoutNoise;
    }

    /** @return counts that make up a grey level; infinity for no shot noise */
    public double countsPerGreyLevel() {
        return m_countsPerGreyLevel;
    }

    /** @return standard deviation of the readout noise (grey levels) */
    public double readoutNoise() {
        return m_readoutNoise;
    }
}
