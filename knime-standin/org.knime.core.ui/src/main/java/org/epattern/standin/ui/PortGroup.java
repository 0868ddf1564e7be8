// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortType;

/** A group of ports of the same meaning, as the builder described it. */
public final class PortGroup {

    /**
     * Texts of one side of a group.
     *
     * @param name name of the port
     * @param description XML fragment
     */
    public record Text(String name, String description) {
    }

    /** How many ports a group has. */
    interface Mode {

        /**
         * @param group name of the group, for messages
         * @param config what the workflow stores for it, or null
         * @param types gives the ports of the groups before it
         * @return types of the ports
         * @throws InvalidSettingsException if the stored config is not one of this group
         */
        List<PortType> ports(String group, NodeSettingsRO config, PortTypesByGroup types)
            throws InvalidSettingsException;

        /** @return whether the user can change the ports */
        boolean isConfigurable();
    }

    /** Gives the ports of other groups. */
    interface PortTypesByGroup {

        /**
         * @param group name of a group
         * @return types of its ports
         */
        List<PortType> of(String group);
    }

    private final String m_id;

    private final Text m_input;

    private final Text m_output;

    private final Mode m_mode;

    PortGroup(final String id, final Text input, final Text output, final Mode mode) {
        m_id = id;
        m_input = input;
        m_output = output;
        m_mode = mode;
    }

    /** @return the name of the group in stored workflows */
    public String id() {
        return m_id;
    }

    /** @return whether the group has input ports */
    public boolean hasInput() {
        return m_input != null;
    }

    /** @return whether the group has output ports */
    public boolean hasOutput() {
        return m_output != null;
    }

    /** @return texts of the input ports, or null */
    public Text input() {
        return m_input;
    }

    /** @return texts of the output ports, or null */
    public Text output() {
        return m_output;
    }

    /** @return whether the user can add, remove or change ports */
    public boolean isConfigurable() {
        return m_mode.isConfigurable();
    }

    List<PortType> ports(final NodeSettingsRO config, final PortTypesByGroup types) throws InvalidSettingsException {
        return m_mode.ports(m_id, config, types);
    }
}
