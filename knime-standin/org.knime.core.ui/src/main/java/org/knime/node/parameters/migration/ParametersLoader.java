// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads one value from node settings.
 *
 * @param <T> type of the value
 */
public interface ParametersLoader<T> {

    /**
     * @param settings where to read
     * @return the value
     * @throws InvalidSettingsException if an entry is missing or unusable
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
