// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

/** Colours for values. */
public enum ColourMap {
    VIRIDIS("viridis"), CIVIDIS("cividis"), MAGMA("magma"), INFERNO("inferno"), GREY("grey");

    private final String m_label;

    ColourMap(final String label) {
        m_label = label;
    }

    /** @return name for people */
    public String label() {
        return m_label;
    }

    /**
     * @param value 0 to 1; values outside are taken as the nearer end
     * @return colour as 0xRRGGBB
     */
    public int rgb(final double value) {
        throw new UnsupportedOperationException();
    }
}
