// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.renderer;

import org.knime.core.data.DataColumnSpec;

/** Makes renderers of one kind; registered at the extension point org.knime.core.DataValueRenderer. */
public interface DataValueRendererFactory {

    /**
     * @return name as the user reads it
     */
    String getDescription();

    /**
     * @return name that never changes
     */
    String getId();

    /**
     * @param colSpec the column to draw
     * @return a new renderer
     */
    DataValueRenderer createRenderer(DataColumnSpec colSpec);
}
