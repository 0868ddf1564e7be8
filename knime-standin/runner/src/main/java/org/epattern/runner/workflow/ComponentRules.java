// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.epattern.runner.workflow.Issue.Level;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;

/** The rules for components: what is stated outside and inside must agree, and a shared one must say that it is. */
final class ComponentRules {

    private static final String METADATA = "component-metadata.xml";

    private ComponentRules() {
    }

    /**
     * @param component a component in a workflow
     * @param issues hears what is wrong
     */
    static void check(final SavedNode component, final Issues issues) {
        checkSide(component, "virtual-in-ID", "inports", KnimeFactories.COMPONENT_INPUT::is, issues);
        checkSide(component, "virtual-out-ID", "outports", KnimeFactories.COMPONENT_OUTPUT::is, issues);
        if (!Files.isRegularFile(component.folder().resolve(METADATA))) {
            issues.add(Level.ERROR, "The component " + component.label() + " has no file " + METADATA
                + ", expected its description and the names of its ports.");
        }
    }

    private static void checkSide(final SavedNode component, final String key, final String portsKey,
        final Predicate<String> isBoundary, final Issues issues) {
        final int id = component.settings().getInt(key, -1);
        final Optional<SavedNode> inside = component.inside().nodes().stream().filter(n -> n.id() == id).findAny();
        if (inside.isEmpty() || !isBoundary.test(inside.get().factory())) {
            issues.add(Level.ERROR, "The key '" + key + "' of the component " + component.label() + " is " + id
                + ", expected the id of the node inside that stands for its ports.");
            return;
        }
        if (component.inside().nodes().stream().filter(n -> isBoundary.test(n.factory())).count() != 1) {
            issues.add(Level.ERROR, "The component " + component.label() + " holds more than one node like "
                + inside.get().label() + ", expected one.");
        }
        try {
            final List<PortType> outside = ComponentPorts.outside(component.settings(), portsKey);
            final List<PortType> within = ComponentPorts.inside(inside.get().settings());
            if (!outside.equals(within)) {
                issues.add(Level.ERROR, "The " + portsKey + " of the component " + component.label() + " are " + outside
                    + ", expected those of the node " + inside.get().label() + ", " + within + ".");
            }
        } catch (final InvalidSettingsException ex) {
            issues.add(Level.ERROR, "The ports of the component " + component.label() + " cannot be read: "
                + ex.getMessage());
        }
    }

    /**
     * Checks a shared component: the folder of a component with a file template.knime.
     *
     * @param folder the folder
     * @param issues hears what is wrong
     * @return the component, if it can be read
     */
    static Optional<SavedNode> checkTemplate(final Path folder, final Issues issues) {
        final Optional<SavedNode> component = NodeReader.component(folder, issues);
        component.ifPresent(c -> {
            checkRole(c.settings(), "'" + c.settingsFile() + "'", issues);
            try {
                final Path file = folder.resolve("template.knime");
                final NodeSettings template = SettingsFiles.read(file);
                WorkflowVersion.check(template, file.toString(), issues);
                checkRole(template, "'" + file + "'", issues);
            } catch (final IOException ex) {
                issues.add(Level.ERROR, ex.getMessage());
            }
            check(c, issues);
        });
        return component;
    }

    private static void checkRole(final NodeSettings settings, final String where, final Issues issues) {
        new RequiredKeys(settings, where, issues).config("workflow_template_information").ifPresent(information -> {
            final RequiredKeys keys =
                new RequiredKeys(information, "workflow_template_information of " + where, issues);
            keys.string("timestamp");
            keys.string("role").filter(r -> !"Template".equals(r)).ifPresent(r -> issues.add(Level.ERROR,
                "The role in " + where + " is '" + r + "', expected Template."));
            keys.string("templateType").filter(t -> !"SubNode".equals(t)).ifPresent(t -> issues.add(Level.ERROR,
                "The templateType in " + where + " is '" + t + "', expected SubNode."));
        });
    }
}
