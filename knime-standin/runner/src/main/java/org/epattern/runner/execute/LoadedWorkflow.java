// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.epattern.runner.workflow.Connection;
import org.epattern.runner.workflow.KnimeFactories;
import org.epattern.runner.workflow.Loop;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.SavedWorkflow;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;

/** A workflow in memory: its nodes in the order of execution, who feeds whom, and its variables. */
public final class LoadedWorkflow {

    /** Reason of a node that cannot be configured before those that feed it are executed. */
    static final String WAITS = "it waits for the nodes before it";

    private final SavedWorkflow m_saved;

    private final Map<Integer, LoadedNode> m_nodes = new LinkedHashMap<>();

    private final List<Connection> m_connections;

    private final List<Loop> m_loops;

    private final Map<String, Variable> m_variables = new LinkedHashMap<>();

    /**
     * @param saved the workflow on disk
     * @param nodes its nodes in any order
     * @param connections its connections, all between ports that exist, without circles
     */
    LoadedWorkflow(final SavedWorkflow saved, final List<LoadedNode> nodes, final List<Connection> connections) {
        m_saved = saved;
        m_connections = List.copyOf(connections);
        m_loops = Loop.all(saved.nodes(), m_connections).stream().filter(Loop::isSound).toList();
        saved.variables().forEach(v -> m_variables.put(v.name(), v));
        final List<LoadedNode> waiting = new ArrayList<>(nodes);
        while (!waiting.isEmpty()) {
            final LoadedNode next = waiting.stream()
                .filter(n -> feeders(n).stream().allMatch(m_nodes::containsKey)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the connections close a circle"));
            m_nodes.put(next.saved().id(), next);
            waiting.remove(next);
        }
    }

    /** A node and the workflow that it belongs to. */
    record Member(LoadedWorkflow workflow, LoadedNode node) {
    }

    /** @return all nodes that keep results of their own, also those inside components */
    List<Member> members() {
        final List<Member> members = new ArrayList<>();
        for (final LoadedNode node : m_nodes.values()) {
            if (!node.isMissing() && node.behaviour() instanceof ComponentNode component) {
                members.addAll(component.inside().members());
            } else if (!KnimeFactories.COMPONENT_INPUT.is(node.saved().factory())
                && !KnimeFactories.COMPONENT_OUTPUT.is(node.saved().factory())) {
                members.add(new Member(this, node));
            }
        }
        return members;
    }

    /** @return all executed nodes that have a view, also those inside components */
    public List<LoadedNode> nodesWithView() {
        return members().stream().map(Member::node).filter(n -> n.view().isPresent()).toList();
    }

    /** @return ids of the nodes that must come first; a loop begins when all is there that its nodes take from outside */
    private Set<Integer> feeders(final LoadedNode node) {
        final Set<Integer> feeders = new HashSet<>();
        incoming(node).forEach(c -> feeders.add(c.sourceId()));
        loopFrom(node).ifPresent(loop -> {
            final Set<Integer> inside = new HashSet<>(loop.body());
            inside.addAll(loop.ends());
            m_connections.stream().filter(c -> inside.contains(c.destId())).forEach(c -> feeders.add(c.sourceId()));
            feeders.removeAll(inside);
            feeders.remove(loop.start());
        });
        return feeders;
    }

    /** @return the loop that the node begins, if it does */
    Optional<Loop> loopFrom(final LoadedNode node) {
        return m_loops.stream().filter(l -> l.start() == node.saved().id()).findAny();
    }

    /** @return the loops, also those inside others */
    List<Loop> loops() {
        return m_loops;
    }

    /** @return the nodes with those ids, in the order of execution */
    List<LoadedNode> nodes(final Set<Integer> ids) {
        return m_nodes.values().stream().filter(n -> ids.contains(n.saved().id())).toList();
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

    /** @return the variables that a node sees; those that a loop makes are not seen behind its end */
    Map<String, Variable> variablesOf(final LoadedNode node) {
        final Map<String, Variable> variables = new LinkedHashMap<>(m_variables);
        for (final Connection c : incoming(node)) {
            final LoadedNode source = m_nodes.get(c.sourceId());
            final Optional<Loop> ended =
                m_loops.stream().filter(l -> l.end() == source.saved().id()).findAny();
            variables.putAll(ended.isPresent() ? variablesOf(m_nodes.get(ended.get().start())) : source.variables());
        }
        return variables;
    }

    /** @return the nodes before this one that have no results, so that it cannot be executed */
    Optional<LoadedNode> waitsFor(final LoadedNode node) {
        return incoming(node).stream().map(c -> m_nodes.get(c.sourceId()))
            .filter(n -> n.state() != NodeState.EXECUTED).findFirst();
    }

    /** @return the results that a node takes, one per input; null where a port that may stay open is not connected */
    PortObject[] inputs(final LoadedNode node) {
        final PortObject[] inputs = new PortObject[node.inputs().size()];
        for (int i = 0; i < inputs.length; i++) {
            final Optional<Connection> feeding = feeding(node, i);
            if (feeding.isPresent()) {
                inputs[i] = feeding.get().sourcePort() == 0 ? FlowVariablePortObject.INSTANCE
                    : m_nodes.get(feeding.get().sourceId()).objects().get(feeding.get().sourcePort() - 1);
            }
        }
        return inputs;
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
            final Map<String, Variable> variables = variablesOf(node);
            node.applyVariables(variables);
            boolean waits = false;
            for (int i = 0; i < specs.length; i++) {
                final Optional<Connection> feeding = feeding(node, i);
                if (feeding.isEmpty() && node.inputs().get(i).type().isOptional()) {
                    continue;
                }
                if (feeding.isEmpty()) {
                    node.setIdle("its input port " + (i + 1) + " ('" + node.inputs().get(i).name()
                        + "') is not connected");
                    return Optional.empty();
                }
                final LoadedNode source = m_nodes.get(feeding.get().sourceId());
                if (source.state() != NodeState.IDLE) {
                    specs[i] = feeding.get().sourcePort() == 0 ? FlowVariablePortObjectSpec.INSTANCE
                        : source.specs().get(feeding.get().sourcePort() - 1);
                }
                waits |= specs[i] == null;
            }
            if (waits) {
                node.setIdle(WAITS);
                return Optional.empty();
            }
            final NodeRuntime.Configured configured = node.behaviour().configure(specs, variables);
            node.setConfigured(Arrays.asList(configured.specs()));
            return configured.warning();
        } catch (final InvalidSettingsException ex) {
            node.setIdle(ex.getMessage());
            return Optional.empty();
        }
    }
}
