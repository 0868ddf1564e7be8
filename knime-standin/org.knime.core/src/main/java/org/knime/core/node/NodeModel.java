// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/**
 * What a node does. In KNIME this is the base class of classic nodes; a node made by a DefaultNodeFactory never sees
 * its model, so that the stand-in keeps the name only, as the type argument of the factories.
 */
public abstract class NodeModel {
}
