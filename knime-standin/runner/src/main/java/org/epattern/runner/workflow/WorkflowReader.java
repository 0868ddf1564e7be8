// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.epattern.runner.workflow.Issue.Level;
import org.knime.core.node.NodeSettings;

/**
 * Reads a workflow folder as KNIME does: workflow.knime, then the settings.xml of each node. What is wrong is collected
 * and not thrown, so that the user sees all of it at once.
 */
public final class WorkflowReader {

    private final Path m_folder;

    private final Issues m_issues;

    private final String m_where;

    private WorkflowReader(final Path folder, final Issues issues) {
        m_folder = folder.toAbsolutePath().normalize();
        m_issues = issues;
        m_where = folder.resolve(SavedWorkflow.FILE).toString();
    }

    /**
     * @param folder the folder that holds workflow.knime
     * @param issues hears what is wrong
     * @return what could be read; empty exactly if there is an issue of level FATAL
     */
    public static Optional<SavedWorkflow> read(final Path folder, final Issues issues) {
        final Optional<SavedWorkflow> workflow = new WorkflowReader(folder, issues).read();
        return issues.has(Level.FATAL) ? Optional.empty() : workflow;
    }

    private Optional<SavedWorkflow> read() {
        if (!Files.isRegularFile(m_folder.resolve(SavedWorkflow.FILE))) {
            m_issues.add(Level.FATAL,
                "'" + m_folder + "' is no workflow: it holds no file " + SavedWorkflow.FILE + ".");
            return Optional.empty();
        }
        final NodeSettings file;
        try {
            file = SettingsFiles.read(m_folder.resolve(SavedWorkflow.FILE));
        } catch (final IOException ex) {
            m_issues.add(Level.FATAL, ex.getMessage());
            return Optional.empty();
        }
        WorkflowVersion.check(file, m_where, m_issues);
        final RequiredKeys keys = new RequiredKeys(file, "'" + m_where + "'", m_issues);
        keys.string("state");
        keys.config("workflow_credentials");
        final List<Variable> variables = VariablesReader.read(file, m_where, m_issues);
        final List<SavedNode> nodes = keys.config("nodes").map(this::nodes).orElse(List.of());
        final List<Connection> connections =
            keys.config("connections").map(c -> connections(c, nodes)).orElse(List.of());
        return Optional.of(new SavedWorkflow(m_folder, file, variables, nodes, connections));
    }

    private List<SavedNode> nodes(final NodeSettings settings) {
        final NodeReader reader = new NodeReader(m_folder, m_issues);
        final Map<Integer, SavedNode> nodes = new LinkedHashMap<>();
        for (final String key : settings) {
            final String where = "nodes/" + key + " of '" + m_where + "'";
            final Optional<NodeSettings> entry =
                new RequiredKeys(settings, "nodes of '" + m_where + "'", m_issues).config(key);
            entry.flatMap(e -> reader.read(e, where)).ifPresent(node -> {
                if (nodes.putIfAbsent(node.id(), node) != null) {
                    m_issues.add(Level.ERROR, "The id " + node.id() + " in " + where
                        + " belongs to another node already, expected an id of its own.");
                }
            });
        }
        return List.copyOf(nodes.values());
    }

    /** A connection that cannot be made is a load error; without -failonloaderror its node is just not executed. */
    private List<Connection> connections(final NodeSettings settings, final List<SavedNode> nodes) {
        final Set<Integer> ids = new HashSet<>();
        nodes.forEach(n -> ids.add(n.id()));
        final Set<List<Integer>> taken = new HashSet<>();
        final List<Connection> connections = new ArrayList<>();
        for (final String key : settings) {
            final Optional<NodeSettings> entry =
                new RequiredKeys(settings, "connections of '" + m_where + "'", m_issues).config(key);
            final Optional<Connection> connection = entry.flatMap(e -> connection(e, key));
            if (connection.isEmpty()) {
                continue;
            }
            final Connection c = connection.get();
            final String sentence = "The connection " + c + " (connections/" + key + " of '" + m_where + "') is left "
                + "out: ";
            if (!ids.contains(c.sourceId()) || !ids.contains(c.destId())) {
                m_issues.add(Level.ERROR, sentence + "there is no node "
                    + (ids.contains(c.sourceId()) ? c.destId() : c.sourceId()) + ".");
            } else if (c.sourcePort() < 0 || c.destPort() < 0 || c.sourceId() == c.destId()) {
                m_issues.add(Level.ERROR, sentence + "it is no line from one node to another.");
            } else if (c.destPort() == 0 != (c.sourcePort() == 0) && !isVariablePort(c, nodes)) {
                m_issues.add(Level.ERROR, sentence + "port 0 is for flow variables, tables start at port 1.");
            } else if (!taken.add(List.of(c.destId(), c.destPort()))) {
                m_issues.add(Level.ERROR, sentence + "another connection ends at this port already.");
            } else {
                connections.add(c);
            }
        }
        return withoutCycles(connections);
    }

    /** Some nodes of KNIME have a port for flow variables beside port 0; which one, the loader knows. */
    private static boolean isVariablePort(final Connection c, final List<SavedNode> nodes) {
        final int id = c.destPort() == 0 ? c.sourceId() : c.destId();
        return nodes.stream().anyMatch(n -> n.id() == id && KnimeFactories.of(n.factory()).isPresent());
    }

    private Optional<Connection> connection(final NodeSettings entry, final String key) {
        final RequiredKeys keys =
            new RequiredKeys(entry, "connections/" + key + " of '" + m_where + "'", m_issues);
        final Optional<Integer> source = keys.integer("sourceID");
        final Optional<Integer> sourcePort = keys.integer("sourcePort");
        final Optional<Integer> dest = keys.integer("destID");
        final Optional<Integer> destPort = keys.integer("destPort");
        if (source.isEmpty() || sourcePort.isEmpty() || dest.isEmpty() || destPort.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Connection(source.get(), sourcePort.get(), dest.get(), destPort.get()));
    }

    /** Adds one connection after the other, and leaves out those that close a circle. */
    private List<Connection> withoutCycles(final List<Connection> all) {
        final List<Connection> kept = new ArrayList<>();
        for (final Connection c : all) {
            if (reaches(c.destId(), c.sourceId(), kept)) {
                m_issues.add(Level.ERROR, "The connection " + c + " in '" + m_where
                    + "' is left out: it closes a circle of nodes.");
            } else {
                kept.add(c);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean reaches(final int from, final int to, final List<Connection> connections) {
        return from == to || connections.stream()
            .anyMatch(c -> c.sourceId() == from && reaches(c.destId(), to, connections));
    }
}
