// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import org.epattern.maps.Contrast;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;

/** Makes renderers that circle the spots of registered patterns; other patterns are shown without circles. */
public final class SpotsPatternRendererFactory extends AbstractDataValueRendererFactory {

    @Override
    public String getDescription() {
        return PatternRenderer.description(Contrast.LOGARITHMIC) + " with spots";
    }

    @Override
    public DataValueRenderer createRenderer(final DataColumnSpec spec) {
        return new PatternRenderer(Contrast.LOGARITHMIC, true);
    }
}
