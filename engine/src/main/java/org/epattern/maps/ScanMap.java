// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

/**
 * One number per scan position.
 *
 * @param name what is mapped, e.g. "spot count"
 * @param unit unit of the values, empty for plain numbers
 * @param width scan positions in a line
 * @param height number of lines
 * @param values width x height values, line by line; not a number where there is no pattern
 */
public record ScanMap(String name, String unit, int width, int height, float[] values) {

    /** Refuses a number of values that does not fit the size. */
    public ScanMap {
        if (width < 1 || height < 1 || values.length != (long)width * height) {
            throw new IllegalArgumentException("The map \"" + name + "\" has " + values.length + " values; "
                + width + " x " + height + " are expected");
        }
    }

    /**
     * @param x scan x, from 0
     * @param y scan y, from 0
     * @return value at a scan position
     */
    public float value(final int x, final int y) {
        return values[y * width + x];
    }

    /**
     * Fills a map that is being made.
     *
     * @param x scan x, from 0
     * @param y scan y, from 0
     * @param value value at this scan position
     */
    public void set(final int x, final int y, final float value) {
        values[y * width + x] = value;
    }

    /** @return smallest finite value; not a number if there is none */
    public float min() {
        float min = Float.NaN;
        for (final float v : values) {
            if (Float.isFinite(v) && !(v >= min)) {
                min = v;
            }
        }
        return min;
    }

    /** @return largest finite value; not a number if there is none */
    public float max() {
        float max = Float.NaN;
        for (final float v : values) {
            if (Float.isFinite(v) && !(v <= max)) {
                max = v;
            }
        }
        return max;
    }
}
