// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import org.epattern.register.NoiseRegion;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.Label;

/** Where the noise of a pattern is measured, as a choice in a dialog. */
public enum NoiseArea {
    @Label(value = "Outside the inscribed circle",
        description = "The four corners of the pattern, 21.5 % of a square one: right for most scans.")
    OUTSIDE_CIRCLE,
    @Label(value = "Ring",
        description = "A ring about the centre of the pattern: for patterns with a round detector, with a shadow in "
            + "the corners, or with spots that reach into the corners.")
    RING;

    /**
     * @param innerRadius inner radius of the ring (px)
     * @param outerRadius outer radius of the ring (px)
     * @return the engine's region
     */
    public NoiseRegion region(final double innerRadius, final double outerRadius) {
        return this == OUTSIDE_CIRCLE ? NoiseRegion.OUTSIDE_CIRCLE : new NoiseRegion(innerRadius, outerRadius);
    }

    /**
     * @param innerRadius inner radius of the ring (px)
     * @param outerRadius outer radius of the ring (px)
     * @throws InvalidSettingsException if they make no ring
     */
    public void validate(final double innerRadius, final double outerRadius) throws InvalidSettingsException {
        if (this == RING && !(innerRadius >= 0 && outerRadius > innerRadius)) {
            throw new InvalidSettingsException("The ring where the noise is measured reaches from " + innerRadius
                + " to " + outerRadius + " px; an inner radius of 0 or more and a larger outer radius are expected");
        }
    }
}
