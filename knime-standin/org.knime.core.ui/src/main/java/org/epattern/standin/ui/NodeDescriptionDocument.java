// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.epattern.standin.ui.dialog.DialogOption;
import org.epattern.standin.ui.dialog.DialogOptions;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The description of a node as XML in the layout of node descriptions of version 5.3. */
public final class NodeDescriptionDocument {

    private final Document m_document;

    private final String m_node;

    private NodeDescriptionDocument(final String node) {
        m_document = XmlFragment.document();
        m_node = node;
    }

    /**
     * @param node a node
     * @return its description
     * @throws IllegalStateException if a text is not a well-formed XML fragment
     */
    public static Document of(final NodeDefinition node) {
        final NodeDescriptionDocument description = new NodeDescriptionDocument(node.name());
        final Element root = description.m_document.createElement("knimeNode");
        root.setAttribute("icon", node.icon());
        root.setAttribute("type", node.type().name());
        description.m_document.appendChild(root);
        description.add(root, "name").setTextContent(node.name());
        description.addText(root, "shortDescription", node.shortDescription());
        final Element full = description.add(root, "fullDescription");
        description.addText(full, "intro", node.fullDescription());
        node.model().parameters().ifPresent(type -> description.addOptions(full, DialogOptions.of(type)));
        for (final NodeDefinition.ExternalResource link : node.externalResources()) {
            description.addText(full, "link", link.description()).setAttribute("href", link.href());
        }
        final Element ports = description.add(root, "ports");
        description.addPorts(ports, node.portGroups(), PortGroup::hasInput, PortGroup::input, "inPort", "dynInPort");
        description.addPorts(ports, node.portGroups(), PortGroup::hasOutput, PortGroup::output, "outPort",
            "dynOutPort");
        node.view().ifPresent(view -> {
            final Element shown =
                description.addText(description.add(root, "views"), "view", view.description());
            shown.setAttribute("index", "0");
            shown.setAttribute("name", node.name());
        });
        if (!node.keywords().isEmpty()) {
            final Element keywords = description.add(root, "keywords");
            node.keywords().forEach(word -> description.add(keywords, "keyword").setTextContent(word));
        }
        return description.m_document;
    }

    private void addOptions(final Element full, final List<DialogOption> options) {
        final Element tab = add(full, "tab");
        tab.setAttribute("name", "Options");
        for (final DialogOption option : options) {
            addText(tab, "option", option.description()).setAttribute("name", option.title());
        }
    }

    private void addPorts(final Element ports, final List<PortGroup> groups, final Predicate<PortGroup> has,
        final Function<PortGroup, PortGroup.Text> text, final String fixed, final String dynamic) {
        int index = 0;
        for (final PortGroup group : groups) {
            if (has.test(group)) {
                final PortGroup.Text texts = text.apply(group);
                final Element port = addText(ports, group.isConfigurable() ? dynamic : fixed, texts.description());
                port.setAttribute("name", texts.name());
                if (group.isConfigurable()) {
                    port.setAttribute("insert-before", Integer.toString(index));
                    port.setAttribute("group-identifier", group.id());
                } else {
                    port.setAttribute("index", Integer.toString(index));
                    index++;
                }
            }
        }
    }

    private Element add(final Element parent, final String tag) {
        final Element element = m_document.createElement(tag);
        parent.appendChild(element);
        return element;
    }

    private Element addText(final Element parent, final String tag, final String text) {
        final Element element = add(parent, tag);
        try {
            element.appendChild(XmlFragment.parse(text, m_document));
        } catch (final SAXException malformed) {
            throw new IllegalStateException("The description of the node \"" + m_node
                + "\" holds a text that is no XML fragment (" + malformed.getMessage() + "): " + text, malformed);
        }
        return element;
    }
}
