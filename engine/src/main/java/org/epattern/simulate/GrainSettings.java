// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/**
 * The grains of a simulated crystalline specimen.
 *
 * @param grains number of grains, 0 to 2000
 * @param share share of the scan that they cover, above 0 to 1
 * @param shape how the thickness varies over a grain
 * @param thinnest smallest of the grains' largest thicknesses (nm)
 * @param thickest largest of the grains' largest thicknesses (nm)
 * @param overlap width of the zone at the border of two grains in which both are hit (nm), 0 for none
 */
public record GrainSettings(int grains, double share, GrainShape shape, double thinnest, double thickest,
    double overlap) {

    /** Refuses what is out of range. */
    public GrainSettings {
        Limits.check(grains >= 0 && grains <= 2000, "Grains", grains, "0 to 2000");
        Limits.check(share > 0 && share <= 1, "Share of the grains", share, "above 0 to 1");
        Limits.check(thinnest >= 0.1 && thickest >= thinnest && thickest <= 10_000, "Thickness of the grains",
            thinnest + " to " + thickest, "a range within 0.1 to 10000 nm");
        Limits.within("Overlap of grains", overlap, 0, 10_000, " nm");
    }
}
