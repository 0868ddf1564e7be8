// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

/**
 * What counts as indexed, where every point gets a best orientation whatever it holds, and which points are the grain
 * region (Folastre et al. 2024, Fig. 5 and 7).
 *
 * @param smallestIndex points with a smaller index are not indexed, 0 or more
 * @param smallestReliability points with a smaller reliability (%) are not indexed, 0 to 100
 * @param leastSpots fewest spots of a point of the grain region, 0 or more; the paper takes 5
 * @param grainRegionOnly whether points outside of the grain region are not indexed either
 */
public record ComparisonSettings(double smallestIndex, double smallestReliability, int leastSpots,
    boolean grainRegionOnly) {

    /** Refuses what is out of range. */
    public ComparisonSettings {
        if (!(smallestIndex >= 0)) {
            throw new IllegalArgumentException("The smallest index is " + smallestIndex
                + "; 0 or more is expected");
        }
        if (!(smallestReliability >= 0 && smallestReliability <= 100)) {
            throw new IllegalArgumentException("The smallest reliability is " + smallestReliability
                + " %; 0 to 100 % are expected");
        }
        if (leastSpots < 0) {
            throw new IllegalArgumentException("The least spot count is " + leastSpots + "; 0 or more is expected");
        }
    }
}
