// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.epattern.standin.ui.dialog.ParametersCheck;
import org.epattern.standin.ui.view.NodeView;
import org.epattern.standin.ui.view.ViewDefinition;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.page.Resource.ContentType;

/** Checks a node as the platform, its dialog and its description would use it. */
public final class NodeCheck {

    private final NodeFactory<?> m_factory;

    private final List<String> m_problems = new ArrayList<>();

    private NodeCheck(final NodeFactory<?> factory) {
        m_factory = factory;
    }

    /**
     * @param factory a factory made with the node builder
     * @return one sentence per fault of the factory class, texts, icon, ports, settings and dialog
     */
    public static List<String> problems(final NodeFactory<?> factory) {
        final NodeCheck check = new NodeCheck(factory);
        if (factory instanceof DefinesNode node) {
            check.checkFactory();
            check.checkTexts(node.standInDefinition());
            check.checkPorts(node.standInDefinition());
            check.checkView(node.standInDefinition());
            check.checkSettings(node.standInDefinition());
        } else {
            check.m_problems.add(factory.getClass().getName() + " is not a DefaultNodeFactory.");
        }
        return List.copyOf(check.m_problems);
    }

    private void require(final boolean condition, final String sentence) {
        if (!condition) {
            m_problems.add(sentence);
        }
    }

    private void fault(final String what, final Optional<String> fault) {
        fault.ifPresent(text -> m_problems.add(what + " " + text));
    }

    private void checkFactory() {
        final Class<?> type = m_factory.getClass();
        require(Modifier.isPublic(type.getModifiers()), type.getName() + " is not public.");
        try {
            require(Modifier.isPublic(type.getDeclaredConstructor().getModifiers()),
                type.getName() + " has no public constructor without arguments.");
        } catch (final NoSuchMethodException absent) {
            m_problems.add(type.getName() + " has no constructor without arguments.");
        }
    }

    private void checkTexts(final NodeDefinition node) {
        require(node.name() != null && !node.name().isBlank(), "The node has no name.");
        final String name = "of the node \"" + node.name() + "\"";
        fault("The short description " + name, Markup.PLAIN.fault(node.shortDescription()));
        fault("The full description " + name, Markup.INTRO.fault(node.fullDescription()));
        require(node.icon() != null && m_factory.getClass().getResource(node.icon()) != null,
            "The icon \"" + node.icon() + "\" " + name + " is not beside its factory.");
        require(node.keywords().stream().noneMatch(String::isBlank), "A keyword " + name + " is empty.");
        for (final NodeDefinition.ExternalResource link : node.externalResources()) {
            fault("The text of the link " + link.href() + " " + name, Markup.PLAIN.fault(link.description()));
        }
        final NodeDefinition.Since since = node.since();
        require(since.major() >= 0 && since.minor() >= 0 && since.revision() >= 0,
            "The version " + since + " " + name + " is negative.");
    }

    private void checkPorts(final NodeDefinition node) {
        boolean dynamicInput = false;
        boolean dynamicOutput = false;
        for (final PortGroup group : node.portGroups()) {
            if (group.hasInput()) {
                checkPort(group, group.input(), dynamicInput);
                dynamicInput |= group.isConfigurable();
            }
            if (group.hasOutput()) {
                checkPort(group, group.output(), dynamicOutput);
                dynamicOutput |= group.isConfigurable();
            }
        }
    }

    private void checkPort(final PortGroup group, final PortGroup.Text text, final boolean afterDynamic) {
        require(!group.id().isBlank(), "A port group has no name.");
        require(text.name() != null && !text.name().isBlank(), "The port group \"" + group.id() + "\" has no title.");
        fault("The description of the port \"" + text.name() + "\"", Markup.BLOCKS.fault(text.description()));
        require(group.isConfigurable() || !afterDynamic, "The port \"" + text.name()
            + "\" comes after a port that can be removed; fixed ports come first in a description.");
    }

    /** The platform lets the page call public methods of public classes only, and shows pages in a frame. */
    private void checkView(final NodeDefinition node) {
        if (node.view().isEmpty()) {
            return;
        }
        final ViewDefinition view = node.view().get();
        final String name = "of the view of the node \"" + node.name() + "\"";
        fault("The description " + name, Markup.BLOCKS.fault(view.description()));
        require(view.page().getContentType() == ContentType.HTML, "The page " + name + " is no web page.");
        view.handler().ifPresent(handler -> {
            final Class<?> type = new NodeView(view, List.of()).service().getClass();
            require(Modifier.isPublic(type.getModifiers()), "The service " + name + " is not public: " + type);
        });
    }

    private void checkSettings(final NodeDefinition node) {
        final PortType[] in;
        final PortType[] out;
        try {
            final NodeRuntime runtime = NodeRuntime.create(m_factory, null);
            in = runtime.inputs().stream().map(PortInfo::type).toArray(PortType[]::new);
            out = runtime.outputs().stream().map(PortInfo::type).toArray(PortType[]::new);
        } catch (final InvalidSettingsException | IllegalStateException broken) {
            m_problems.add("The node \"" + node.name() + "\" cannot be made: " + broken.getMessage());
            return;
        }
        node.model().parameters().ifPresent(type -> m_problems.addAll(
            ParametersCheck.problems(type, new PortsInput(in, new PortObjectSpec[in.length], out))));
    }
}
