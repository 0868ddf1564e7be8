// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Reads the settings of a node. */
public interface NodeSettingsRO extends ConfigRO {

    /**
     * @param key key of nested settings
     * @return the nested settings
     * @throws InvalidSettingsException if there are none
     */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

    /**
     * @param dest gets a copy of all entries
     */
    void copyTo(ConfigWO dest);
}
