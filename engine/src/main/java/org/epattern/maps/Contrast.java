// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

/** How grey levels of a pattern become brightness. */
public enum Contrast {
    /** Logarithmic: weak spots beside a strong direct beam. */
    LOGARITHMIC("logarithmic"),
    /** Square root: in between; equalises counting noise. */
    SQUARE_ROOT("square root"),
    /** Linear. */
    LINEAR("linear");

    private final String m_label;

    Contrast(final String label) {
        m_label = label;
    }

    /** @return name for people */
    public String label() {
        return m_label;
    }
}
