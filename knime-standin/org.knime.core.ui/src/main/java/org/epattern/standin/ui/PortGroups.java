// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireInputPortName;
import org.knime.node.RequirePorts.RequirePortName;

/** Collects the port groups that a builder is given and makes ports from them. */
public final class PortGroups implements DynamicPortsAdder {

    private final List<PortGroup> m_groups = new ArrayList<>();

    private PortGroups() {
    }

    /**
     * @param ports adds the groups
     * @return the groups in order
     */
    public static List<PortGroup> collect(final Consumer<DynamicPortsAdder> ports) {
        final PortGroups groups = new PortGroups();
        ports.accept(groups);
        return List.copyOf(groups.m_groups);
    }

    /**
     * @param groups the groups of a node
     * @param creationConfig what the workflow stores as {@code node_creation_config}, or null
     * @return types of the ports of each group, in order
     * @throws InvalidSettingsException if the stored config does not fit the groups
     */
    static Map<PortGroup, List<PortType>> ports(final List<PortGroup> groups, final NodeSettingsRO creationConfig)
        throws InvalidSettingsException {
        final Map<PortGroup, List<PortType>> ports = new LinkedHashMap<>();
        for (final PortGroup group : groups) {
            final NodeSettingsRO config = creationConfig != null && creationConfig.containsKey(group.id())
                ? creationConfig.getNodeSettings(group.id()) : null;
            ports.put(group, group.ports(config, id -> ports.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(id)).findFirst().map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalStateException("The port group \"" + group.id()
                    + "\" is bound to \"" + id + "\", which is not a group before it."))));
        }
        return ports;
    }

    @Override
    public DynamicPortsAdder addInputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(name -> description -> new PortModes(
            mode -> add(groupId, new PortGroup.Text(name, description), null, mode)));
        return this;
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(name -> description -> new PortModes(
            mode -> add(groupId, null, new PortGroup.Text(name, description), mode)));
        return this;
    }

    @Override
    public DynamicPortsAdder addInputAndOutputPortGroup(final String groupId,
        final Function<RequireInputPortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(in -> inText -> out -> outText -> new PortModes(
            mode -> add(groupId, new PortGroup.Text(in, inText), new PortGroup.Text(out, outText), mode)));
        return this;
    }

    private void add(final String id, final PortGroup.Text input, final PortGroup.Text output,
        final PortGroup.Mode mode) {
        if (m_groups.stream().anyMatch(group -> group.id().equals(id))) {
            throw new IllegalArgumentException("Two port groups are named \"" + id + "\".");
        }
        m_groups.add(new PortGroup(id, input, output, mode));
    }
}
