// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.epattern.runner.node.NodeBehaviour;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.PortInfo;
import org.epattern.standin.ui.view.NodeView;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** A node of a plugin; flow variables reach it through its settings only. */
record PluginNode(NodeRuntime runtime) implements NodeBehaviour {

    @Override
    public List<PortInfo> inputs() {
        return runtime.inputs();
    }

    @Override
    public List<PortInfo> outputs() {
        return runtime.outputs();
    }

    @Override
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        runtime.loadSettings(model);
    }

    @Override
    public void saveSettings(final NodeSettingsWO model) {
        runtime.saveSettings(model);
    }

    @Override
    public NodeRuntime.Configured configure(final PortObjectSpec[] specs, final Map<String, Variable> variables)
        throws InvalidSettingsException {
        return runtime.configure(specs);
    }

    @Override
    public NodeRuntime.Executed execute(final PortObject[] inputs, final Map<String, Variable> variables,
        final ExecutionContext exec) throws KNIMEException, InvalidSettingsException, CanceledExecutionException {
        return runtime.execute(inputs, exec);
    }

    @Override
    public Optional<NodeView> view(final List<PortObject> internal) {
        return runtime.view(internal);
    }
}
