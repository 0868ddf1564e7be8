// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.epattern.runner.node.NodeBehaviour;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.SavedNode;
import org.epattern.runner.workflow.Variable;
import org.epattern.runner.workflow.VariableOverrides;
import org.epattern.standin.NodeEnvironment;
import org.epattern.standin.ui.PortInfo;
import org.epattern.standin.ui.view.NodeView;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBaseWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** A node in memory: its settings, its state, and what its output ports give. */
public final class LoadedNode {

    private static final String MODEL = "model";

    private final SavedNode m_saved;

    private final NodeBehaviour m_behaviour;

    private final Map<String, VariableOverrides.Override> m_overrides;

    private NodeSettings m_model;

    private boolean m_modelChanged;

    private NodeState m_state = NodeState.IDLE;

    private String m_reason = "";

    private List<PortObjectSpec> m_specs = List.of();

    private List<PortObject> m_objects = List.of();

    private List<PortObject> m_internal = List.of();

    private Map<String, Variable> m_variables = Map.of();

    private NodeEnvironment m_environment;

    /**
     * @param saved the node on disk
     * @param behaviour what it does; null if the node is missing
     * @throws InvalidSettingsException never for a node whose settings were read from a file
     */
    LoadedNode(final SavedNode saved, final NodeBehaviour behaviour) throws InvalidSettingsException {
        m_saved = saved;
        m_behaviour = behaviour;
        m_overrides = VariableOverrides.of(saved.settings());
        m_model = saved.settings().containsKey(MODEL) ? saved.settings().getNodeSettings(MODEL) : null;
    }

    /** @return the node on disk */
    public SavedNode saved() {
        return m_saved;
    }

    /** @return whether there is no plugin for it */
    boolean isMissing() {
        return m_behaviour == null;
    }

    /** @return what the node does, which must not be missing */
    NodeBehaviour behaviour() {
        return m_behaviour;
    }

    /** @return input ports; none if the node is missing */
    List<PortInfo> inputs() {
        return isMissing() ? List.of() : m_behaviour.inputs();
    }

    /** @return output ports; none if the node is missing */
    public List<PortInfo> outputs() {
        return isMissing() ? List.of() : m_behaviour.outputs();
    }

    /** @return its settings without those of variables; empty if the node makes them of its input */
    public Optional<NodeSettings> model() {
        return Optional.ofNullable(m_model);
    }

    /** @return whether its settings differ from those on disk */
    public boolean isModelChanged() {
        return m_modelChanged;
    }

    /** Loads the settings as they are stored. */
    void loadModel() throws InvalidSettingsException {
        m_behaviour.loadSettings(m_model);
    }

    /** Takes other settings and forgets results. */
    void changeModel(final NodeSettings model) {
        m_model = model;
        m_modelChanged = true;
    }

    /** Takes the node's defaults in place of settings that cannot be loaded. */
    void useDefaults() throws InvalidSettingsException {
        m_behaviour.loadSettings(null);
        m_model = null;
    }

    /**
     * Loads the settings with the values of variables put in.
     *
     * @param variables what the node can see
     * @throws InvalidSettingsException with a sentence
     */
    void applyVariables(final Map<String, Variable> variables) throws InvalidSettingsException {
        final Map<String, Variable> outgoing = new LinkedHashMap<>(variables);
        if (!m_overrides.isEmpty()) {
            final NodeSettings model = new NodeSettings(MODEL);
            if (m_model == null) {
                m_behaviour.loadSettings(null);
                m_behaviour.saveSettings(model);
            } else {
                m_model.copyTo((ConfigBaseWO)model);
            }
            VariableOverrides.apply(m_overrides, model, variables);
            m_behaviour.loadSettings(model);
            VariableOverrides.exposed(m_overrides, model).forEach(v -> outgoing.put(v.name(), v));
        }
        m_variables = outgoing;
    }

    /** @return the variables that the next nodes can see */
    Map<String, Variable> variables() {
        if (isMissing() || m_behaviour.made().isEmpty()) {
            return m_variables;
        }
        final Map<String, Variable> variables = new LinkedHashMap<>(m_variables);
        m_behaviour.made().forEach(v -> variables.put(v.name(), v));
        return variables;
    }

    /** @return its state */
    public NodeState state() {
        return m_state;
    }

    /** @return one sentence: why it is not configured or not executed; may be empty */
    String reason() {
        return m_reason;
    }

    /** @return what configure found out, one per output port, each may be null; none if idle */
    List<PortObjectSpec> specs() {
        return m_specs;
    }

    /** @return its results, one per output port; none if not executed */
    public List<PortObject> objects() {
        return m_objects;
    }

    /** @return what it kept for its view; none if not executed */
    List<PortObject> internal() {
        return m_internal;
    }

    /** @return its view; empty if it has none or is not executed */
    public Optional<NodeView> view() {
        return isMissing() || m_state != NodeState.EXECUTED ? Optional.empty() : m_behaviour.view(m_internal);
    }

    /** @return holds the files of results that were made in this run */
    Optional<NodeEnvironment> environment() {
        return Optional.ofNullable(m_environment);
    }

    /** Tells it before it is executed where it is to keep results. */
    void setEnvironment(final NodeEnvironment environment) {
        m_environment = environment;
    }

    void setIdle(final String reason) {
        m_state = NodeState.IDLE;
        m_reason = reason;
        m_specs = List.of();
        m_objects = List.of();
        m_internal = List.of();
    }

    void setConfigured(final List<PortObjectSpec> specs) {
        m_state = NodeState.CONFIGURED;
        m_reason = "";
        m_specs = specs;
        m_objects = List.of();
        m_internal = List.of();
    }

    /**
     * @param objects the results
     * @param environment holds their files; null if they were loaded with the workflow or made inside a component
     */
    void setExecuted(final List<PortObject> objects, final NodeEnvironment environment) {
        setExecuted(objects, List.of(), environment);
    }

    /**
     * @param objects the results
     * @param internal what the node kept for its view
     * @param environment as above
     */
    void setExecuted(final List<PortObject> objects, final List<PortObject> internal,
        final NodeEnvironment environment) {
        m_internal = internal;
        m_environment = environment;
        m_state = NodeState.EXECUTED;
        m_reason = "";
        m_objects = objects;
        m_specs = objects.stream().map(PortObject::getSpec).toList();
    }
}
