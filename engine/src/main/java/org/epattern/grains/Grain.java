// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import org.epattern.orient.Rotation;

/**
 * Connected scan points of one phase whose neighbours differ little in orientation.
 *
 * @param number from 0, in the order of their first points
 * @param phase number of the phase
 * @param points number of scan points
 * @param x mean scan x
 * @param y mean scan y
 * @param orientation mean orientation
 * @param spread mean disorientation of the points from it (degrees)
 * @param largest largest disorientation of a point from it (degrees)
 */
public record Grain(int number, int phase, int points, double x, double y, Rotation orientation, double spread,
    double largest) {
}
