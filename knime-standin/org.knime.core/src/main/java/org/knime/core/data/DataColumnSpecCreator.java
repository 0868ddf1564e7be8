// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.List;

import org.knime.core.node.util.CheckUtils;

/** Makes a {@link DataColumnSpec}. */
public final class DataColumnSpecCreator {

    private static final DataColumnDomain NOTHING_KNOWN = new DataColumnDomainCreator().createDomain();

    private String m_name;

    private String[] m_elementNames = {};

    private DataType m_type;

    private DataColumnDomain m_domain = NOTHING_KNOWN;

    private DataColumnProperties m_properties = new DataColumnProperties();

    /**
     * @param name name of the column, not null; blanks around it are cut
     * @param type type of its cells, not null
     */
    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    /**
     * @param spec column to start from
     */
    public DataColumnSpecCreator(final DataColumnSpec spec) {
        this(spec.getName(), spec.getType());
        m_domain = spec.getDomain();
        m_properties = spec.getProperties();
        m_elementNames = spec.getElementNames().toArray(String[]::new);
    }

    /**
     * @param name name of the column, not null; blanks around it are cut; an empty name is replaced by one in words
     */
    public void setName(final String name) {
        final String trimmed = CheckUtils.checkNotNull(name, "Name of a column must not be null").trim();
        m_name = trimmed.isEmpty() ? "<empty>" : trimmed;
    }

    /**
     * @param names names of the elements of a vector column, null for none
     */
    public void setElementNames(final String[] names) {
        m_elementNames = names == null ? new String[0] : names.clone();
    }

    /**
     * @param type type of the cells, not null
     */
    public void setType(final DataType type) {
        m_type = CheckUtils.checkNotNull(type, "Type of column \"%s\" must not be null", m_name);
    }

    /**
     * @return type of the cells
     */
    public DataType getType() {
        return m_type;
    }

    /**
     * @param domain what is known of the values; null for nothing
     */
    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? NOTHING_KNOWN : domain;
    }

    /**
     * @param properties texts that travel with the column; null for none
     */
    public void setProperties(final DataColumnProperties properties) {
        m_properties = properties == null ? new DataColumnProperties() : properties;
    }

    /** Does nothing: columns of the stand-in have no colour, size or shape. */
    public void removeAllHandlers() {
        // there are none
    }

    /**
     * @return the column as set
     */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, List.of(m_elementNames), m_type, m_domain, m_properties);
    }
}
