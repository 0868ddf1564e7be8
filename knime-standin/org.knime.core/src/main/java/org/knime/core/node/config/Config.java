// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A settings tree that may hold data types and row keys besides plain values. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1L;

    /**
     * @param key key of this config in its parent, not null
     */
    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(final String key) {
        return (Config)addConfigBase(key);
    }

    /**
     * @param config put under its key
     */
    protected final void addConfig(final Config config) {
        put(config);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        if (getEntry(key) instanceof Config config) {
            return config;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    @Override
    public void addRowKey(final String key, final RowKey rowKey) {
        addString(key, rowKey == null ? null : rowKey.getString());
    }

    @Override
    public RowKey getRowKey(final String key) throws InvalidSettingsException {
        final String text = getString(key);
        return text == null ? null : new RowKey(text);
    }

    @Override
    public void addDataType(final String key, final DataType type) {
        final Config config = addConfig(key);
        if (type != null) {
            type.save(config);
        }
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        final Config config = getConfig(key);
        return config.getChildCount() == 0 ? null : DataType.load(config);
    }

    @Override
    public DataType getDataType(final String key, final DataType def) {
        try {
            return getDataType(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    /**
     * @param config filled with the entries read
     * @param in XML, closed here
     * @return the config
     * @throws IOException if the file cannot be read or is no settings file
     */
    protected static Config loadFromXML(final Config config, final InputStream in) throws IOException {
        config.load(in);
        return config;
    }
}
