// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

/**
 * Other looks on a scan: parts, coarser pixels, 8 bit. Computed when a pattern is read; closing a view closes the scan.
 */
public final class ScanViews {

    private ScanViews() {
    }

    /**
     * A rectangle of the scan.
     *
     * @param scan the scan
     * @param x first scan position, from 0
     * @param y first line, from 0
     * @param width number of positions
     * @param height number of lines
     * @return the part
     * @throws IllegalArgumentException if it is not within the scan
     */
    public static Scan region(final Scan scan, final int x, final int y, final int width, final int height) {
        throw new UnsupportedOperationException();
    }

    /**
     * The same sequence of patterns with another start and line length.
     *
     * @param scan the scan
     * @param first index of the pattern that becomes the first one
     * @param width scan positions in a line
     * @param height number of lines
     * @return the scan
     * @throws IllegalArgumentException if the scan has not enough patterns
     */
    public static Scan frames(final Scan scan, final long first, final int width, final int height) {
        throw new UnsupportedOperationException();
    }

    /**
     * Patterns with coarser pixels: each is the mean of {@code factor x factor} pixels (float32). Pixels at the right
     * and lower edge that do not fill a block are left out. The pixel size of the calibration grows by the factor.
     *
     * @param scan the scan
     * @param factor at least 1
     * @return the binned scan
     * @throws IllegalArgumentException if not even one block fits in a pattern
     */
    public static Scan binned(final Scan scan, final int factor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Patterns with 8 bit: the same straight line from grey level to 0..255 for all patterns of the scan.
     *
     * @param scan the scan
     * @param range grey levels that become 0 and 255
     * @return the scan with sample type UINT8
     */
    public static Scan toEightBit(final Scan scan, final GreyRange range) {
        throw new UnsupportedOperationException();
    }
}
