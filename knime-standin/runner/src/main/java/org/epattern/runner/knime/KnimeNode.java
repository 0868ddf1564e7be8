// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import java.util.List;
import java.util.Optional;

import org.epattern.runner.node.NodeBehaviour;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.PortInfo;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.config.base.ConfigBaseWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;

/** What the nodes of KNIME that the runner knows have in common: ports, and settings that are kept as they are. */
abstract class KnimeNode implements NodeBehaviour {

    private final List<PortInfo> m_inputs;

    private final List<PortInfo> m_outputs;

    private NodeSettings m_model = new NodeSettings("model");

    KnimeNode(final List<PortInfo> inputs, final List<PortInfo> outputs) {
        m_inputs = List.copyOf(inputs);
        m_outputs = List.copyOf(outputs);
    }

    static PortInfo table(final String name) {
        return port(name, BufferedDataTable.TYPE);
    }

    static PortInfo variables(final String name, final boolean optional) {
        return port(name, optional ? FlowVariablePortObject.TYPE_OPTIONAL : FlowVariablePortObject.TYPE);
    }

    static PortInfo port(final String name, final PortType type) {
        return new PortInfo(name, name, "", type);
    }

    @Override
    public final List<PortInfo> inputs() {
        return m_inputs;
    }

    @Override
    public final List<PortInfo> outputs() {
        return m_outputs;
    }

    /** Keeps the settings; subclasses check them first. */
    final void keep(final NodeSettingsRO model) {
        final NodeSettings copy = new NodeSettings("model");
        if (model instanceof NodeSettings settings) {
            settings.copyTo((ConfigBaseWO)copy);
        }
        m_model = copy;
    }

    @Override
    public final void saveSettings(final NodeSettingsWO model) {
        m_model.copyTo((ConfigBaseWO)model);
    }

    static NodeRuntime.Configured configured(final PortObjectSpec... specs) {
        return new NodeRuntime.Configured(specs, Optional.empty());
    }

    static NodeRuntime.Executed executed(final PortObject... objects) {
        return new NodeRuntime.Executed(objects, new PortObject[0], Optional.empty(), List.of());
    }
}
