// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

/**
 * What an orientation is worth beside the truth. A point counts as indexed if it has an orientation and reaches the
 * limits of {@link ComparisonSettings}.
 */
public enum Verdict {
    /** Indexed, the true phase, at most 1 degree off. */
    WITHIN_ONE("right within 1 degree", 0x006837),
    /** Indexed, the true phase, at most 2 degrees off. */
    WITHIN_TWO("right within 2 degrees", 0x31A354),
    /** Indexed, the true phase, at most 5 degrees off. */
    WITHIN_FIVE("right within 5 degrees", 0xADDD8E),
    /** Indexed, the true phase, more than 5 degrees off. */
    WRONG_ORIENTATION("wrong orientation", 0xF5B83D),
    /** Indexed, another phase. */
    WRONG_PHASE("wrong phase", 0xD55E00),
    /** A crystal that was not indexed. */
    MISSED("missed", 0x56B4E9),
    /** No crystal, yet indexed. */
    FALSE_ORIENTATION("false orientation", 0xCC79A7),
    /** No crystal, and not indexed. */
    RIGHTLY_EMPTY("rightly empty", 0x2B2B2B),
    /** The truth does not know this point. */
    NO_TRUTH("no truth", 0x9A9A9A);

    private final String m_label;
    private final int m_colour;

    Verdict(final String label, final int colour) {
        m_label = label;
        m_colour = colour;
    }

    /** @return name for people */
    public String label() {
        return m_label;
    }

    /** @return colour in maps (red x 65536 + green x 256 + blue) */
    public int colour() {
        return m_colour;
    }

    /** @return whether the orientation is right within 5 degrees */
    public boolean isRight() {
        return this == WITHIN_ONE || this == WITHIN_TWO || this == WITHIN_FIVE;
    }
}
