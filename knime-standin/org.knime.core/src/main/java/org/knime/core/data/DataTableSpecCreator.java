// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a {@link DataTableSpec}. */
public final class DataTableSpecCreator {

    private String m_name;

    private final List<DataColumnSpec> m_columns = new ArrayList<>();

    private final Map<String, String> m_properties = new LinkedHashMap<>();

    /** Without columns. */
    public DataTableSpecCreator() {
    }

    /**
     * @param spec table to start from
     */
    public DataTableSpecCreator(final DataTableSpec spec) {
        m_name = spec.getName();
        addColumns(spec);
        putProperties(spec.getProperties());
    }

    /**
     * @param columns columns added on the right
     * @return this
     */
    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        m_columns.addAll(Arrays.asList(columns));
        return this;
    }

    /**
     * @param spec table whose columns are added on the right
     * @return this
     */
    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        spec.forEach(m_columns::add);
        return this;
    }

    /**
     * @param index from 0
     * @param column takes the place of the column there
     * @return this
     */
    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec column) {
        m_columns.set(index, column);
        return this;
    }

    /**
     * @param name name of the table
     * @return this
     */
    public DataTableSpecCreator setName(final String name) {
        m_name = name;
        return this;
    }

    /**
     * @param properties texts by key
     * @return this
     */
    public DataTableSpecCreator putProperties(final Map<String, String> properties) {
        m_properties.putAll(properties);
        return this;
    }

    /**
     * @param key a key
     * @param value its text
     * @return this
     */
    public DataTableSpecCreator putProperty(final String key, final String value) {
        m_properties.put(key, value);
        return this;
    }

    /**
     * Forgets what is known of the values of the columns added so far.
     *
     * @return this
     */
    public DataTableSpecCreator dropAllDomains() {
        m_columns.replaceAll(column -> {
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    /**
     * Removes the columns added so far.
     *
     * @return this
     */
    public DataTableSpecCreator dropAllColumns() {
        m_columns.clear();
        return this;
    }

    /**
     * @return the table
     * @throws IllegalArgumentException if two columns have the same name
     */
    public DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_columns, m_properties);
    }
}
