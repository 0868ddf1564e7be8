// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

/** Marks a class whose fields can be stored in node settings. */
public interface Persistable {
}
