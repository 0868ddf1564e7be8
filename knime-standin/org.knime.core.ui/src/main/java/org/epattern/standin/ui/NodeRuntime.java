// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.epattern.standin.ui.view.NodeView;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** One node of a workflow: its ports, its settings, and the steps configure and execute; not for several threads. */
public final class NodeRuntime {

    /**
     * Result of configure.
     *
     * @param specs one per output port; null where it is unknown until the node has run
     * @param warning one sentence for the user
     */
    public record Configured(PortObjectSpec[] specs, Optional<String> warning) {
    }

    /**
     * Result of execute.
     *
     * @param objects one per output port, none null
     * @param internal what the node keeps for its view
     * @param warning one sentence for the user
     * @param mismatches one sentence for each output that does not fit its configured spec
     */
    public record Executed(PortObject[] objects, PortObject[] internal, Optional<String> warning,
        List<String> mismatches) {
    }

    private final NodeDefinition m_definition;

    private final List<PortInfo> m_inputs;

    private final List<PortInfo> m_outputs;

    private final NodeWork m_work;

    private NodeParameters m_parameters;

    private PortObjectSpec[] m_configured;

    private NodeRuntime(final NodeDefinition definition, final List<PortInfo> inputs, final List<PortInfo> outputs) {
        m_definition = definition;
        m_inputs = List.copyOf(inputs);
        m_outputs = List.copyOf(outputs);
        m_work = NodeWork.of(definition, types(inputs), types(outputs));
    }

    /**
     * Makes a node with the ports that a new one has.
     *
     * @param factory a factory made with the node builder
     * @return the node
     * @throws IllegalArgumentException if the factory is of another kind
     * @throws IllegalStateException if the factory breaks a rule of the platform
     */
    public static NodeRuntime create(final NodeFactory<?> factory) {
        try {
            return create(factory, null);
        } catch (final InvalidSettingsException impossible) {
            throw new IllegalStateException("A node without stored ports refuses them.", impossible);
        }
    }

    /**
     * Makes a node with the ports that a workflow stores.
     *
     * @param factory a factory made with the node builder
     * @param creationConfig the config {@code node_creation_config} of the node's settings, or null if absent
     * @return the node
     * @throws InvalidSettingsException if the config does not fit the node's port groups
     * @throws IllegalArgumentException if the factory is of another kind
     * @throws IllegalStateException if the factory breaks a rule of the platform
     */
    public static NodeRuntime create(final NodeFactory<?> factory, final NodeSettingsRO creationConfig)
        throws InvalidSettingsException {
        if (!(factory instanceof DefinesNode node)) {
            throw new IllegalArgumentException(factory.getClass().getName() + " is not a DefaultNodeFactory.");
        }
        final NodeDefinition definition = node.standInDefinition();
        final List<PortInfo> inputs = new ArrayList<>();
        final List<PortInfo> outputs = new ArrayList<>();
        for (final Map.Entry<PortGroup, List<PortType>> ports : PortGroups
            .ports(definition.portGroups(), creationConfig).entrySet()) {
            final PortGroup group = ports.getKey();
            for (final PortType type : ports.getValue()) {
                if (group.hasInput()) {
                    inputs.add(port(group, group.input(), type));
                }
                if (group.hasOutput()) {
                    outputs.add(port(group, group.output(), type));
                }
            }
        }
        return new NodeRuntime(definition, inputs, outputs);
    }

    private static PortInfo port(final PortGroup group, final PortGroup.Text text, final PortType type) {
        return new PortInfo(group.id(), text.name(), text.description(), type);
    }

    private static PortType[] types(final List<PortInfo> ports) {
        return ports.stream().map(PortInfo::type).toArray(PortType[]::new);
    }

    /** @return what the node's builder was given */
    public NodeDefinition definition() {
        return m_definition;
    }

    /** @return the data input ports, counted from 0 */
    public List<PortInfo> inputs() {
        return m_inputs;
    }

