// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

/**
 * What of a pattern is kept by masking.
 *
 * @param radius radius of the kept circles (px)
 * @param margin added to every radius (px), 0 or more
 * @param softEdge whether a pixel at the rim is kept in proportion to its area inside the circle (sub-pixel edge);
 *            otherwise pixels with their centre inside the circle are kept whole and no value is changed
 */
public record MaskSettings(SpotRadius radius, double margin, boolean softEdge) {

    /** Registered radius with a margin of 1 px (which registration takes off), hard edge: kept values unchanged. */
    public static final MaskSettings DEFAULTS = new MaskSettings(SpotRadius.REGISTERED, 1, false);

    /** Refuses a negative margin. */
    public MaskSettings {
        Settings.notNegative("margin", margin, "px");
    }
}
