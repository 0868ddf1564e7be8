// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes one value to node settings.
 *
 * @param <T> type of the value
 */
public interface ParametersSaver<T> {

    /**
     * @param param the value
     * @param settings where to write it
     */
    void save(T param, NodeSettingsWO settings);
}
