// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/**
 * Makes the parts of a node whose ports can be changed by the user.
 *
 * @param <T> class of the node's model
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    /** For sub-classes. */
    protected ConfigurableNodeFactory() {
    }
}
