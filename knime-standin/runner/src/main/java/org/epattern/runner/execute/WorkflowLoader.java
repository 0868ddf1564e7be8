// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.epattern.runner.knime.ComponentInput;
import org.epattern.runner.knime.ComponentOutput;
import org.epattern.runner.knime.KnimeNodes;
import org.epattern.runner.node.NodeBehaviour;
import org.epattern.runner.plugins.NodePlugins;
import org.epattern.runner.workflow.Connection;
import org.epattern.runner.workflow.Issue.Level;
import org.epattern.runner.workflow.Issues;
import org.epattern.runner.workflow.KnimeFactories;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.SavedNode;
import org.epattern.runner.workflow.SavedWorkflow;
import org.epattern.runner.workflow.WorkflowRules;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.PortInfo;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;

/**
 * Makes nodes of what {@link org.epattern.runner.workflow.WorkflowReader} read: finds their factories, loads their
 * settings and checks that the connections fit the ports.
 */
public final class WorkflowLoader {

    /** Port 0 of every node. */
    private static final PortInfo VARIABLES =
        new PortInfo("flow variables", "flow variables", "", FlowVariablePortObject.TYPE_OPTIONAL);

    private final NodePlugins m_plugins;

    private final Issues m_issues;

    /**
     * @param plugins where the nodes come from
     * @param issues hears what is wrong
     */
    public WorkflowLoader(final NodePlugins plugins, final Issues issues) {
        m_plugins = plugins;
        m_issues = issues;
    }

    /**
     * @param saved the workflow on disk
     * @return the workflow with nodes that are idle
     */
    public LoadedWorkflow load(final SavedWorkflow saved) {
        WorkflowRules.checkRegistered(saved, m_plugins, m_issues);
        final List<LoadedNode> nodes = new ArrayList<>();
        for (final SavedNode node : saved.nodes()) {
            nodes.add(load(node));
        }
        final List<Connection> connections = fitting(saved.connections(), nodes);
        WorkflowRules.checkLoops(saved, connections, m_issues);
        return new LoadedWorkflow(saved, nodes, connections);
    }

    private LoadedNode load(final SavedNode saved) {
        try {
            final LoadedNode node = new LoadedNode(saved, behaviour(saved).orElse(null));
            if (!node.isMissing()) {
                loadModel(node);
            }
            return node;
        } catch (final InvalidSettingsException ex) {
            throw new IllegalStateException("The settings of " + saved.label() + " changed while they were read.", ex);
        }
    }

    private void loadModel(final LoadedNode node) throws InvalidSettingsException {
        try {
            node.loadModel();
        } catch (final InvalidSettingsException ex) {
            // as in KNIME, where a node that was saved as idle is expected not to load
            final Level level = node.saved().state() == NodeState.IDLE ? Level.WARNING : Level.ERROR;
            m_issues.add(level, "The settings of the node " + node.saved().label() + " ('" + node.saved().settingsFile()
                + "') cannot be loaded, it would run with its defaults: " + sentence(ex.getMessage()));
            node.useDefaults();
        }
    }

    private Optional<NodeBehaviour> behaviour(final SavedNode node) {
        if (node.isComponent()) {
            return component(node);
        }
        if (node.factory() == null) {
            return Optional.empty();
        }
        final Optional<KnimeFactories> knime = KnimeFactories.of(node.factory());
        if (knime.isPresent()) {
            try {
                return Optional.of(KnimeNodes.make(knime.get(), node.settings()));
            } catch (final InvalidSettingsException ex) {
                m_issues.add(Level.ERROR, "The ports of the node " + node.label() + " ('" + node.settingsFile()
                    + "') cannot be loaded: " + sentence(ex.getMessage()));
                return Optional.empty();
            }
        }
        return m_plugins.pluginOf(node.factory()).flatMap(plugin -> {
            try {
                final Object factory =
                    Class.forName(node.factory(), true, plugin.loader()).getConstructor().newInstance();
                final NodeSettings settings = node.settings();
                return Optional.of(new PluginNode(NodeRuntime.create((NodeFactory<?>)factory,
                    settings.containsKey("node_creation_config") ? settings.getNodeSettings("node_creation_config")
                        : null)));
            } catch (final ReflectiveOperationException | LinkageError | IllegalArgumentException
                | IllegalStateException ex) {
                m_issues.add(Level.ERROR, "The factory " + node.factory() + " of the node " + node.label()
                    + " cannot be made from the plugin '" + plugin.location() + "': " + rootMessage(ex));
            } catch (final InvalidSettingsException ex) {
                m_issues.add(Level.ERROR, "The ports of the node " + node.label() + " ('" + node.settingsFile()
                    + "') cannot be loaded: " + sentence(ex.getMessage()));
            }
            return Optional.empty();
        });
    }

