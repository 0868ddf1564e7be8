// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Writes settings that may hold data types and row keys besides plain values. */
public interface ConfigWO extends ConfigBaseWO {

    /**
     * @param key key of the nested config
     * @return a new empty nested config
     */
    Config addConfig(String key);

    /**
     * @param key key of the entry
     * @param rowKey the row key
     */
    void addRowKey(String key, RowKey rowKey);

    /**
     * @param key key of the entry
     * @param type the type, may be null
     */
    void addDataType(String key, DataType type);
}
