// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.epattern.runner.plugins.NodePlugins;
import org.epattern.runner.plugins.Plugin;
import org.epattern.runner.workflow.Issue.Level;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * All rules that a workflow folder must follow so that KNIME 5.8 opens it and its batch executor runs it with
 * {@code -failonloaderror}, and those that make it fit to be given to others. Nothing is executed.
 */
public final class WorkflowRules {

    /** Beginning of the names of nodes that write files. */
    private static final String WRITER = "Save ";

    /** A path that exists on one machine only: /home/…, C:\…, file:/…. */
    private static final Pattern ABSOLUTE = Pattern.compile("/[^/].*|[A-Za-z]:[\\\\/].*|file:/.*");

    private static final String RELATIVE_URL = "knime://knime.workflow/";

    private WorkflowRules() {
    }

    /**
     * @param folder the folder that holds workflow.knime
     * @param plugins where the nodes come from; null: do not check that they are registered
     * @return a sentence for each broken rule, none if all is well
     */
    public static List<String> check(final Path folder, final NodePlugins plugins) {
        final Issues issues = new Issues();
        final Optional<SavedWorkflow> workflow = WorkflowReader.read(folder, issues);
        if (workflow.isPresent()) {
            if (plugins != null) {
                checkRegisteredTree(workflow.get(), plugins, issues);
            }
            checkTree(workflow.get(), issues);
        }
        return issues.all().stream().map(Issue::sentence).toList();
    }

    /**
     * @param folder the folder of a shared component, which holds template.knime
     * @param plugins where the nodes come from; null: do not check that they are registered
     * @return a sentence for each broken rule, none if all is well
     */
    public static List<String> checkTemplate(final Path folder, final NodePlugins plugins) {
        final Issues issues = new Issues();
        final Optional<SavedNode> component = ComponentRules.checkTemplate(folder, issues);
        if (component.isPresent()) {
            if (plugins != null) {
                checkRegisteredTree(component.get().inside(), plugins, issues);
            }
            checkTree(component.get().inside(), issues);
        }
        return issues.all().stream().map(Issue::sentence).toList();
    }

    private static void checkRegisteredTree(final SavedWorkflow workflow, final NodePlugins plugins,
        final Issues issues) {
        checkRegistered(workflow, plugins, issues);
        workflow.nodes().stream().filter(SavedNode::isComponent)
            .forEach(n -> checkRegisteredTree(n.inside(), plugins, issues));
    }

    /**
     * Checks that the factory of each node is registered by a plugin.
     *
     * @param workflow the workflow
     * @param plugins where the nodes come from
     * @param issues hears what is wrong
     */
    public static void checkRegistered(final SavedWorkflow workflow, final NodePlugins plugins, final Issues issues) {
        for (final SavedNode node : workflow.nodes()) {
            if (node.isComponent() || node.factory() == null) {
                continue; // what is inside a component is checked when that is loaded
            }
            final Optional<KnimeFactories> knime = KnimeFactories.of(node.factory());
            if (knime.isPresent()) {
                checkSame(node, "node-bundle-symbolic-name", knime.get().bundle(), issues);
                continue;
            }
            final Optional<Plugin> plugin = plugins.pluginOf(node.factory());
            if (plugin.isEmpty()) {
                issues.add(Level.ERROR, "The node " + node.label() + " is missing: its factory " + node.factory()
                    + " is registered by no plugin (" + plugins.describe() + ").");
            } else {
                checkBundle(node, plugin.get(), issues);
            }
        }
    }

    /**
     * Checks that each loop has one end and each end one loop.
     *
     * @param workflow the workflow
     * @param connections those of its connections that can be made
     * @param issues hears what is wrong
     */
    public static void checkLoops(final SavedWorkflow workflow, final List<Connection> connections,
        final Issues issues) {
        final List<Loop> loops = Loop.all(workflow.nodes(), connections);
        for (final SavedNode node : workflow.nodes()) {
            if (KnimeFactories.LOOP_START.is(node.factory())) {
                final int ends = loops.stream().filter(l -> l.start() == node.id()).findAny().orElseThrow().ends().size();
                if (ends != 1) {
                    issues.add(Level.ERROR, "The loop that the node " + node.label() + " begins has " + ends
                        + " ends, expected one.");
                }
            } else if (KnimeFactories.LOOP_END.is(node.factory())) {
                final long starts = loops.stream().filter(l -> l.ends().contains(node.id())).count();
                if (starts != 1) {
                    issues.add(Level.ERROR, "The node " + node.label() + " is the end of " + starts
                        + " loops, expected one.");
                }
            }
        }
    }

