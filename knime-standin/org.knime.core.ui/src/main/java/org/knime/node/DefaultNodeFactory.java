// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.epattern.standin.ui.DefinesNode;
import org.epattern.standin.ui.NodeDefinition;
import org.epattern.standin.ui.NodeDescriptionDocument;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeModel;

/** Base class of node factories: a node kind is a subclass with a public constructor without arguments. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> implements DefinesNode {

    private final NodeDefinition m_definition;

    /**
     * @param node the node; its texts must be well-formed XML fragments
     * @throws IllegalStateException if a text is not
     */
    protected DefaultNodeFactory(final DefaultNode node) {
        m_definition = node.definition();
        NodeDescriptionDocument.of(m_definition);
    }

    @Override
    public final NodeDefinition standInDefinition() {
        return m_definition;
    }
}
