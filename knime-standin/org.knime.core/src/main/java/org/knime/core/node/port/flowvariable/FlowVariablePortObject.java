// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.flowvariable;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** What goes through a port that gives flow variables only. */
public class FlowVariablePortObject implements PortObject {

    /** The type of such ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(FlowVariablePortObject.class);

    /** The type of such ports that may be left unconnected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(FlowVariablePortObject.class, true);

    /** The only one. */
    public static final FlowVariablePortObject INSTANCE = new FlowVariablePortObject();

    private FlowVariablePortObject() {
    }

    @Override
    public PortObjectSpec getSpec() {
        return FlowVariablePortObjectSpec.INSTANCE;
    }

    @Override
    public String getSummary() {
        return "Flow Variables";
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public String toString() {
        return getSummary();
    }

    @Override
    public boolean equals(final Object other) {
        return other != null && other.getClass() == getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }
}
