// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.util.List;

/**
 * Which maps are made.
 *
 * @param spotCount number of reflections per pattern, the direct beam included
 * @param brightField virtual bright field: intensity of the direct beam, 0 where a pattern has none
 * @param allSpots sum of the intensities of all reflections, the direct beam included
 * @param noise standard deviation of the noise of the raw pattern
 * @param threshold smallest prominence that counted as a spot
 * @param darkFields virtual dark fields: sums of intensities of chosen reflections
 * @param intensity what counts as the intensity of a reflection
 */
public record MapSelection(boolean spotCount, boolean brightField, boolean allSpots, boolean noise, boolean threshold,
    List<DarkField> darkFields, SpotIntensity intensity) {

    /** All maps but dark fields, which need a choice; intensities as in the paper. */
    public static final MapSelection DEFAULTS =
        new MapSelection(true, true, true, true, true, List.of(), SpotIntensity.MEAN);

    /** Keeps a copy of the list. */
    public MapSelection {
        darkFields = List.copyOf(darkFields);
    }
}
