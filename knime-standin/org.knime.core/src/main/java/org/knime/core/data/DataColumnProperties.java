// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Texts by key that travel with a column. */
public final class DataColumnProperties implements Cloneable {

    private final Map<String, String> m_properties;

    /** Without any property. */
    public DataColumnProperties() {
        this(Map.of());
    }

    /**
     * @param properties texts by key, copied
     */
    public DataColumnProperties(final Map<String, String> properties) {
        m_properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /**
     * @param key a key
     * @return whether it is there
     */
    public boolean containsProperty(final String key) {
        return m_properties.containsKey(key);
    }

    /**
     * @param key a key
     * @return its text, or null if it is not there
     */
    public String getProperty(final String key) {
        return m_properties.get(key);
    }

    /**
     * @param key a key
     * @param def returned if it is not there
     * @return its text
     */
    public String getProperty(final String key, final String def) {
        return m_properties.getOrDefault(key, def);
    }

    /**
     * @return the number of properties
     */
    public int size() {
        return m_properties.size();
    }

    /**
     * @return all keys
     */
    public Enumeration<String> properties() {
        return Collections.enumeration(m_properties.keySet());
    }

    /**
     * @param overwrite texts by key
     * @return a copy of these properties in which they replace or follow the present ones
     */
    public DataColumnProperties cloneAndOverwrite(final Map<String, String> overwrite) {
        final Map<String, String> merged = new LinkedHashMap<>(m_properties);
        merged.putAll(overwrite);
        return new DataColumnProperties(merged);
    }

    /**
     * @param config gets the texts
     */
    public void save(final ConfigWO config) {
        m_properties.forEach(config::addString);
    }

    /**
     * @param config holds the texts
     * @return the properties
     * @throws InvalidSettingsException if an entry is no text
     */
    public static DataColumnProperties load(final ConfigRO config) throws InvalidSettingsException {
        final Map<String, String> properties = new LinkedHashMap<>();
        for (final String key : config.keySet()) {
            properties.put(key, config.getString(key));
        }
        return new DataColumnProperties(properties);
    }

    @Override
    public String toString() {
        return m_properties.toString();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnProperties that && m_properties.equals(that.m_properties);
    }

    @Override
    public int hashCode() {
        return m_properties.hashCode();
    }
}
