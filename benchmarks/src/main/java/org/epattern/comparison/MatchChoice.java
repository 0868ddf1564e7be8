// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

/**
 * How patterns are matched, the same for all ways of preparing them.
 *
 * @param zoneStep angular step of the zone axes (degrees)
 * @param turnStep step of the turns about the beam (degrees)
 * @param power intensities are raised to this power
 * @param refined number of orientations that are refined
 */
record MatchChoice(double zoneStep, double turnStep, double power, int refined) {

    /** Largest reciprocal radius: to the edges of the simulated patterns (1/Angstrom). */
    static final double LARGEST_RADIUS = 1;
    /** A second best orientation that is told apart from the best one differs from it by at least this (degrees). */
    static final double APART = 10;

    /** The nodes' defaults: 3 degrees, square roots, five orientations refined; turns of 4 degrees instead of 2. */
    static final MatchChoice DEFAULT = new MatchChoice(3, 4, 0.5, 5);
}