    private static void checkBundle(final SavedNode node, final Plugin plugin, final Issues issues) {
        checkSame(node, "node-bundle-symbolic-name", plugin.symbolicName(), issues);
        checkSame(node, "node-bundle-name", plugin.name(), issues);
        checkSame(node, "node-bundle-vendor", plugin.vendor(), issues);
    }

    private static void checkSame(final SavedNode node, final String key, final String expected, final Issues issues) {
        final String found = node.settings().getString(key, expected);
        if (!expected.equals(found)) {
            issues.add(Level.ADVICE, "The key '" + key + "' of the node " + node.label() + " is '" + found
                + "', expected '" + expected + "'.");
        }
    }

    /** Checks the workflow and those inside its components. */
    private static void checkTree(final SavedWorkflow workflow, final Issues issues) {
        checkLoops(workflow, workflow.connections(), issues);
        checkFitForOthers(workflow, issues);
        workflow.nodes().stream().filter(SavedNode::isComponent).forEach(component -> {
            ComponentRules.check(component, issues);
            checkTree(component.inside(), issues);
        });
    }

    private static void checkFitForOthers(final SavedWorkflow workflow, final Issues issues) {
        // in a loop, the columns of a table may become variables
        final List<Loop> looped = Loop.all(workflow.nodes(), workflow.connections());
        final Set<String> declared = new HashSet<>();
        final Set<String> written = new HashSet<>();
        workflow.nodes().stream().filter(node -> node.label().startsWith(WRITER))
            .forEach(node -> addTexts(node.settings(), written));
        for (final Variable variable : workflow.variables()) {
            if (!declared.add(variable.name())) {
                issues.add(Level.ADVICE, "The workflow variable '" + variable.name() + "' is declared twice.");
            }
            if (variable.value() instanceof String text) {
                checkPath("The workflow variable '" + variable.name() + "'", text, workflow, written, issues);
            }
        }
        for (final SavedNode node : workflow.nodes()) {
            if (!node.folder().getFileName().toString().endsWith("(#" + node.id() + ")")) {
                issues.add(Level.ADVICE, "The node " + node.label() + " lies in the folder '"
                    + node.folder().getFileName() + "', expected '" + node.label() + "'.");
            }
            if (node.settings().containsKey("model") || node.isComponent()) {
                checkPaths(node, node.settings(), "", workflow, written, issues);
            } else {
                issues.add(Level.ADVICE, "The node " + node.label() + " has no model, expected all its settings.");
            }
            VariableOverrides.of(node.settings()).forEach((key, override) -> {
                if (override.used() != null && !declared.contains(override.used())
                    && looped.stream().noneMatch(l -> l.body().contains(node.id()) || l.ends().contains(node.id()))) {
                    issues.add(Level.ADVICE, "The setting '" + key + "' of the node " + node.label()
                        + " uses the variable '" + override.used() + "', expected one that the workflow declares.");
                }
            });
        }
    }

    private static void checkPaths(final SavedNode node, final ConfigBase settings, final String prefix,
        final SavedWorkflow workflow, final Set<String> written, final Issues issues) {
        for (final String key : settings) {
            final var entry = settings.getEntry(key);
            if (entry instanceof ConfigBase nested) {
                checkPaths(node, nested, prefix + key + "/", workflow, written, issues);
            } else if (entry.getType() == ConfigEntries.xstring && entry.toStringValue() != null) {
                checkPath("The setting '" + prefix + key + "' of the node " + node.label(), entry.toStringValue(),
                    workflow, written, issues);
            }
        }
    }

    /** @param texts receives every text in the settings */
    private static void addTexts(final ConfigBase settings, final Set<String> texts) {
        for (final String key : settings) {
            final var entry = settings.getEntry(key);
            if (entry instanceof ConfigBase nested) {
                addTexts(nested, texts);
            } else if (entry.getType() == ConfigEntries.xstring && entry.toStringValue() != null) {
                texts.add(entry.toStringValue());
            }
        }
    }

    private static void checkPath(final String subject, final String text, final SavedWorkflow workflow,
        final Set<String> written, final Issues issues) {
        if (ABSOLUTE.matcher(text).matches()) {
            issues.add(Level.ADVICE, subject + " is '" + text + "', which exists on one machine only, expected "
                + "an address that begins with " + RELATIVE_URL + ".");
        } else if (text.startsWith(RELATIVE_URL)) {
            final Path file = workflow.folder().resolve(text.substring(RELATIVE_URL.length())).normalize();
            // what a node writes need not be there yet, but its folder must
            if (!Files.exists(written.contains(text) ? file.getParent() : file)) {
                issues.add(Level.ADVICE, subject + " is '" + text + "', but there is no such file in the workflow.");
            }
        }
    }
}
