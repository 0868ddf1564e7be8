// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

/** A name for a button, given by a nested interface that extends this one. */
public interface ButtonReference {
}
