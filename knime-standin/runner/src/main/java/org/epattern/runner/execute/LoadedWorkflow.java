// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.epattern.runner.workflow.Connection;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.SavedWorkflow;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;

/** A workflow in memory: its nodes in the order of execution, who feeds whom, and its variables. */
public final class LoadedWorkflow {

    private final SavedWorkflow m_saved;

    private final Map<Integer, LoadedNode> m_nodes = new LinkedHashMap<>();

    private final List<Connection> m_connections;

    private final Map<String, Variable> m_variables = new LinkedHashMap<>();

    /**
     * @param saved the workflow on disk
     * @param nodes its nodes in any order
     * @param connections its connections, all between ports that exist, without circles
     */
    LoadedWorkflow(final SavedWorkflow saved, final List<LoadedNode> nodes, final List<Connection> connections) {
        m_saved = saved;
        m_connections = List.copyOf(connections);
        saved.variables().forEach(v -> m_variables.put(v.name(), v));
        final List<LoadedNode> waiting = new ArrayList<>(nodes);
        while (!waiting.isEmpty()) {
            final LoadedNode next = waiting.stream()
                .filter(n -> incoming(n).stream().allMatch(c -> m_nodes.containsKey(c.sourceId()))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the connections close a circle"));
            m_nodes.put(next.saved().id(), next);
            waiting.remove(next);
        }
    }

    /** @return the workflow on disk */
    public SavedWorkflow saved() {
        return m_saved;
    }

    /** @return all nodes; each comes after those that feed it */
    public List<LoadedNode> nodes() {
        return List.copyOf(m_nodes.values());
    }

    /**
     * @param id of a node
     * @return the node
     */
    Optional<LoadedNode> node(final int id) {
        return Optional.ofNullable(m_nodes.get(id));
    }

    /** @return the variables of the workflow with their present values */
    public List<Variable> variables() {
        return List.copyOf(m_variables.values());
    }

    /** @return whether the workflow declared the variable */
    boolean setVariable(final Variable variable) {
        return m_variables.put(variable.name(), variable) != null;
    }

    /** @return the connections that end at a node */
    public List<Connection> incoming(final LoadedNode node) {
        return m_connections.stream().filter(c -> c.destId() == node.saved().id()).toList();
    }

    /** @return the node and port that feed a data input, counted from 0 */
    Optional<Connection> feeding(final LoadedNode node, final int input) {
        return incoming(node).stream().filter(c -> c.destPort() == input + 1).findFirst();
    }

    private Map<String, Variable> variablesOf(final LoadedNode node) {
        final Map<String, Variable> variables = new LinkedHashMap<>(m_variables);
        incoming(node).forEach(c -> variables.putAll(m_nodes.get(c.sourceId()).variables()));
        return variables;
    }

    /**
     * Configures a node with what is known at its inputs now. What is missing makes it IDLE with a reason.
     *
     * @param node a node that is not executed
     * @return a warning of the node
     */
    Optional<String> configure(final LoadedNode node) {
        if (node.isMissing()) {
            node.setIdle("its plugin is missing");
            return Optional.empty();
        }
        final PortObjectSpec[] specs = new PortObjectSpec[node.inputs().size()];
        try {
            node.applyVariables(variablesOf(node));
            for (int i = 0; i < specs.length; i++) {
                final Optional<Connection> feeding = feeding(node, i);
                if (feeding.isEmpty()) {
                    node.setIdle("its input port " + (i + 1) + " ('" + node.inputs().get(i).name()
                        + "') is not connected");
                    return Optional.empty();
                }
                final LoadedNode source = m_nodes.get(feeding.get().sourceId());
                specs[i] = source.state() == NodeState.IDLE ? null
                    : source.specs().get(feeding.get().sourcePort() - 1);
            }
            if (Arrays.stream(specs).anyMatch(Objects::isNull)) {
                node.setIdle("it waits for the nodes before it");
                return Optional.empty();
            }
            final NodeRuntime.Configured configured = node.runtime().configure(specs);
            node.setConfigured(Arrays.asList(configured.specs()));
            return configured.warning();
        } catch (final InvalidSettingsException ex) {
            node.setIdle(ex.getMessage());
            return Optional.empty();
        }
    }
}
