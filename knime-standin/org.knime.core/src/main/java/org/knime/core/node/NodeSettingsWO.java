// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Writes the settings of a node. */
public interface NodeSettingsWO extends ConfigWO {

    /**
     * @param key key of the nested settings
     * @return new empty nested settings
     */
    NodeSettingsWO addNodeSettings(String key);

    /**
     * @param settings put under their own key
     */
    void addNodeSettings(NodeSettings settings);
}
