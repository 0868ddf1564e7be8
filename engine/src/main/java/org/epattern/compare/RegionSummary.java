// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

/**
 * Figures of a part of a scan. The counts from {@code withinOne} to {@code without} take the best orientation of each
 * point that is a crystal by the truth, whatever its index and reliability; the others ask whether it is indexed.
 *
 * @param region the part
 * @param points all points
 * @param crystal points that are a crystal by the truth
 * @param amorphous points that are none by the truth; both together are fewer than all where the truth is not known
 * @param meanIndex mean index of all points that have one; not a number without any
 * @param meanReliability the same of the reliability (%)
 * @param medianReliability its median (%)
 * @param withinOne crystal points of the true phase at most 1 degree off
 * @param withinTwo the same, 2 degrees
 * @param withinFive the same, 5 degrees
 * @param wrongOrientation crystal points of the true phase more than 5 degrees off
 * @param halfTurn those of them that are right within 5 degrees after half a turn about the beam
 * @param wrongPhase crystal points of another phase
 * @param without crystal points without any orientation
 * @param indexedCrystal crystal points that are indexed
 * @param indexedRight those of them that are right within 5 degrees
 * @param falseOrientations amorphous points that are indexed
 */
public record RegionSummary(ScanRegion region, int points, int crystal, int amorphous, double meanIndex,
    double meanReliability, double medianReliability, int withinOne, int withinTwo, int withinFive,
    int wrongOrientation, int halfTurn, int wrongPhase, int without, int indexedCrystal, int indexedRight,
    int falseOrientations) {

    /**
     * @param count number of points
     * @return its share (%) of the crystal points; not a number if there are none
     */
    public double ofCrystal(final int count) {
        return share(count, crystal);
    }

    /** @return share (%) of the amorphous points that are indexed; not a number without any */
    public double falseShare() {
        return share(falseOrientations, amorphous);
    }

    private static double share(final int count, final int all) {
        return all == 0 ? Double.NaN : 100.0 * count / all;
    }
}
