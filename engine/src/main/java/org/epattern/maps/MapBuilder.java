// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.util.List;

import org.epattern.register.Reflection;

/** Makes maps of a scan from rows of the reflection table, in any order, without keeping the rows. */
public final class MapBuilder {

    /** Name of the spot count map. */
    public static final String SPOT_COUNT = "spot count";
    /** Name of the map of the direct beam's intensity. */
    public static final String BRIGHT_FIELD = "virtual bright field";
    /** Name of the map of the summed intensity of all reflections. */
    public static final String ALL_SPOTS = "sum of all spots";
    /** Name of the noise map. */
    public static final String NOISE = "noise";
    /** Name of the map of the detection threshold. */
    public static final String THRESHOLD = "threshold";

    /**
     * Without the size of the patterns: regions count from the direct beam.
     *
     * @param scanWidth scan positions in a line
     * @param scanHeight number of lines
     * @param selection which maps
     */
    public MapBuilder(final int scanWidth, final int scanHeight, final MapSelection selection) {
        this(scanWidth, scanHeight, 0, 0, selection);
    }

    /**
     * @param scanWidth scan positions in a line
     * @param scanHeight number of lines
     * @param patternWidth width of the patterns (px); 0 if not known
     * @param patternHeight height of the patterns (px); 0 if not known
     * @param selection which maps
     * @throws IllegalArgumentException if a region counts from the pattern centre and the size is not known
     */
    public MapBuilder(final int scanWidth, final int scanHeight, final int patternWidth, final int patternHeight,
        final MapSelection selection) {
    }

    /**
     * Says that there is a pattern at a scan position, with or without reflections.
     *
     * @param x scan x, from 0
     * @param y scan y, from 0
     * @param noise standard deviation of its noise (grey levels); not a number if unknown
     * @param threshold smallest prominence that counted (grey levels); not a number if unknown
     * @throws IllegalArgumentException if the position lies outside the scan
     */
    public void addPattern(final int x, final int y, final double noise, final double threshold) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds a row of the reflection table; its pattern is known to exist from then on.
     *
     * @param x scan x, from 0
     * @param y scan y, from 0
     * @param reflection the reflection
     * @throws IllegalArgumentException if the position lies outside the scan
     */
    public void addReflection(final int x, final int y, final Reflection reflection) {
        throw new UnsupportedOperationException();
    }

    /** @return the chosen maps in the order of {@link MapSelection}'s components */
    public List<ScanMap> maps() {
        throw new UnsupportedOperationException();
    }
}
