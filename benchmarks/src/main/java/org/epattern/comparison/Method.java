// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

/** A way to prepare patterns before they are matched. */
enum Method {
    /** Patterns as they were measured. */
    NO_FILTER("no filter"),
    /** ASTAR's filters as the program starts with them. */
    ASTAR_DEFAULT("ASTAR (1, 2, 0)"),
    /** ASTAR's filters as the paper optimised them. */
    ASTAR_OPTIMISED("ASTAR (1, 4, 10)"),
    /** The same loops and threshold with a softening circle larger than the spots. */
    ASTAR_WIDE("ASTAR (1, 4, 10), wide circle"),
    /** The background-free pattern inside the spots, zero elsewhere. */
    MASKED("masking"),
    /** Patterns drawn from the reflection table. */
    REBUILT("reconstruction"),
    /** The same, with the threshold and the centre of mass of the paper. */
    REBUILT_PAPER("reconstruction, paper's rule"),
    /** The reflection table itself. */
    REFLECTIONS("reflections");

    private final String m_label;

    Method(final String label) {
        m_label = label;
    }

    /** @return name for people */
    String label() {
        return m_label;
    }
}
