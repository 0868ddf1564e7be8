// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import org.epattern.register.Reflection;

/**
 * Radius that a reflection is drawn or kept with.
 *
 * @param rule where the radius comes from
 * @param directBeam radius of the direct beam (px of the registered pattern, above 0), for {@link RadiusRule#FIXED}
 * @param others radius of all other spots (px of the registered pattern, above 0), for {@link RadiusRule#FIXED}
 * @param factor registered radius is multiplied by this (above 0), for {@link RadiusRule#SCALED}
 */
public record SpotRadius(RadiusRule rule, double directBeam, double others, double factor) {

    /** Each spot with its registered radius. */
    public static final SpotRadius REGISTERED = new SpotRadius(RadiusRule.REGISTERED, 4, 2, 1);

    /** Refuses a radius or a factor that is used and not above zero. */
    public SpotRadius {
        if (rule == RadiusRule.FIXED) {
            Settings.positive("radius of the direct beam", directBeam, "px");
            Settings.positive("radius of the spots", others, "px");
        } else if (rule == RadiusRule.SCALED) {
            Settings.positive("radius factor", factor, "");
        }
    }

    /**
     * @param directBeam radius of the direct beam (px)
     * @param others radius of all other spots (px)
     * @return fixed radii
     */
    public static SpotRadius fixed(final double directBeam, final double others) {
        return new SpotRadius(RadiusRule.FIXED, directBeam, others, 1);
    }

    /**
     * @param factor the registered radius is multiplied by this
     * @return scaled radii
     */
    public static SpotRadius scaled(final double factor) {
        return new SpotRadius(RadiusRule.SCALED, 4, 2, factor);
    }

    /**
     * @param reflection a reflection
     * @return its radius (px of the registered pattern)
     * @throws IllegalArgumentException if the registered radius is needed and is not above zero
     */
    public double of(final Reflection reflection) {
        if (rule == RadiusRule.FIXED) {
            return reflection.isDirectBeam() ? directBeam : others;
        }
        final double radius = reflection.radius();
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The reflection at (" + reflection.x() + ", " + reflection.y()
                + ") px has the radius " + radius + "; a radius above 0 px is expected, or choose fixed radii");
        }
        return rule == RadiusRule.SCALED ? radius * factor : radius;
    }
}
