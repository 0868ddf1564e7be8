// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.epattern.runner.workflow.Issue.Level;
import org.knime.core.node.NodeSettings;

/** Reads the settings.xml of one node and checks that everything is in it that KNIME wants. */
final class NodeReader {

    private static final String TYPE = "node_type";

    private static final String NATIVE = "NativeNode";

    private static final String COMPONENT = "SubNode";

    private final Path m_workflow;

    private final Issues m_issues;

    NodeReader(final Path workflow, final Issues issues) {
        m_workflow = workflow;
        m_issues = issues;
    }

    /**
     * @param entry the node's entry in workflow.knime
     * @param where that entry, for the sentences
     * @return the node; empty if nothing can be made of it
     */
    Optional<SavedNode> read(final NodeSettings entry, final String where) {
        final RequiredKeys keys = new RequiredKeys(entry, where, m_issues);
        final Optional<Integer> id = keys.integer("id");
        final Optional<String> file = keys.string("node_settings_file");
        if (!entry.containsKey("ui_settings")) {
            // without both KNIME has its own idea of the place; with one of them it wants the other
            m_issues.add(entry.containsKey("ui_classname") ? Level.ERROR : Level.ADVICE,
                "The key 'ui_settings' is missing in " + where
                    + ", expected the place of the node, or else KNIME piles the nodes up.");
        }
        if (!isKnownKind(entry, where) || id.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        final Path path = m_workflow.resolve(file.get()).normalize();
        if (!path.startsWith(m_workflow) || path.getParent().equals(m_workflow)) {
            m_issues.add(Level.ERROR, "node_settings_file in " + where + " is '" + file.get()
                + "', expected a file in a folder of its own inside the workflow.");
            return Optional.empty();
        }
        return COMPONENT.equals(entry.getString(TYPE, null)) ? readComponent(id.get(), path)
            : readFile(id.get(), path);
    }

    /**
     * @param folder the folder of a shared component
     * @param issues hears what is wrong
     * @return the component; empty if nothing can be made of it
     */
    static Optional<SavedNode> component(final Path folder, final Issues issues) {
        final Path absolute = folder.toAbsolutePath().normalize();
        return new NodeReader(absolute.getParent(), issues).readComponent(0, absolute.resolve("settings.xml"));
    }

    /** A component has a settings.xml as a node has, and beside it the workflow inside. */
    private Optional<SavedNode> readComponent(final int id, final Path path) {
        final NodeSettings settings;
        try {
            settings = SettingsFiles.read(path);
        } catch (final IOException ex) {
            m_issues.add(Level.ERROR, ex.getMessage());
            return Optional.empty();
        }
        final String where = "'" + shown(path) + "'";
        final RequiredKeys keys = new RequiredKeys(settings, where, m_issues);
        keys.integer("virtual-in-ID");
        keys.integer("virtual-out-ID");
        keys.config("inports");
        keys.config("outports");
        final NodeState state = keys.string("state").map(s -> state(s, where)).orElse(NodeState.CONFIGURED);
        final Optional<SavedWorkflow> inside = WorkflowReader.read(path.getParent(), m_issues);
        return inside.map(i -> new SavedNode(id, path, settings, null,
            path.getParent().getFileName().toString().replaceFirst(" \\(#\\d+\\)$", ""), state, i));
    }

    private boolean isKnownKind(final NodeSettings entry, final String where) {
        final String type = entry.getString(TYPE, null);
        new RequiredKeys(entry, where, m_issues).string(TYPE);
        // KNIME's older flag is set for metanodes and components
        final boolean meta = entry.getBoolean("node_is_meta", false) && !COMPONENT.equals(type);
        if (meta || type != null && !NATIVE.equals(type) && !COMPONENT.equals(type)) {
            m_issues.add(Level.FATAL, where + " is a " + (meta || "MetaNode".equals(type) ? "metanode"
                : "node of type '" + type + "'")
                + ", expected a plain node (NativeNode) or a component (SubNode): workflows with metanodes run in "
                + "KNIME only.");
            return false;
        }
        return true;
    }

    private Optional<SavedNode> readFile(final int id, final Path path) {
        final NodeSettings settings;
        try {
            settings = SettingsFiles.read(path);
        } catch (final IOException ex) {
            m_issues.add(Level.ERROR, ex.getMessage());
            return Optional.empty();
        }
        final String where = "'" + shown(path) + "'";
        final RequiredKeys keys = new RequiredKeys(settings, where, m_issues);
        final Optional<String> factory = keys.string("factory");
        final Optional<String> name = keys.string("node-name");
        keys.string("node-bundle-name");
        keys.string("node-bundle-symbolic-name");
        keys.string("node-bundle-vendor");
        keys.bool("hasContent");
        keys.config("ports");
        keys.config("flow_stack");
        keys.config("filestores").ifPresent(stores -> {
            final RequiredKeys inner = new RequiredKeys(stores, "filestores of " + where, m_issues);
            inner.nullable("file_store_location");
            inner.nullable("file_store_id");
        });
        keys.config("internal_node_subsettings")
            .ifPresent(sub -> new RequiredKeys(sub, "internal_node_subsettings of " + where, m_issues)
                .string("memory_policy"));
        final NodeState state = keys.string("state").map(s -> state(s, where)).orElse(NodeState.CONFIGURED);
        if (state == NodeState.IDLE) {
            m_issues.add(Level.ADVICE, "The state in " + where + " is IDLE, expected CONFIGURED, because IDLE hides "
                + "load errors from -failonloaderror.");
        }
        return Optional.of(new SavedNode(id, path, settings, factory.orElse(null),
            name.orElse(path.getParent().getFileName().toString()), state, null));
    }

    private NodeState state(final String text, final String where) {
        for (final NodeState state : NodeState.values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        m_issues.add(Level.ERROR, "The state in " + where + " is '" + text
            + "', expected IDLE, CONFIGURED or EXECUTED.");
        return NodeState.CONFIGURED;
    }

    private String shown(final Path path) {
        return Files.exists(path) ? m_workflow.getFileName() + "/" + m_workflow.relativize(path) : path.toString();
    }
}
