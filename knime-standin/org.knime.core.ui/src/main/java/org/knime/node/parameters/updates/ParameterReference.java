// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

/**
 * A name for a field, given by a nested interface that extends this one.
 *
 * @param <V> type of the field
 */
public interface ParameterReference<V> {
}
