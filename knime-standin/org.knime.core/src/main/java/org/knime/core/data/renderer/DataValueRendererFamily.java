// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.renderer;

import org.knime.core.data.DataColumnSpec;

/** Several renderers of a column, of which one is active. */
public interface DataValueRendererFamily extends DataValueRenderer {

    /**
     * @return names of the renderers
     */
    String[] getRendererDescriptions();

    /**
     * @param description name of the renderer to use; an unknown one changes nothing
     */
    void setActiveRenderer(String description);

    /**
     * @param description name of a renderer
     * @param spec a column
     * @return whether that renderer can draw the column
     */
    boolean accepts(String description, DataColumnSpec spec);
}
