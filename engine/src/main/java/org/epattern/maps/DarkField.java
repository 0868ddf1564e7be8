// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import org.epattern.register.Reflection;

/**
 * Which reflections a virtual dark field sums up. All limits belong to the selection.
 *
 * @param name name of the map, e.g. "dark field (200)"
 * @param region where the reflections lie
 * @param minRank smallest rank; 2 leaves the direct beam out
 * @param maxRank largest rank
 * @param minMean smallest mean (grey levels); negative infinity for no limit
 * @param maxMean largest mean (grey levels); infinity for no limit
 * @param minProminence smallest prominence (grey levels); negative infinity for no limit
 * @param maxProminence largest prominence (grey levels); infinity for no limit
 */
public record DarkField(String name, Region region, int minRank, int maxRank, double minMean, double maxMean,
    double minProminence, double maxProminence) {

    /** Refuses limits between which nothing can lie. */
    public DarkField {
        limits("rank", minRank, maxRank);
        limits("mean", minMean, maxMean);
        limits("prominence", minProminence, maxProminence);
    }

    /**
     * @param name name of the map
     * @param region where the reflections lie
     * @return all reflections of the region but the direct beam
     */
    public static DarkField ofRegion(final String name, final Region region) {
        return new DarkField(name, region, Reflection.DIRECT_BEAM + 1, Integer.MAX_VALUE, Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * @param reflection a reflection
     * @return whether rank, mean and prominence are within the limits; the region is not asked
     */
    public boolean accepts(final Reflection reflection) {
        return reflection.rank() >= minRank && reflection.rank() <= maxRank //
            && within(reflection.mean(), minMean, maxMean)
            && within(reflection.prominence(), minProminence, maxProminence);
    }

    /** A value that is not known cannot break a limit that nobody set. */
    private static boolean within(final double value, final double min, final double max) {
        return min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY || value >= min && value <= max;
    }

    private static void limits(final String what, final double min, final double max) {
        if (!(min <= max)) {
            throw new IllegalArgumentException("The dark-field selection wants a " + what + " from " + min + " to "
                + max + "; the first must not be above the second");
        }
    }
}
