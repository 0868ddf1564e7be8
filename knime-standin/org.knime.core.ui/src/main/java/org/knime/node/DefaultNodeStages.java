// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.epattern.standin.ui.NodeDefinition;
import org.epattern.standin.ui.PortGroup;
import org.epattern.standin.ui.PortGroups;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode.RequireFullDescription;
import org.knime.node.DefaultNode.RequireIcon;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.DefaultNode.RequireName;
import org.knime.node.DefaultNode.RequireShortDescription;
import org.knime.node.DefaultNode.RequireSinceVersion;

/** Collects the mandatory parts of a node; the stage interfaces see to the order. */
final class DefaultNodeStages implements RequireName, RequireIcon, RequireShortDescription, RequireFullDescription,
    RequireSinceVersion, RequirePorts, RequireModel {

    private String m_name;

    private String m_icon;

    private String m_shortDescription;

    private String m_fullDescription;

    private NodeDefinition.Since m_since;

    private List<PortGroup> m_ports;

    @Override
    public RequireIcon name(final String name) {
        m_name = name;
        return this;
    }

    @Override
    public RequireShortDescription icon(final String icon) {
        m_icon = icon;
        return this;
    }

    @Override
    public RequireFullDescription shortDescription(final String shortDescription) {
        m_shortDescription = shortDescription;
        return this;
    }

    @Override
    public RequireSinceVersion fullDescription(final String fullDescription) {
        m_fullDescription = fullDescription;
        return this;
    }

    @Override
    public RequirePorts sinceVersion(final int major, final int minor, final int revision) {
        m_since = new NodeDefinition.Since(major, minor, revision);
        return this;
    }

    @Override
    public RequireModel dynamicPorts(final Consumer<DynamicPortsAdder> ports) {
        m_ports = PortGroups.collect(ports);
        return this;
    }

    @Override
    public DefaultNode model(final Function<RequireModelParameters, DefaultModel> model) {
        final var definition = model.apply(DefaultModel.create()).definition();
        return new DefaultNode(NodeDefinition.of(m_name, m_icon, m_shortDescription, m_fullDescription, m_since,
            m_ports, definition));
    }
}
