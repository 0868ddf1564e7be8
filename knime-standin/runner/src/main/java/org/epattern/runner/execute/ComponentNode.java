// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.epattern.runner.knime.ComponentInput;
import org.epattern.runner.knime.ComponentOutput;
import org.epattern.runner.node.NodeBehaviour;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.PortInfo;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** A component: the workflow inside stands in another one as a node. */
final class ComponentNode implements NodeBehaviour {

    private final LoadedWorkflow m_inside;

    private final ComponentInput m_input;

    private final ComponentOutput m_output;

    ComponentNode(final LoadedWorkflow inside, final ComponentInput input, final ComponentOutput output) {
        m_inside = inside;
        m_input = input;
        m_output = output;
    }

    LoadedWorkflow inside() {
        return m_inside;
    }

    @Override
    public List<PortInfo> inputs() {
        return m_input.outputs();
    }

    @Override
    public List<PortInfo> outputs() {
        return m_output.inputs();
    }

    @Override
    public void loadSettings(final NodeSettingsRO model) {
        // its settings are those of the nodes inside
    }

    @Override
    public void saveSettings(final NodeSettingsWO model) {
        // as above
    }

    @Override
    public NodeRuntime.Configured configure(final PortObjectSpec[] specs, final Map<String, Variable> variables)
        throws InvalidSettingsException {
        m_input.arrive(specs, variables.values());
        Optional<String> warning = Optional.empty();
        for (final LoadedNode node : m_inside.nodes()) {
            final Optional<String> said = m_inside.configure(node);
            warning = warning.isPresent() ? warning : said.map(w -> node.saved().label() + ": " + w);
            if (node.state() == NodeState.IDLE && !LoadedWorkflow.WAITS.equals(node.reason())) {
                throw new InvalidSettingsException("the node " + node.saved().label() + " inside is not ready: "
                    + node.reason());
            }
        }
        return new NodeRuntime.Configured(m_output.specs(), warning);
    }

    /** Hands what arrives at the component to the nodes inside, which can be executed then. */
    void arrive(final PortObject[] objects) {
        m_input.arrive(objects);
    }

    /** @return what the component gives when all nodes inside are executed */
    List<PortObject> results() {
        return List.of(m_output.objects());
    }

    @Override
    public NodeRuntime.Executed execute(final PortObject[] inputs, final Map<String, Variable> variables,
        final ExecutionContext exec) {
        throw new IllegalStateException("The nodes inside a component are executed one by one.");
    }

    @Override
    public List<Variable> made() {
        return m_output.variables();
    }
}
