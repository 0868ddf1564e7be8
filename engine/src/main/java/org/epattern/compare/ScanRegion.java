// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

/** Parts of a scan that are judged on their own. */
public enum ScanRegion {
    /** Points with enough spots. */
    GRAIN_REGION("grain region"),
    /** All points. */
    WHOLE_MAP("whole map"),
    /** Points that are a crystal by the truth. */
    TRUE_CRYSTAL("true crystal"),
    /** Points that are no crystal by the truth. */
    TRUE_AMORPHOUS("true amorphous");

    private final String m_label;

    ScanRegion(final String label) {
        m_label = label;
    }

    /** @return name for people */
    public String label() {
        return m_label;
    }
}
