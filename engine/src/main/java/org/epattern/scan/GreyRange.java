// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;

/**
 * Grey levels that become black and white when a scan is stored with 8 bit: one range for the whole scan, so that
 * intensities of different patterns stay comparable.
 *
 * @param low grey level that becomes 0
 * @param high grey level that becomes 255, not below {@code low}
 */
public record GreyRange(double low, double high) {

    /** Refuses what is not a range. */
    public GreyRange {
        if (!(low <= high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                "The grey range must go from a lower to a higher value; found " + low + " to " + high);
        }
    }

    /**
     * @param scan the scan
     * @param lowPercent share of the pixels that may lie at or below {@code low} (percent, 0 to 100)
     * @param highPercent share of the pixels that may lie at or below {@code high} (percent, 0 to 100)
     * @param progress asked whether to stop
     * @return the range
     * @throws IOException if the scan cannot be read
     */
    public static GreyRange ofScan(final Scan scan, final double lowPercent, final double highPercent,
        final Progress progress) throws IOException {
        throw new UnsupportedOperationException();
    }
}
