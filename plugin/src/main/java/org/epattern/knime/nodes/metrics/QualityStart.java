// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

import java.util.List;
import java.util.Map;

import org.epattern.knime.views.MapPart;
import org.epattern.knime.views.Packed;

/**
 * What the page "Quality View" begins with.
 *
 * @param view name of the view
 * @param scanWidth points in a line of the maps
 * @param scanHeight number of lines
 * @param firstX scan x of the first column
 * @param firstY scan y of the first line
 * @param metrics a map per figure
 * @param kept mean grey levels of single spots, measured and rebuilt; null if the reflections were not connected
 * @param moved how far single spots moved; null if the reflections were not connected
 * @param spots number of all spots that were compared
 * @param dataRange range of grey levels that differences refer to
 * @param columns names of the columns "reference" and "compared"
 * @param summary a line per figure
 */
record QualityStart(String view, int scanWidth, int scanHeight, int firstX, int firstY, List<MapPart> metrics,
    Kept kept, Moved moved, long spots, double dataRange, Map<String, String> columns, List<Line> summary) {

    /** Mean grey levels of single spots. */
    record Kept(Packed measured, Packed rebuilt) {
    }

    /** Distances of the centres of mass of single spots (px). */
    record Moved(Packed offset) {
    }

    /**
     * A figure of the whole scan.
     *
     * @param name the figure
     * @param value its mean; null if there is none, as all that follow
     * @param unit its unit
     * @param count number of values
     * @param median median
     * @param standardDeviation standard deviation
     * @param percentile5 5th percentile
     * @param percentile95 95th percentile
     */
    record Line(String name, Double value, String unit, int count, Double median, Double standardDeviation,
        Double percentile5, Double percentile95) {
    }
}
