// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.util.List;

import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.views.Numbers;
import org.epattern.register.Reflection;

/**
 * The reflections of a pattern as the page takes them.
 *
 * @param noise noise of the pattern (grey levels); null if it is not known
 * @param threshold smallest prominence that counted (grey levels); null if it is not known
 * @param dx how far to the right the positions were shifted to centre the pattern (px)
 * @param dy how far downwards (px)
 * @param spots the reflections
 */
record FoundSpots(Double noise, Double threshold, double dx, double dy, List<Spot> spots) {

    /**
     * A reflection.
     *
     * @param x position (px)
     * @param y position (px)
     * @param radius radius (px)
     * @param mean mean grey level
     * @param prominence height (grey levels); null if it is not known
     * @param rank 1 for the direct beam
     * @param flags what is unusual
     */
    record Spot(double x, double y, double radius, double mean, Double prominence, int rank, List<String> flags) {
    }

    static FoundSpots of(final double noise, final double threshold, final double dx, final double dy,
        final List<Reflection> reflections) {
        return new FoundSpots(Numbers.orNull(noise), Numbers.orNull(threshold), Double.isNaN(dx) ? 0 : dx,
            Double.isNaN(dy) ? 0 : dy,
            reflections.stream().map(r -> new Spot(r.x(), r.y(), r.radius(), r.mean(), Numbers.orNull(r.prominence()),
                r.rank(), ReflectionRows.words(r))).toList());
    }
}