    private Optional<NodeBehaviour> component(final SavedNode node) {
        final LoadedWorkflow inside = load(node.inside());
        final Optional<ComponentInput> input =
            boundary(node, inside, "virtual-in-ID", ComponentInput.class);
        final Optional<ComponentOutput> output =
            boundary(node, inside, "virtual-out-ID", ComponentOutput.class);
        return input.isPresent() && output.isPresent()
            ? Optional.of(new ComponentNode(inside, input.get(), output.get())) : Optional.empty();
    }

    private <T> Optional<T> boundary(final SavedNode node, final LoadedWorkflow inside, final String key,
        final Class<T> type) {
        final int id = node.settings().getInt(key, -1);
        final Optional<T> found =
            inside.node(id).filter(n -> !n.isMissing()).map(LoadedNode::behaviour).filter(type::isInstance).map(type::cast);
        if (found.isEmpty()) {
            m_issues.add(Level.ERROR, "The key '" + key + "' of the component " + node.label() + " is " + id
                + ", expected the id of the node inside that stands for its "
                + (type == ComponentInput.class ? "input" : "output") + " ports.");
        }
        return found;
    }

    private static String rootMessage(final Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return sentence(root.toString());
    }

    private List<Connection> fitting(final List<Connection> connections, final List<LoadedNode> nodes) {
        final List<Connection> fitting = new ArrayList<>();
        for (final Connection connection : connections) {
            final Optional<String> fault = fault(connection, nodes);
            if (fault.isPresent()) {
                m_issues.add(Level.ERROR,
                    "The connection " + connection + " is left out: " + fault.get() + ".");
            } else {
                fitting.add(connection);
            }
        }
        return fitting;
    }

    private static Optional<String> fault(final Connection connection, final List<LoadedNode> nodes) {
        final LoadedNode source = find(nodes, connection.sourceId());
        final LoadedNode dest = find(nodes, connection.destId());
        if (source.isMissing() || dest.isMissing()) {
            return Optional.empty();
        }
        if (connection.sourcePort() > source.outputs().size()) {
            return Optional.of("the node " + source.saved().label() + " has " + source.outputs().size()
                + " output port(s)");
        }
        if (connection.destPort() > dest.inputs().size()) {
            return Optional.of("the node " + dest.saved().label() + " has " + dest.inputs().size()
                + " input port(s)");
        }
        final PortInfo from = port(source.outputs(), connection.sourcePort());
        final PortInfo to = port(dest.inputs(), connection.destPort());
        return to.type().isSuperTypeOf(from.type()) ? Optional.empty()
            : Optional.of("the output '" + from.name() + "' is no " + to.type().getName() + ", which the input '"
                + to.name() + "' expects");
    }

    private static PortInfo port(final List<PortInfo> ports, final int number) {
        return number == 0 ? VARIABLES : ports.get(number - 1);
    }

    private static LoadedNode find(final List<LoadedNode> nodes, final int id) {
        return nodes.stream().filter(n -> n.saved().id() == id).findFirst().orElseThrow();
    }

    private static String sentence(final String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
