// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.PortsAdder;

/** Adds each fixed port as a group of one, named like the port. */
final class FixedPorts implements PortsAdder {

    private final DynamicPortsAdder m_groups;

    FixedPorts(final DynamicPortsAdder groups) {
        m_groups = groups;
    }

    @Override
    public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
        m_groups.addInputPortGroup(name, port -> port.name(name).description(description).fixed(portType));
        return this;
    }

    @Override
    public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
        m_groups.addOutputPortGroup(name, port -> port.name(name).description(description).fixed(portType));
        return this;
    }
}
