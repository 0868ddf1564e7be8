// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import javax.swing.JComponent;

/** Describes what a port will give, before it is computed. */
public interface PortObjectSpec {

    /**
     * @return views for the classic user interface, possibly none
     */
    JComponent[] getViews();
}
