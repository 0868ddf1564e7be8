// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import javax.swing.JComponent;

/** What goes from a node to the next one. */
public interface PortObject {

    /** The type that accepts any port object. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** The type of an optional port that accepts any port object. */
    PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    /**
     * @return a few words for a tooltip
     */
    String getSummary();

    /**
     * @return its description
     */
    PortObjectSpec getSpec();

    /**
     * @return views for the classic user interface, possibly none
     */
    JComponent[] getViews();
}
