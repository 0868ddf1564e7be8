// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;

/** Makes renderers that describe a pattern in words. */
public final class TextPatternRendererFactory extends AbstractDataValueRendererFactory {

    @Override
    public String getDescription() {
        return PatternTextRenderer.DESCRIPTION;
    }

    @Override
    public DataValueRenderer createRenderer(final DataColumnSpec spec) {
        return new PatternTextRenderer(spec);
    }
}
