// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.function.Function;

import org.epattern.standin.ui.NodeDefinition;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;

/** Everything about a node: texts, ports and model, given in stages that leave nothing out. */
public final class DefaultNode {

    private NodeDefinition m_definition;

    DefaultNode(final NodeDefinition definition) {
        m_definition = definition;
    }

    /** @return the first stage */
    public static RequireName create() {
        return new DefaultNodeStages();
    }

    NodeDefinition definition() {
        return m_definition;
    }

    /**
     * Sets the type, which otherwise follows from the ports; at most once.
     *
     * @param nodeType the type
     * @return this
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        if (m_definition.givenType().isPresent()) {
            throw new IllegalStateException("The type of the node \"" + m_definition.name() + "\" is set twice.");
        }
        m_definition = m_definition.withType(nodeType);
        return this;
    }

    /**
     * Sets the words by which a search finds the node; at most once.
     *
     * @param keywords the words
     * @return this
     */
    public DefaultNode keywords(final String... keywords) {
        if (!m_definition.keywords().isEmpty()) {
            throw new IllegalStateException("The keywords of the node \"" + m_definition.name() + "\" are set twice.");
        }
        m_definition = m_definition.withKeywords(keywords);
        return this;
    }

    /**
     * Adds the view; at most one.
     *
     * @param view makes the view from its first stage
     * @return this
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        if (m_definition.view().isPresent()) {
            throw new UnsupportedOperationException("The node \"" + m_definition.name() + "\" has two views.");
        }
        m_definition = m_definition.withView(view.apply(DefaultView.create()).definition());
        return this;
    }

    /**
     * Adds a link to the description.
     *
     * @param href the address
     * @param description what is there, an XML fragment
     * @return this
     */
    public DefaultNode addExternalResource(final String href, final String description) {
        m_definition = m_definition.withExternalResource(href, description);
        return this;
    }

    /** Takes the name. */
    public interface RequireName {

        /**
         * @param name name of the node
         * @return the next stage
         */
        RequireIcon name(String name);
    }

    /** Takes the icon. */
    public interface RequireIcon {

        /**
         * @param icon path relative to the factory class
         * @return the next stage
         */
        RequireShortDescription icon(String icon);
    }

    /** Takes the short description. */
    public interface RequireShortDescription {

        /**
         * @param shortDescription one sentence, an XML fragment
         * @return the next stage
         */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Takes the full description. */
    public interface RequireFullDescription {

        /**
         * @param fullDescription an XML fragment
         * @return the next stage
         */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Takes the platform version in which the node first appeared. */
    public interface RequireSinceVersion {

        /**
         * @param major first part of the version
         * @param minor second part
         * @param revision third part
         * @return the next stage
         */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** Takes the model. */
    public interface RequireModel {

        /**
         * @param model makes the model from its first stage
         * @return the node
         */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
