// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

import org.epattern.maps.ScanMap;

/**
 * How often the values of a map occur in a part of the scan.
 *
 * @param quantity what is counted, e.g. "index"
 * @param unit its unit, empty for none
 * @param region the part
 * @param width width of a bin; the first one starts at 0, the last one takes its upper end as well
 * @param counts points in each bin
 */
public record Distribution(String quantity, String unit, ScanRegion region, double width, int[] counts) {

    /**
     * Counts the finite values, those outside of the bins in the first or the last one.
     *
     * @param comparison knows the parts
     * @param map the values
     * @param region the part
     * @param top upper end of the last bin, above 0
     * @param bins number of bins, 1 or more
     * @return the distribution
     */
    public static Distribution of(final OrientationComparison comparison, final ScanMap map, final ScanRegion region,
        final double top, final int bins) {
        if (!(top > 0 && bins >= 1)) {
            throw new IllegalArgumentException("A distribution has " + bins + " bins up to " + top
                + "; at least one bin and an end above 0 are expected");
        }
        final int[] counts = new int[bins];
        for (int p = 0; p < comparison.points(); p++) {
            final double value = map.values()[p];
            if (comparison.isIn(region, p) && Double.isFinite(value)) {
                counts[(int)Math.max(0, Math.min(bins - 1, Math.floor(value / top * bins)))]++;
            }
        }
        return new Distribution(map.name(), map.unit(), region, top / bins, counts);
    }

    /** @return number of points in all bins */
    public int total() {
        int total = 0;
        for (final int count : counts) {
            total += count;
        }
        return total;
    }
}
