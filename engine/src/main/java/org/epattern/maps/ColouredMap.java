// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.util.List;

import org.epattern.orient.LaueGroup;

/**
 * One colour per scan position, and what the colours mean.
 *
 * @param name what is mapped
 * @param width scan positions in a line
 * @param height number of lines
 * @param colours width x height colours (red x 65536 + green x 256 + blue), line by line; {@link #NONE} for no value
 * @param keys keys of the inverse pole figure that the colours follow
 * @param legend names of single colours
 */
public record ColouredMap(String name, int width, int height, int[] colours, List<Key> keys, List<Entry> legend) {

    /** No value. */
    public static final int NONE = -1;

    /** Refuses a number of colours that does not fit the size; copies the lists. */
    public ColouredMap {
        if (width < 1 || height < 1 || colours.length != (long)width * height) {
            throw new IllegalArgumentException("The map \"" + name + "\" has " + colours.length + " colours; " + width
                + " x " + height + " are expected");
        }
        keys = List.copyOf(keys);
        legend = List.copyOf(legend);
    }

    /**
     * A colour key.
     *
     * @param name name of the phase
     * @param group its Laue group
     */
    public record Key(String name, LaueGroup group) {
    }

    /**
     * A line of the legend.
     *
     * @param name what the colour stands for
     * @param colour the colour
     */
    public record Entry(String name, int colour) {
    }
}
