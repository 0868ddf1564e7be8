// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Set;

/**
 * A diffraction spot found in a pattern: a row of the reflection table (Table 1 of Folastre et al. 2024).
 *
 * @param x position in the pattern (px, to the right; the centre of pixel i is i + 0.5)
 * @param y position in the pattern (px, downwards)
 * @param radius radius of the spot (px)
 * @param mean mean grey level within the radius, background removed
 * @param prominence height of the maximum above the highest saddle to a higher one, in the filtered pattern
 *            (grey levels)
 * @param noise standard deviation of the noise that the prominence was compared with (grey levels)
 * @param rank 1 for the direct beam, then by falling significance; a pattern without direct beam starts with 2
 * @param flags what is unusual about the spot
 */
public record Reflection(double x, double y, double radius, double mean, double prominence, double noise, int rank,
    Set<Flag> flags) {

    /** Rank of the direct beam. */
    public static final int DIRECT_BEAM = 1;

    /** What is unusual about a spot. */
    public enum Flag {
        /** The spot touches the edge of the pattern: position and mean come from the visible part. */
        EDGE,
        /** Another spot reaches into this one; their shares were separated as well as possible. */
        OVERLAP,
        /** Pixels of the spot stand at the largest value that the pattern holds; mean is too low. */
        SATURATED,
        /** The refinement did not settle; the position is that of the maximum. */
        NOT_REFINED
    }

    /** @return whether this is the direct beam */
    public boolean isDirectBeam() {
        return rank == DIRECT_BEAM;
    }
}
