// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.nio.ByteOrder;

import org.epattern.scan.SampleType;

/**
 * Where the pixels lie in a raw binary file, which does not tell itself: a header, then pattern after pattern, each row
 * by row, with a gap after every pattern.
 *
 * @param patternWidth pixels in a row of a pattern, at least 1
 * @param patternHeight pixel rows of a pattern, at least 1
 * @param type number type of a pixel
 * @param order byte order of a pixel
 * @param headerBytes bytes before the first pattern, at least 0
 * @param gapBytes bytes between the end of a pattern and the start of the next one, at least 0; the gap after the last
 *            pattern may be missing
 */
public record RawLayout(int patternWidth, int patternHeight, SampleType type, ByteOrder order, long headerBytes,
    long gapBytes) {

    /** Refuses sizes below one and negative numbers of bytes. */
    public RawLayout {
        if (patternWidth < 1 || patternHeight < 1) {
            throw new IllegalArgumentException("A raw pattern must be at least 1 x 1 px; found " + patternWidth + " x "
                + patternHeight + " px");
        }
        if (headerBytes < 0 || gapBytes < 0) {
            throw new IllegalArgumentException("The header and the gap of a raw file must have 0 bytes or more; found "
                + headerBytes + " and " + gapBytes);
        }
    }
}
