// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.List;

import org.epattern.orient.Rotation;

/**
 * An orientation found for a pattern.
 *
 * @param phase number of the phase in the bank
 * @param orientation from crystal to sample coordinates; refined where that was asked for
 * @param index index Q of equation 1 for this orientation, 0 to 1 (above 1 only where several template points fall into
 *            one spot)
 * @param bankIndex index Q1 of the best orientation of the bank, before the refinement
 * @param second index Q2 of the second best orientation of the same phase
 * @param reliability R = 100 (1 - Q2 / Q1) of equation 2, 0 to 100, from the orientations of the bank
 * @param phaseReliability the same with the best index of all other phases as Q2; NaN where the bank has one phase
 * @param matched measured spots that the pattern of this orientation explains
 */
public record Solution(int phase, Rotation orientation, double index, double bankIndex, double second,
    double reliability, double phaseReliability, List<MatchedSpot> matched) {

    /** Copies the list. */
    public Solution {
        matched = List.copyOf(matched);
    }

    Solution withMatched(final List<MatchedSpot> spots) {
        return new Solution(phase, orientation, index, bankIndex, second, reliability, phaseReliability, spots);
    }

    /**
     * A measured spot and the reflection that explains it.
     *
     * @param spot number of the measured spot; {@link #NO_SPOT} where an image was read at the place of the reflection
     * @param reflection place of the reflection in the list of the phase's simulator
     * @param distance between the two (1/Angstrom); 0 for images
     */
    public record MatchedSpot(int spot, int reflection, double distance) {

        /** Images have no list of spots. */
        public static final int NO_SPOT = -1;
    }

    /**
     * Equation 2.
     *
     * @param best Q1
     * @param second Q2, not above Q1
     * @return 100 (1 - Q2 / Q1); 0 where Q1 is 0
     */
    static double reliability(final double best, final double second) {
        return best > 0 ? 100 * (1 - second / best) : 0;
    }
}
