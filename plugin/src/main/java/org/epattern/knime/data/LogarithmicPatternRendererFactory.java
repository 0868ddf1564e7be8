// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import org.epattern.maps.Contrast;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;

/** Makes renderers that show patterns with logarithmic contrast. */
public final class LogarithmicPatternRendererFactory extends AbstractDataValueRendererFactory {

    @Override
    public String getDescription() {
        return PatternRenderer.description(Contrast.LOGARITHMIC);
    }

    @Override
    public DataValueRenderer createRenderer(final DataColumnSpec spec) {
        return new PatternRenderer(Contrast.LOGARITHMIC, false);
    }
}
