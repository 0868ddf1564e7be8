// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes the {@link DataColumnDomain} of a column. */
public class DataColumnDomainCreator {

    private Set<DataCell> m_values;

    private DataCell m_lower;

    private DataCell m_upper;

    /** With nothing known. */
    public DataColumnDomainCreator() {
    }

    /**
     * @param domain where to start from
     */
    public DataColumnDomainCreator(final DataColumnDomain domain) {
        this(domain.getValues(), domain.getLowerBound(), domain.getUpperBound());
    }

    /**
     * @param values possible values, may be null
     */
    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        setValues(values);
    }

    /**
     * @param values possible values, may be null
     */
    public DataColumnDomainCreator(final DataCell[] values) {
        setValues(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)));
    }

    /**
     * @param lower smallest value, may be null
     * @param upper largest value, may be null
     */
    public DataColumnDomainCreator(final DataCell lower, final DataCell upper) {
        setLowerBound(lower);
        setUpperBound(upper);
    }

    /**
     * @param values possible values, may be null
     * @param lower smallest value, may be null
     * @param upper largest value, may be null
     */
    public DataColumnDomainCreator(final DataCell[] values, final DataCell lower, final DataCell upper) {
        this(values);
        setLowerBound(lower);
        setUpperBound(upper);
    }

    /**
     * @param values possible values, may be null
     * @param lower smallest value, may be null
     * @param upper largest value, may be null
     */
    public DataColumnDomainCreator(final Set<? extends DataCell> values, final DataCell lower, final DataCell upper) {
        this(values);
        setLowerBound(lower);
        setUpperBound(upper);
    }

    /**
     * @return the domain as set
     */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(m_values, m_lower, m_upper);
    }

    /**
     * @param values possible values, copied, may be null
     */
    public final void setValues(final Set<? extends DataCell> values) {
        m_values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<DataCell>(values));
    }

    /**
     * @param lower smallest value; null or missing if not known
     */
    public final void setLowerBound(final DataCell lower) {
        m_lower = knownOrNull(lower);
    }

    /**
     * @param upper largest value; null or missing if not known
     */
    public final void setUpperBound(final DataCell upper) {
        m_upper = knownOrNull(upper);
    }

    private static DataCell knownOrNull(final DataCell cell) {
        return cell == null || cell.isMissing() ? null : cell;
    }
}
