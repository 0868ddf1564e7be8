// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Objects;
import java.util.Set;

/** What is known of the values of a column: possible values, smallest and largest value, each of them optional. */
public final class DataColumnDomain {

    private final Set<DataCell> m_values;

    private final DataCell m_lower;

    private final DataCell m_upper;

    DataColumnDomain(final Set<DataCell> values, final DataCell lower, final DataCell upper) {
        m_values = values;
        m_lower = lower;
        m_upper = upper;
    }

    /**
     * @return the possible values in the order of their appearance, or null if not known
     */
    public Set<DataCell> getValues() {
        return m_values;
    }

    /**
     * @return whether the possible values are known
     */
    public boolean hasValues() {
        return m_values != null;
    }

    /**
     * @return the smallest value, or null if not known
     */
    public DataCell getLowerBound() {
        return m_lower;
    }

    /**
     * @return whether the smallest value is known
     */
    public boolean hasLowerBound() {
        return m_lower != null;
    }

    /**
     * @return the largest value, or null if not known
     */
    public DataCell getUpperBound() {
        return m_upper;
    }

    /**
     * @return whether the largest value is known
     */
    public boolean hasUpperBound() {
        return m_upper != null;
    }

    /**
     * @return whether both bounds are known
     */
    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnDomain that && Objects.equals(m_values, that.m_values)
            && Objects.equals(m_lower, that.m_lower) && Objects.equals(m_upper, that.m_upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_values, m_lower, m_upper);
    }

    @Override
    public String toString() {
        return "lower=" + m_lower + ", upper=" + m_upper + ", values=" + m_values;
    }
}
