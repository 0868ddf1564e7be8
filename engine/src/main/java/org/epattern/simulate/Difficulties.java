// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/**
 * What makes the patterns of a simulated scan hard to read, beyond noise and background.
 *
 * @param beamStop whether a beam stop hides the direct beam
 * @param hotPixels pixels of the detector, the same in all patterns, that stand at the largest value
 * @param pairs share of the spots that get a second one beside them, 0 to 1
 * @param nearestPair smallest distance of the two centres (mean radius of the two)
 * @param farthestPair largest distance of the two centres (mean radius of the two)
 * @param edgeSpots spots of each crystal pattern that the edge of the pattern cuts, at least 0
 * @param ceiling largest grey level that the detector gives, above 0; infinity for that of the sample type
 */
public record Difficulties(boolean beamStop, int hotPixels, double pairs, double nearestPair, double farthestPair,
    int edgeSpots, double ceiling) {

    /** None at all. */
    public static final Difficulties NONE = new Difficulties(false, 0, 0, 1, 1, 0, Double.POSITIVE_INFINITY);

    /** Refuses values out of range with a sentence that names the setting. */
    public Difficulties {
        check(hotPixels >= 0, "Hot pixels", hotPixels, "0 or more");
        check(pairs >= 0 && pairs <= 1, "Share of close pairs", pairs, "0 to 1");
        check(nearestPair >= 0 && farthestPair >= nearestPair && Double.isFinite(farthestPair), "Distance of a pair",
            nearestPair + " to " + farthestPair, "a range of 0 or more radii");
        check(edgeSpots >= 0, "Spots at the edge", edgeSpots, "0 or more");
        check(ceiling > 0, "Ceiling of the detector", ceiling, "a grey level above 0");
    }

    private static void check(final boolean fine, final String setting, final Object found, final String expected) {
        if (!fine) {
            throw new IllegalArgumentException(setting + ": expected " + expected + ", found " + found);
        }
    }

    /**
     * @param stop whether a beam stop hides the direct beam
     * @return the same with this beam stop
     */
    public Difficulties withBeamStop(final boolean stop) {
        return new Difficulties(stop, hotPixels, pairs, nearestPair, farthestPair, edgeSpots, ceiling);
    }

    /**
     * @param hot pixels that stand at the largest value
     * @return the same with these hot pixels
     */
    public Difficulties withHotPixels(final int hot) {
        return new Difficulties(beamStop, hot, pairs, nearestPair, farthestPair, edgeSpots, ceiling);
    }

    /**
     * @param share share of the spots that get a second one beside them
     * @param nearest smallest distance (mean radius of the two)
     * @param farthest largest distance (mean radius of the two)
     * @return the same with these pairs
     */
    public Difficulties withPairs(final double share, final double nearest, final double farthest) {
        return new Difficulties(beamStop, hotPixels, share, nearest, farthest, edgeSpots, ceiling);
    }

    /**
     * @param spots spots of each crystal pattern that the edge cuts
     * @return the same with these spots
     */
    public Difficulties withEdgeSpots(final int spots) {
        return new Difficulties(beamStop, hotPixels, pairs, nearestPair, farthestPair, spots, ceiling);
    }

    /**
     * @param level largest grey level that the detector gives
     * @return the same with this ceiling
     */
    public Difficulties withCeiling(final double level) {
        return new Difficulties(beamStop, hotPixels, pairs, nearestPair, farthestPair, edgeSpots, level);
    }
}
