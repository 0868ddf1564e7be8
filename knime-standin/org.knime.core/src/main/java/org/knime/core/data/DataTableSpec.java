// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;

/** Describes a table: its columns in order, with unique names, and texts by key. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String CFG_NAME = "spec_name";

    private static final String CFG_COLUMNS = "number_columns";

    private static final String CFG_COLUMN = "column_spec_";

    private static final String CFG_PROPERTIES = "spec_properties";

    private static final String DEFAULT_NAME = "default";

    private final String m_name;

    private final List<DataColumnSpec> m_columns;

    private final Map<String, Integer> m_indices;

    private final Map<String, String> m_properties;

    /** Without columns. */
    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    /**
     * @param columns the columns, with unique names
     */
    public DataTableSpec(final DataColumnSpec... columns) {
        this(DEFAULT_NAME, columns);
    }

    /**
     * @param name name of the table
     */
    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    /**
     * @param name name of the table
     * @param columns the columns, with unique names
     */
    public DataTableSpec(final String name, final DataColumnSpec... columns) {
        this(name, Arrays.asList(columns), Map.of());
    }

    /**
     * @param first left columns
     * @param second right columns; no name may be in both
     */
    public DataTableSpec(final DataTableSpec first, final DataTableSpec second) {
        this(DEFAULT_NAME, Stream.concat(first.stream(), second.stream()).toList(), Map.of());
    }

    /**
     * @param names column names
     * @param types their types, as many
     */
    public DataTableSpec(final String[] names, final DataType[] types) {
        this(createColumnSpecs(names, types));
    }

    DataTableSpec(final String name, final List<DataColumnSpec> columns, final Map<String, String> properties) {
        m_name = name == null ? DEFAULT_NAME : name;
        m_columns = List.copyOf(columns);
        m_properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        m_indices = new HashMap<>();
        for (int i = 0; i < m_columns.size(); i++) {
            final Integer before = m_indices.putIfAbsent(m_columns.get(i).getName(), i);
            if (before != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + m_columns.get(i).getName()
                    + "\" at positions " + before + " and " + i + ".");
            }
        }
    }

    /**
     * @param names column names
     * @param types their types, as many
     * @return columns
     */
    public static DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(names.length + " column names but " + types.length + " types.");
        }
        final DataColumnSpec[] columns = new DataColumnSpec[names.length];
        for (int i = 0; i < names.length; i++) {
            columns[i] = new DataColumnSpecCreator(names[i], types[i]).createSpec();
        }
        return columns;
    }

    /**
     * @return name of the table
     */
    public String getName() {
        return m_name;
    }

    /**
     * @return number of columns
     */
    public int getNumColumns() {
        return m_columns.size();
    }

    /**
     * @param index from 0
     * @return the column
     * @throws IndexOutOfBoundsException if there is no such column
     */
    public DataColumnSpec getColumnSpec(final int index) {
        return m_columns.get(index);
    }

    /**
     * @param name a column name
     * @return the column, or null if there is none
     */
    public DataColumnSpec getColumnSpec(final String name) {
        final Integer index = m_indices.get(name);
        return index == null ? null : m_columns.get(index);
    }

    /**
     * @param name a column name
     * @return its index from 0, or -1 if there is none
     */
    public int findColumnIndex(final String name) {
        return m_indices.getOrDefault(name, -1);
    }

    /**
     * @param names column names
     * @return their indices from 0
     * @throws IllegalArgumentException if there is no such column
     */
    public int[] columnsToIndices(final String... names) {
        return Arrays.stream(names).mapToInt(name -> {
            final int index = findColumnIndex(name);
            if (index < 0) {
                throw new IllegalArgumentException("Column \"" + name + "\" is not in the table.");
            }
            return index;
        }).toArray();
    }

    /**
     * @return names of the columns from left to right
     */
    public String[] getColumnNames() {
        return m_columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /**
     * @param name a column name
     * @return whether there is such a column
     */
    public boolean containsName(final String name) {
        return m_indices.containsKey(name);
    }

    /**
     * @param valueClass a kind of value
     * @return whether a column can be read as it
     */
    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return m_columns.stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    /**
     * @return texts by key that travel with the table
     */
    public Map<String, String> getProperties() {
        return m_properties;
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return m_columns.iterator();
    }

    /**
     * @return the columns from left to right
     */
    public Stream<DataColumnSpec> stream() {
        return m_columns.stream();
    }

    /**
     * @param other a table
     * @return whether both have the same names and types in the same order
     */
    public boolean equalStructure(final DataTableSpec other) {
        if (other == null || other.getNumColumns() != getNumColumns()) {
            return false;
        }
        for (int i = 0; i < m_columns.size(); i++) {
            if (!m_columns.get(i).equalStructure(other.m_columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param base a table
     * @param name wished name
     * @return the name, or if it is taken the name with the first free number in brackets
     */
    public static String getUniqueColumnName(final DataTableSpec base, final String name) {
        String unique = name;
        for (int i = 1; base.containsName(unique); i++) {
            unique = name + " (#" + i + ")";
        }
        return unique;
    }

    /**
     * @param specs tables
     * @return a table with all their columns; a column of the same name in several tables gets their common type
     */
    public static DataTableSpec mergeDataTableSpecs(final DataTableSpec... specs) {
        final Map<String, DataColumnSpec> merged = new LinkedHashMap<>();
        for (final DataTableSpec spec : specs) {
            for (final DataColumnSpec column : spec) {
                merged.merge(column.getName(), column, DataTableSpec::common);
            }
        }
        return new DataTableSpec(merged.values().toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec common(final DataColumnSpec first, final DataColumnSpec second) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(first);
        creator.setType(DataType.getCommonSuperType(first.getType(), second.getType()));
        creator.setDomain(mergedDomain(first, second));
        if (!first.getProperties().equals(second.getProperties())) {
            creator.setProperties(commonProperties(first.getProperties(), second.getProperties()));
        }
        return creator.createSpec();
    }

    private static DataColumnDomain mergedDomain(final DataColumnSpec first, final DataColumnSpec second) {
        final DataColumnDomain one = first.getDomain();
        final DataColumnDomain two = second.getDomain();
        final DataColumnDomainCreator creator = new DataColumnDomainCreator();
        if (one.hasValues() && two.hasValues()) {
            final Set<DataCell> values = new LinkedHashSet<>(one.getValues());
            values.addAll(two.getValues());
            creator.setValues(values);
        }
        final DataValueComparator order =
            DataType.getCommonSuperType(first.getType(), second.getType()).getComparator();
        if (one.hasLowerBound() && two.hasLowerBound()) {
            creator.setLowerBound(order.compare(one.getLowerBound(), two.getLowerBound()) <= 0 ? one.getLowerBound()
                : two.getLowerBound());
        }
        if (one.hasUpperBound() && two.hasUpperBound()) {
            creator.setUpperBound(order.compare(one.getUpperBound(), two.getUpperBound()) >= 0 ? one.getUpperBound()
                : two.getUpperBound());
        }
        return creator.createDomain();
    }

    private static DataColumnProperties commonProperties(final DataColumnProperties one,
        final DataColumnProperties two) {
        final Map<String, String> common = new LinkedHashMap<>();
        final Set<String> keys = Set.copyOf(Collections.list(one.properties()));
        keys.stream().filter(k -> two.containsProperty(k) && one.getProperty(k).equals(two.getProperty(k)))
            .forEach(k -> common.put(k, one.getProperty(k)));
        return new DataColumnProperties(common);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataTableSpec that && m_columns.equals(that.m_columns)
            && m_properties.equals(that.m_properties);
    }

    @Override
    public int hashCode() {
        return m_columns.hashCode();
    }

    @Override
    public String toString() {
        return m_columns.stream().map(c -> c.getName() + " (" + c.getType() + ")").toList().toString();
    }

    /**
     * @param config gets name, columns and properties
     */
    public void save(final ConfigWO config) {
        config.addString(CFG_NAME, m_name);
        config.addInt(CFG_COLUMNS, m_columns.size());
        for (int i = 0; i < m_columns.size(); i++) {
            m_columns.get(i).save(config.addConfig(CFG_COLUMN + i));
        }
        m_properties.forEach(config.addConfig(CFG_PROPERTIES)::addString);
    }

    /**
     * @param config holds name, columns and properties
     * @return the table, with unknown domains
     * @throws InvalidSettingsException if an entry is missing or a type is not installed
     */
    public static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        final List<DataColumnSpec> columns = new ArrayList<>();
        final int count = config.getInt(CFG_COLUMNS);
        for (int i = 0; i < count; i++) {
            columns.add(DataColumnSpec.load(config.getConfig(CFG_COLUMN + i)));
        }
        final Map<String, String> properties = new LinkedHashMap<>();
        final Config saved = config.getConfig(CFG_PROPERTIES);
        for (final String key : saved.keySet()) {
            properties.put(key, saved.getString(key));
        }
        return new DataTableSpec(config.getString(CFG_NAME), columns, properties);
    }
}
