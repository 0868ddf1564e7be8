// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.epattern.standin.ui.view.ViewDefinition;
import org.knime.core.node.NodeFactory.NodeType;

/**
 * Everything a node's builder was given.
 *
 * @param name name of the node
 * @param icon path relative to the factory class
 * @param shortDescription one sentence, an XML fragment
 * @param fullDescription an XML fragment
 * @param since platform version in which the node first appeared
 * @param portGroups groups of ports in order
 * @param model settings class and functions
 * @param view the view, if it has one
 * @param givenType the type if the builder was given one
 * @param keywords words by which a search finds the node
 * @param externalResources links of the description
 */
public record NodeDefinition(String name, String icon, String shortDescription, String fullDescription, Since since,
    List<PortGroup> portGroups, ModelDefinition model, Optional<ViewDefinition> view, Optional<NodeType> givenType,
    List<String> keywords, List<ExternalResource> externalResources) {

    /**
     * A version of the platform.
     *
     * @param major first part
     * @param minor second part
     * @param revision third part
     */
    public record Since(int major, int minor, int revision) {
    }

    /**
     * A link.
     *
     * @param href its address
     * @param description what is there, an XML fragment
     */
    public record ExternalResource(String href, String description) {

        /** Refuses missing parts. */
        public ExternalResource {
            Objects.requireNonNull(href, "address of an external resource");
            Objects.requireNonNull(description, "description of an external resource");
        }
    }

    /**
     * @param name see the record
     * @param icon see the record
     * @param shortDescription see the record
     * @param fullDescription see the record
     * @param since see the record
     * @param portGroups see the record
     * @param model see the record
     * @return a definition with the mandatory parts only
     */
    public static NodeDefinition of(final String name, final String icon, final String shortDescription,
        final String fullDescription, final Since since, final List<PortGroup> portGroups,
        final ModelDefinition model) {
        return new NodeDefinition(name, icon, shortDescription, fullDescription, since, List.copyOf(portGroups), model,
            Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /**
     * @param added the view
     * @return a copy with it
     */
    public NodeDefinition withView(final ViewDefinition added) {
        return new NodeDefinition(name, icon, shortDescription, fullDescription, since, portGroups, model,
            Optional.of(added), givenType, keywords, externalResources);
    }

    /**
     * @param type the type
     * @return a copy with it
     */
    public NodeDefinition withType(final NodeType type) {
        return new NodeDefinition(name, icon, shortDescription, fullDescription, since, portGroups, model, view,
            Optional.of(type), keywords, externalResources);
    }

    /**
     * @param words the keywords, none of them null
     * @return a copy with them
     */
    public NodeDefinition withKeywords(final String... words) {
        return new NodeDefinition(name, icon, shortDescription, fullDescription, since, portGroups, model, view,
            givenType, List.copyOf(Arrays.asList(words)), externalResources);
    }

    /**
     * @param href an address
     * @param text what is there
     * @return a copy with this link at the end
     */
    public NodeDefinition withExternalResource(final String href, final String text) {
        final List<ExternalResource> all = new ArrayList<>(externalResources);
        all.add(new ExternalResource(href, text));
        return new NodeDefinition(name, icon, shortDescription, fullDescription, since, portGroups, model, view,
            givenType, keywords, List.copyOf(all));
    }

    /** @return the given type, or the one that follows from the ports */
    public NodeType type() {
        return givenType.orElseGet(() -> {
            if (portGroups.stream().noneMatch(PortGroup::hasInput)) {
                return NodeType.Source;
            }
            return portGroups.stream().anyMatch(PortGroup::hasOutput) ? NodeType.Manipulator : NodeType.Sink;
        });
    }
}
