// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** How large the prominence of a maximum must be to count as a spot. */
public enum ThresholdRule {
    /**
     * Factor times the noise that is left <em>after</em> filtering, at the place of the maximum: shot noise in the halo
     * and the effect of the filter are accounted for, and spots of different size are sought with filters of different
     * width.
     */
    CALIBRATED(4.5, 0),
    /**
     * Factor times the standard deviation at wide angle in the unfiltered pattern, compared with maxima of the blurred
     * pattern (Folastre et al. 2024, "Data reduction and registration"; floor as in the released macros).
     */
    PAPER(1, 3);

    private final double m_defaultFactor;
    private final double m_defaultFloor;

    ThresholdRule(final double defaultFactor, final double defaultFloor) {
        m_defaultFactor = defaultFactor;
        m_defaultFloor = defaultFloor;
    }

    /** @return factor (multiples of the noise) that the rule was measured with */
    public double defaultFactor() {
        return m_defaultFactor;
    }

    /** @return floor (grey levels) that the rule was measured with */
    public double defaultFloor() {
        return m_defaultFloor;
    }
}
