// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import java.util.List;
import java.util.Map;

import org.epattern.runner.workflow.ComponentPorts;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** The node inside a component that takes what the component's output ports give. */
public final class ComponentOutput extends KnimeNode {

    private VariableFilter m_filter = VariableFilter.NONE;

    private PortObjectSpec[] m_specs;

    private PortObject[] m_objects;

    private List<Variable> m_variables = List.of();

    ComponentOutput(final NodeSettings settings) throws InvalidSettingsException {
        super(ComponentPorts.inside(settings, "Output"), List.of());
        m_specs = new PortObjectSpec[inputs().size()];
        m_objects = new PortObject[inputs().size()];
    }

    /** @return what is known of the outputs since the last configure, one per port, null where unknown */
    public PortObjectSpec[] specs() {
        return m_specs.clone();
    }

    /** @return what the outputs give since the last execute, one per port */
    public PortObject[] objects() {
        return m_objects.clone();
    }

    /** @return the flow variables inside that the node lets out */
    public List<Variable> variables() {
        return m_variables;
    }

    @Override
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        m_filter = model == null ? VariableFilter.NONE
            : VariableFilter.read(model.getNodeSettings("variable-filter"));
        keep(model);
    }

    @Override
    public NodeRuntime.Configured configure(final PortObjectSpec[] specs, final Map<String, Variable> variables) {
        m_specs = specs.clone();
        m_variables = m_filter.apply(variables.values());
        return configured();
    }

    @Override
    public NodeRuntime.Executed execute(final PortObject[] inputs, final Map<String, Variable> variables,
        final ExecutionContext exec) {
        m_objects = inputs.clone();
        return executed();
    }
}
