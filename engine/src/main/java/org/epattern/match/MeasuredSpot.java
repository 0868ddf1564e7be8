// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.List;

import org.epattern.register.Reflection;

/**
 * A spot of a measured pattern in reciprocal units.
 *
 * @param x position to the right of the direct beam (1/Angstrom)
 * @param y position below the direct beam (1/Angstrom)
 * @param intensity mean grey level, above 0
 * @param radius radius (1/Angstrom), above 0
 */
public record MeasuredSpot(double x, double y, double intensity, double radius) {

    /**
     * Converts the reflections of a pattern. The direct beam is the origin where it was found, the centre of the
     * pattern otherwise; it is no spot itself. Reflections without a positive mean and radius are left out.
     *
     * @param reflections the reflections of one pattern
     * @param centreX centre of the pattern (px)
     * @param centreY centre of the pattern (px)
     * @param pixelSize size of a pixel (1/Angstrom), above 0
     * @return the spots in the order of the reflections
     * @throws IllegalArgumentException in a sentence, if the pixel size cannot be
     */
    public static List<MeasuredSpot> of(final List<Reflection> reflections, final double centreX, final double centreY,
        final double pixelSize) {
        if (!(pixelSize >= 1e-5 && pixelSize <= 1)) {
            throw new IllegalArgumentException("The pixel size is " + pixelSize + " 1/Angstrom (" + 10 * pixelSize
                + " 1/nm); 0.00001 to 1 1/Angstrom are expected, the radius of a known ring (1/Angstrom) divided "
                + "by its radius in px");
        }
        double x0 = centreX;
        double y0 = centreY;
        for (final Reflection r : reflections) {
            if (r.isDirectBeam()) {
                x0 = r.x();
                y0 = r.y();
            }
        }
        final List<MeasuredSpot> spots = new ArrayList<>();
        for (final Reflection r : reflections) {
            if (!r.isDirectBeam() && r.mean() > 0 && r.radius() > 0) {
                spots.add(new MeasuredSpot((r.x() - x0) * pixelSize, (r.y() - y0) * pixelSize, r.mean(),
                    r.radius() * pixelSize));
            }
        }
        return spots;
    }
}
