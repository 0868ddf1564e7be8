// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

/**
 * How two axes are turned: first they are exchanged, then the new ones are reversed.
 *
 * @param transpose whether x and y are exchanged
 * @param flipX whether x, as it is after the exchange, runs the other way
 * @param flipY whether y, as it is after the exchange, runs the other way
 */
public record Axes(boolean transpose, boolean flipX, boolean flipY) {

    /** As they are. */
    public static final Axes AS_THEY_ARE = new Axes(false, false, false);

    /** @return what is done, in words, e.g. "transposed, flipped along x" */
    @Override
    public String toString() {
        if (equals(AS_THEY_ARE)) {
            return "as they are";
        }
        final String flips = flipX && flipY ? "flipped along x and y"
            : flipX ? "flipped along x" : flipY ? "flipped along y" : "";
        return (transpose ? "transposed" : "") + (transpose && !flips.isEmpty() ? ", " : "") + flips;
    }

    /**
     * @param width new width
     * @param height new height
     * @return index in the old raster of a place in the new one
     */
    long oldIndex(final int x, final int y, final int width, final int height) {
        final long nx = flipX ? width - 1 - x : x;
        final long ny = flipY ? height - 1 - y : y;
        return transpose ? nx * height + ny : ny * width + nx;
    }
}
