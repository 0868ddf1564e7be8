// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.container.DataContainerSettings;

/**
 * Finds the domain of each column: the possible values of nominal columns while they are few, the smallest and the
 * largest value of bounded columns. Missing cells and numbers that are no number (NaN) do not count.
 */
final class DomainCollector {

    private final DataTableSpec m_spec;

    private final Column[] m_columns;

    DomainCollector(final DataTableSpec spec, final DataContainerSettings settings) {
        m_spec = spec;
        m_columns = new Column[spec.getNumColumns()];
        for (int i = 0; i < m_columns.length; i++) {
            m_columns[i] = new Column(spec.getColumnSpec(i), settings);
        }
    }

    void add(final DataRow row) {
        for (int i = 0; i < m_columns.length; i++) {
            m_columns[i].add(row.getCell(i));
        }
    }

    DataTableSpec createSpec() {
        final DataTableSpecCreator creator = new DataTableSpecCreator(m_spec);
        for (int i = 0; i < m_columns.length; i++) {
            creator.replaceColumn(i, m_columns[i].createSpec());
        }
        return creator.createSpec();
    }

    private static final class Column {

        private final DataColumnSpec m_spec;

        private final boolean m_update;

        private final int m_maxValues;

        private final DataValueComparator m_order;

        private Set<DataCell> m_values;

        private DataCell m_lower;

        private DataCell m_upper;

        Column(final DataColumnSpec spec, final DataContainerSettings settings) {
            m_spec = spec;
            m_update = settings.isEnableDomainUpdate();
            m_maxValues = settings.getMaxDomainValues();
            final boolean nominal = spec.getType().isCompatible(NominalValue.class);
            final boolean bounded = spec.getType().isCompatible(BoundedValue.class);
            m_order = bounded ? spec.getType().getComparator() : null;
            m_values = nominal ? new LinkedHashSet<>() : null;
            final DataColumnDomain known = spec.getDomain();
            if (settings.isInitializeDomain()) {
                m_lower = known.getLowerBound();
                m_upper = known.getUpperBound();
                if (known.hasValues() && nominal) {
                    m_values.addAll(known.getValues());
                }
            }
        }

        void add(final DataCell cell) {
            if (!m_update || cell.isMissing()) {
                return;
            }
            if (m_values != null) {
                m_values.add(cell);
                if (m_values.size() > m_maxValues) {
                    m_values = null; // too many to be listed
                }
            }
            if (m_order != null && !(cell instanceof DoubleValue number && Double.isNaN(number.getDoubleValue()))) {
                if (m_lower == null || m_order.compare(cell, m_lower) < 0) {
                    m_lower = cell;
                }
                if (m_upper == null || m_order.compare(cell, m_upper) > 0) {
                    m_upper = cell;
                }
            }
        }

        DataColumnSpec createSpec() {
            if (!m_update) {
                return m_spec;
            }
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(m_spec);
            creator.setDomain(new DataColumnDomainCreator(m_values, m_lower, m_upper).createDomain());
            return creator.createSpec();
        }
    }
}
