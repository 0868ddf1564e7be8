// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

/**
 * How measured spots are compared with templates.
 *
 * @param profile course of the grey level within a spot of the pattern
 * @param radius radius of all spots (1/Angstrom); 0 takes the registered radius of each
 * @param intensityPower grey levels are raised to this power, above 0 to 2; the same as that of the templates as a rule
 * @param fewest patterns with fewer spots have no solution, and templates with fewer are not considered; at least 2
 * @param misorientation the second best orientation is at least this far (degrees) from the best one; 0 takes any other
 *            orientation of the bank, as the paper does (orientations equivalent by symmetry are never another one)
 * @param halfTurnIsSame whether the best orientation turned by 180 degrees about the beam counts as the best one when
 *            the second best is looked for: a pattern of spots near the beam can hardly tell the two apart
 * @param refined number of orientations that are refined below the steps of the bank; the best of them after that is
 *            the solution. 0 for no refinement. More than one, because the orientation that fits best in between may
 *            not have the best neighbour in the bank
 * @param solutions largest number of solutions per pattern; each further one is found in the spots that the ones before
 *            leave over
 */
public record MatchSettings(SpotProfile profile, double radius, double intensityPower, int fewest,
    double misorientation, boolean halfTurnIsSame, int refined, int solutions) {

    /** Refuses what is out of range. */
    public MatchSettings {
        if (radius != 0) {
            Ranges.within("spot radius", radius, 1e-4, 0.5, "1/Angstrom");
        }
        Ranges.within("intensity power", intensityPower, 0.05, 2, "");
        Ranges.within("fewest number of reflections", fewest, 2, 100, "");
        Ranges.within("smallest misorientation", misorientation, 0, 90, "degrees");
        Ranges.within("number of refined orientations", refined, 0, 100, "");
        Ranges.within("number of solutions", solutions, 1, 10, "");
    }

    /** @return caps of 0.04 1/Angstrom, square roots of the grey levels, four reflections, any other orientation */
    public static MatchSettings defaults() {
        return new MatchSettings(SpotProfile.CAP, 0.04, 0.5, 4, 0, false, 5, 1);
    }
}
