// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

/**
 * Shape of a 4D-STEM scan. Patterns are numbered line by line: pattern {@code y * scanWidth + x} belongs to scan
 * position (x, y), both counted from 0, x along the fast axis. Pixels of a pattern are numbered the same way.
 *
 * <p>Coordinates inside a pattern: x to the right, y down, the <b>centre of pixel i is i + 0.5</b>, so the centre of a
 * 512-pixel pattern is 256.0.</p>
 *
 * @param scanWidth number of scan positions in a line
 * @param scanHeight number of lines
 * @param patternWidth pixels in a row of a pattern
 * @param patternHeight pixel rows of a pattern
 * @param sampleType number type of a pixel
 */
public record ScanGeometry(int scanWidth, int scanHeight, int patternWidth, int patternHeight, SampleType sampleType) {

    /** Refuses sizes below one and patterns that no Java array can hold. */
    public ScanGeometry {
        if (scanWidth < 1 || scanHeight < 1 || patternWidth < 1 || patternHeight < 1) {
            throw new IllegalArgumentException("A scan needs at least one position and one pixel; found a scan of "
                + scanWidth + " x " + scanHeight + " patterns of " + patternWidth + " x " + patternHeight + " px");
        }
        if ((long)patternWidth * patternHeight > (Integer.MAX_VALUE - 64) / sampleType.bytes()) {
            throw new IllegalArgumentException("A pattern of " + patternWidth + " x " + patternHeight
                + " px does not fit in memory; at most 2 GB per pattern are possible");
        }
    }

    /** @return number of patterns */
    public long patternCount() {
        return (long)scanWidth * scanHeight;
    }

    /** @return number of pixels in a pattern */
    public int pixelCount() {
        return patternWidth * patternHeight;
    }

    /** @return bytes of a pattern as stored */
    public int patternBytes() {
        return pixelCount() * sampleType.bytes();
    }

    /** @return index of the pattern at scan position (x, y), from 0 */
    public long index(final int x, final int y) {
        return (long)y * scanWidth + x;
    }

    /** @return scan x of a pattern index */
    public int scanX(final long index) {
        return (int)(index % scanWidth);
    }

    /** @return scan y of a pattern index */
    public int scanY(final long index) {
        return (int)(index / scanWidth);
    }

    @Override
    public String toString() {
        return scanWidth + " x " + scanHeight + " patterns of " + patternWidth + " x " + patternHeight + " px, "
            + sampleType;
    }
}
