// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings that the page can play with, and their values when the node ran.
 *
 * @param rule the rule of the threshold
 * @param factor threshold in multiples of the noise
 * @param floor smallest threshold (grey levels)
 * @param blur blur before maxima are sought (px); null where the rule has none
 * @param keys key of each setting for flow variables and the command line
 * @param titles name of each setting in the dialog
 * @param limits range of each slider
 * @param maxSpots largest number of spots of a pattern
 * @param neighbourMean whether patterns were averaged with their neighbours
 * @param centring whether positions were shifted
 */
record Sliders(String rule, double factor, double floor, Double blur, Map<String, String> keys,
    Map<String, String> titles, Map<String, Range> limits, int maxSpots, String neighbourMean, String centring) {

    private static final String FACTOR = "factor";
    private static final String FLOOR = "floor";
    private static final String BLUR = "blur";
    private static final double FINE = 0.1;

    /**
     * Range of a slider.
     *
     * @param min smallest value
     * @param max largest value
     * @param step distance of values
     */
    record Range(double min, double max, double step) {
    }

    /**
     * @param p settings of the node
     * @param largestThreshold largest threshold of the scan (grey levels); may be no number
     * @return the sliders for them
     */
    static Sliders of(final RegisterParameters p, final double largestThreshold) {
        final boolean paper = p.m_rule == RegisterParameters.Rule.PAPER;
        final double factor = paper ? p.m_paperFactor : p.m_factor;
        final double floor = paper ? p.m_paperFloor : p.m_floor;
        final Map<String, String> keys = new LinkedHashMap<>();
        final Map<String, String> titles = new LinkedHashMap<>();
        final Map<String, Range> limits = new LinkedHashMap<>();
        keys.put(FACTOR, paper ? "paperFactor" : FACTOR);
        keys.put(FLOOR, paper ? "paperFloor" : FLOOR);
        titles.put(FACTOR, "Factor (times the noise)");
        titles.put(FLOOR, "Floor (grey levels)");
        limits.put(FACTOR, new Range(FINE, Math.max(paper ? 10 : 15, Math.ceil(2 * factor)), FINE));
        final double highest = Double.isFinite(largestThreshold) ? 2 * largestThreshold : 0;
        final double largestFloor = Math.ceil(Math.max(20, Math.max(2 * floor, highest)));
        limits.put(FLOOR, new Range(0, largestFloor, largestFloor > 200 ? 1 : FINE));
        if (paper) {
            keys.put(BLUR, BLUR);
            titles.put(BLUR, "Blur (px)");
            limits.put(BLUR, new Range(0, Math.min(20, Math.max(8, Math.ceil(2 * p.m_blur))), FINE));
        }
        return new Sliders(p.m_rule.name(), factor, floor, paper ? (Double)p.m_blur : null, keys, titles, limits,
            p.m_maxSpots, p.m_neighbourMean.name(), p.m_centring.name());
    }

    /**
     * @param p settings of the node, which get these values
     * @param factor threshold in multiples of the noise
     * @param floor smallest threshold (grey levels)
     * @param blur blur before maxima are sought (px); null where the rule has none
     */
    static void set(final RegisterParameters p, final double factor, final double floor, final Double blur) {
        if (p.m_rule == RegisterParameters.Rule.PAPER) {
            p.m_paperFactor = factor;
            p.m_paperFloor = floor;
            p.m_blur = blur == null ? p.m_blur : blur;
        } else {
            p.m_factor = factor;
            p.m_floor = floor;
        }
    }
}
