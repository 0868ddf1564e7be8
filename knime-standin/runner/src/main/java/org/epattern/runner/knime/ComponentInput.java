// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import java.util.Collection;
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

/** The node inside a component that gives what arrives at the component's input ports. */
public final class ComponentInput extends KnimeNode {

    private VariableFilter m_filter = VariableFilter.NONE;

    private PortObjectSpec[] m_specs;

    private PortObject[] m_objects;

    private List<Variable> m_variables = List.of();

    ComponentInput(final NodeSettings settings) throws InvalidSettingsException {
        super(List.of(), ComponentPorts.inside(settings, "Input"));
        m_specs = new PortObjectSpec[outputs().size()];
        m_objects = new PortObject[outputs().size()];
    }

    /**
     * Hands over what is known at the component's inputs.
     *
     * @param specs one per port, null where unknown
     * @param variables flow variables outside; only those go in that the node lets through
     */
    public void arrive(final PortObjectSpec[] specs, final Collection<Variable> variables) {
        m_specs = specs.clone();
        m_variables = m_filter.apply(variables);
    }

    /**
     * Hands over what arrives at the component's inputs.
     *
     * @param objects one per port
     */
    public void arrive(final PortObject[] objects) {
        m_objects = objects.clone();
    }

    @Override
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        m_filter = model == null ? VariableFilter.NONE
            : VariableFilter.read(model.getNodeSettings("variable-filter"));
        keep(model);
    }

    @Override
    public NodeRuntime.Configured configure(final PortObjectSpec[] specs, final Map<String, Variable> variables) {
        return configured(m_specs.clone());
    }

    @Override
    public NodeRuntime.Executed execute(final PortObject[] inputs, final Map<String, Variable> variables,
        final ExecutionContext exec) {
        return executed(m_objects.clone());
    }

    @Override
    public List<Variable> made() {
        return m_variables;
    }
}
