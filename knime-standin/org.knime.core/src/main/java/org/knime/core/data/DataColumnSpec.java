// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Describes a column: name, type, domain and properties. */
public final class DataColumnSpec {

    private static final String CFG_NAME = "column_name";

    private static final String CFG_TYPE = "column_type";

    private static final String CFG_PROPERTIES = "column_properties";

    private final String m_name;

    private final List<String> m_elementNames;

    private final DataType m_type;

    private final DataColumnDomain m_domain;

    private final DataColumnProperties m_properties;

    DataColumnSpec(final String name, final List<String> elementNames, final DataType type,
        final DataColumnDomain domain, final DataColumnProperties properties) {
        m_name = name;
        m_elementNames = elementNames;
        m_type = type;
        m_domain = domain;
        m_properties = properties;
    }

    /**
     * @return name of the column, unique in its table
     */
    public String getName() {
        return m_name;
    }

    /**
     * @return names of the elements of a vector column, empty for any other column
     */
    public List<String> getElementNames() {
        return m_elementNames;
    }

    /**
     * @return type of the cells
     */
    public DataType getType() {
        return m_type;
    }

    /**
     * @return what is known of the values
     */
    public DataColumnDomain getDomain() {
        return m_domain;
    }

    /**
     * @return texts that travel with the column
     */
    public DataColumnProperties getProperties() {
        return m_properties;
    }

    /**
     * @param other a column
     * @return whether cells of the other one could stand in this one under the same name
     */
    public boolean isCompatibleWith(final DataColumnSpec other) {
        return m_name.equals(other.m_name) && m_type.isASuperTypeOf(other.m_type);
    }

    /**
     * @param other a column
     * @return whether name and type are the same
     */
    public boolean equalStructure(final DataColumnSpec other) {
        return other != null && m_name.equals(other.m_name) && m_type.equals(other.m_type);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnSpec that && equalStructure(that)
            && m_elementNames.equals(that.m_elementNames) && m_domain.equals(that.m_domain)
            && m_properties.equals(that.m_properties);
    }

    @Override
    public int hashCode() {
        return 31 * m_name.hashCode() + m_type.hashCode();
    }

    @Override
    public String toString() {
        return "Column Spec: name=\"" + m_name + "\",type=" + m_type;
    }

    /**
     * Writes name, type and properties; the domain is kept beside the data.
     *
     * @param config gets the entries
     */
    public void save(final ConfigWO config) {
        config.addString(CFG_NAME, m_name);
        m_type.save(config.addConfig(CFG_TYPE));
        m_properties.save(config.addConfig(CFG_PROPERTIES));
    }

    /**
     * @param config holds the entries
     * @return the column, with an unknown domain
     * @throws InvalidSettingsException if an entry is missing or the type is not installed
     */
    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        final DataColumnSpecCreator creator =
            new DataColumnSpecCreator(config.getString(CFG_NAME), DataType.load(config.getConfig(CFG_TYPE)));
        creator.setProperties(DataColumnProperties.load(config.getConfig(CFG_PROPERTIES)));
        return creator.createSpec();
    }
}
