// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.EnumSet;

/** A spot while it is measured. */
final class Spot {

    /** Position (px; the centre of pixel i is i + 0.5). */
    double m_x;
    double m_y;
    /** Where the spot has fallen to half of its height (px), and over which length its edge falls (px). */
    double m_radius;
    double m_edge;
    /** Height above the background, and level of the background that is left (grey levels). */
    double m_height;
    double m_level;
    /** Standard deviation of the height from the fit (grey levels). */
    double m_heightError;
    /** How much better the fit is than no spot: root of the difference of the weighted sums of squares. */
    double m_evidence;
    /** By how much the fit leaves more than noise (standard deviations of the weighted sum of squares). */
    double m_misfit;
    /** Height and prominence in the filtered pattern, and their noise (grey levels). */
    double m_peak;
    double m_prominence;
    double m_noise;
    /** Mean within the radius, background removed (grey levels). */
    double m_mean;
    /** Where it was found, for the case that the refinement fails (px). */
    final double m_foundX;
    final double m_foundY;
    final double m_foundRadius;
    final EnumSet<Reflection.Flag> m_flags = EnumSet.noneOf(Reflection.Flag.class);

    Spot(final double x, final double y, final double radius, final double peak, final double prominence,
        final double noise) {
        m_x = x;
        m_y = y;
        m_radius = radius;
        m_peak = peak;
        m_prominence = prominence;
        m_noise = noise;
        m_foundX = x;
        m_foundY = y;
        m_foundRadius = radius;
    }

    /** @return height in the filtered pattern in multiples of its noise */
    double significance() {
        return m_noise > 0 ? m_peak / m_noise : Double.POSITIVE_INFINITY;
    }

    /** @return distance of the centres (px) */
    double distance(final Spot other) {
        final double dx = other.m_x - m_x;
        final double dy = other.m_y - m_y;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Goes back to the place of the maximum. */
    void reset() {
        m_x = m_foundX;
        m_y = m_foundY;
        m_radius = m_foundRadius;
    }
}
