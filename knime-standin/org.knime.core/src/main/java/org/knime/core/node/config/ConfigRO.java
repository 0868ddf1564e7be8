// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import java.util.Iterator;

import javax.swing.tree.TreeNode;

import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Reads settings that may hold data types and row keys besides plain values. */
public interface ConfigRO extends ConfigBaseRO, TreeNode, Iterable<String> {

    /**
     * @param key key of a nested config
     * @return the nested config
     * @throws InvalidSettingsException if there is none
     */
    Config getConfig(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @return the row key
     * @throws InvalidSettingsException if it is absent
     */
    RowKey getRowKey(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @return the type
     * @throws InvalidSettingsException if it is absent or its class is unknown
     */
    DataType getDataType(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or its class is unknown
     * @return the type
     */
    DataType getDataType(String key, DataType def);

    @Override
    Iterator<String> iterator();
}
