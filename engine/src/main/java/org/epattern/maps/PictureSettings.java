// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

/**
 * How a pattern is shown.
 *
 * @param contrast how grey levels become brightness
 * @param lowPercent share of the pixels (percent) that is black, 0 to 100
 * @param highPercent share of the pixels (percent) that is not yet full white, above {@code lowPercent} and at most 100
 * @param inverted dark spots on white ground, as diffraction patterns are often printed
 */
public record PictureSettings(Contrast contrast, double lowPercent, double highPercent, boolean inverted) {

    /** Logarithmic, 1 % to 99.95 %, bright spots on black. */
    public static final PictureSettings DEFAULTS = new PictureSettings(Contrast.LOGARITHMIC, 1, 99.95, false);

    /** Refuses percentages out of range. */
    public PictureSettings {
        if (!(lowPercent >= 0 && lowPercent < highPercent && highPercent <= 100)) {
            throw new IllegalArgumentException("The contrast reaches from " + lowPercent + " to " + highPercent
                + " percent; two rising values from 0 to 100 are expected");
        }
    }
}