    /** @return the data output ports, counted from 0 */
    public List<PortInfo> outputs() {
        return m_outputs;
    }

    /** @return the settings in use, if loaded or made by configure */
    public Optional<NodeParameters> parameters() {
        return Optional.ofNullable(m_parameters);
    }

    /**
     * Loads and validates the settings; on failure the former ones stay.
     *
     * @param model the config {@code model} of the node's settings; null if absent, then the next configure makes
     *            settings from the input specs
     * @throws InvalidSettingsException if a key is missing, or a value has the wrong type or is not valid
     */
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        final var type = m_definition.model().parameters();
        NodeParameters loaded = null;
        if (model != null && type.isPresent()) {
            loaded = ParametersPersistence.load(type.get(), model);
            loaded.validate();
        }
        m_parameters = loaded;
        m_configured = null;
    }

    /**
     * Writes the settings in use, or default ones if there are none yet.
     *
     * @param model where to write
     */
    public void saveSettings(final NodeSettingsWO model) {
        m_definition.model().parameters().ifPresent(type -> ParametersPersistence.save(
            m_parameters == null ? ParametersPersistence.createDefault(type, null) : m_parameters, model));
    }

    /**
     * Computes the output specs.
     *
     * @param inSpecs one per input port; null only where the port's type is optional
     * @return the specs
     * @throws InvalidSettingsException with one sentence for the user
     * @throws IllegalArgumentException if a spec is missing or there are too few or too many
     * @throws IllegalStateException if the node breaks a rule of the platform
     */
    public Configured configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        checkInputs(inSpecs, "spec");
        m_configured = null;
        if (m_parameters == null && m_definition.model().parameters().isPresent()) {
            final NodeParameters made = ParametersPersistence.createDefault(m_definition.model().parameters().get(),
                new PortsInput(types(m_inputs), inSpecs, types(m_outputs)));
            made.validate();
            m_parameters = made;
        }
        final Configured configured = m_work.configure(m_parameters, inSpecs.clone());
        m_configured = configured.specs().clone();
        return configured;
    }

    /**
     * Computes the output data.
     *
     * @param inObjects one per input port; null only where the port's type is optional
     * @param exec for progress, cancellation and new tables
     * @return the data
     * @throws CanceledExecutionException if the user stopped the node
     * @throws KNIMEException with a message for the user
     * @throws InvalidSettingsException if the settings do not fit the input
     * @throws IllegalArgumentException if an object is missing or there are too few or too many
     * @throws IllegalStateException if the node is not configured or breaks a rule of the platform
     */
    public Executed execute(final PortObject[] inObjects, final ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        if (m_configured == null) {
            throw new IllegalStateException("The node \"" + m_definition.name() + "\" is not configured.");
        }
        checkInputs(inObjects, "object");
        final Executed executed = m_work.execute(m_parameters, inObjects.clone(), exec);
        exec.checkCanceled();
        return OutputCheck.checked(executed, m_definition.name(), m_outputs, m_configured);
    }

    /**
     * @param internal what the node kept when it was executed
     * @return its view, if it has one
     */
    public Optional<NodeView> view(final List<PortObject> internal) {
        return m_definition.view().map(definition -> new NodeView(definition, internal));
    }

    private void checkInputs(final Object[] given, final String what) {
        if (given.length != m_inputs.size()) {
            throw new IllegalArgumentException("The node \"" + m_definition.name() + "\" has " + m_inputs.size()
                + " input ports but gets " + given.length + " " + what + "s.");
        }
        for (int i = 0; i < given.length; i++) {
            if (given[i] == null && !m_inputs.get(i).type().isOptional()) {
                throw new IllegalArgumentException("The input port \"" + m_inputs.get(i).name() + "\" of the node \""
                    + m_definition.name() + "\" has no " + what + ".");
            }
        }
    }
}
