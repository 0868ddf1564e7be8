// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

/**
 * Part of the pattern that a virtual detector covers: a ring, with inner radius 0 a disc.
 *
 * @param origin what the offset counts from
 * @param x offset of the centre of the ring from the origin (px, to the right)
 * @param y offset of the centre of the ring from the origin (px, downwards)
 * @param innerRadius a reflection counts if its distance from the centre is at least this (px, 0 or more) …
 * @param outerRadius … and at most this (px, above the inner radius; may be infinite)
 */
public record Region(Origin origin, double x, double y, double innerRadius, double outerRadius) {

    /** What the position of a region counts from. */
    public enum Origin {
        /**
         * The direct beam of each pattern; where a pattern has none, the mean direct beam of the scan, and in a scan
         * without any the centre of the pattern.
         */
        DIRECT_BEAM,
        /** The centre of the pattern. */
        PATTERN_CENTRE
    }

    /** The whole pattern. */
    public static final Region EVERYWHERE = new Region(Origin.DIRECT_BEAM, 0, 0, 0, Double.POSITIVE_INFINITY);

    /** Refuses radii and offsets that make no ring. */
    public Region {
        if (!(innerRadius >= 0 && outerRadius > innerRadius)) {
            throw new IllegalArgumentException("The dark-field region reaches from " + innerRadius + " to "
                + outerRadius + " px; an inner radius of 0 or more and a larger outer radius are expected");
        }
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException(
                "The dark-field region lies at (" + x + ", " + y + ") px; two finite numbers are expected");
        }
    }

    /**
     * @param origin what the offset counts from
     * @param x offset of the centre (px, to the right)
     * @param y offset of the centre (px, downwards)
     * @param radius radius (px)
     * @return a disc
     */
    public static Region circle(final Origin origin, final double x, final double y, final double radius) {
        return new Region(origin, x, y, 0, radius);
    }

    /**
     * @param origin centre of the ring
     * @param innerRadius inner radius (px)
     * @param outerRadius outer radius (px)
     * @return a ring around the origin
     */
    public static Region annulus(final Origin origin, final double innerRadius, final double outerRadius) {
        return new Region(origin, 0, 0, innerRadius, outerRadius);
    }

    /** @return whether every reflection lies inside, so that the origin does not matter */
    public boolean isEverywhere() {
        return innerRadius == 0 && outerRadius == Double.POSITIVE_INFINITY;
    }

    /**
     * @param dx x of a reflection minus x of the origin (px)
     * @param dy y of a reflection minus y of the origin (px)
     * @return whether the reflection lies inside; borders belong to the region
     */
    public boolean contains(final double dx, final double dy) {
        final double squared = (dx - x) * (dx - x) + (dy - y) * (dy - y);
        return squared >= innerRadius * innerRadius && squared <= outerRadius * outerRadius;
    }
}
