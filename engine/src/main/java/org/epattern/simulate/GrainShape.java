// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/** How the thickness of a simulated grain varies over it. */
public enum GrainShape {
    /** The same everywhere. */
    PLATE,
    /** Like a pebble: thin at its border, thickest in the middle. */
    ROUNDED,
    /** Rises evenly from one side to the other. */
    WEDGE;

    /** Share of the largest thickness at the thin side or border. */
    private static final double THIN = 0.15;

    /**
     * @param inward distance from the border over that of the middle, 0 to 1
     * @param along position from the thin to the thick side, 0 to 1
     * @return thickness over the largest thickness, 0.15 to 1
     */
    double thickness(final double inward, final double along) {
        return switch (this) {
            case PLATE -> 1;
            case ROUNDED -> THIN + (1 - THIN) * Math.sqrt(1 - (1 - inward) * (1 - inward));
            case WEDGE -> THIN + (1 - THIN) * along;
        };
    }
}
