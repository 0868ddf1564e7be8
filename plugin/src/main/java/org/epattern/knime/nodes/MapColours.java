// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import org.epattern.maps.ColourMap;
import org.knime.node.parameters.widget.choices.Label;

/** Colours of maps of numbers, as a choice in a dialog. */
public enum MapColours {
    @Label(value = "Viridis", description = "Dark blue to yellow; safe for colour-blind readers and in grey print.")
    VIRIDIS,
    @Label(value = "Cividis", description = "Blue to yellow; looks the same to colour-blind readers.")
    CIVIDIS,
    @Label(value = "Magma", description = "Black over purple to pale yellow.")
    MAGMA,
    @Label(value = "Inferno", description = "Black over red to pale yellow.")
    INFERNO,
    @Label(value = "Grey", description = "Black to white.")
    GREY;

    /** @return the engine's colours */
    public ColourMap colourMap() {
        return ColourMap.valueOf(name());
    }
}
