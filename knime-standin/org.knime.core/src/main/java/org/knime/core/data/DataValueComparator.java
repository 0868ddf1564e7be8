// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Comparator;

/** Orders cells of one kind of value; missing cells come first. */
public abstract class DataValueComparator implements Comparator<DataCell> {

    /** For sub-classes. */
    protected DataValueComparator() {
    }

    /**
     * @param first a cell, not null
     * @param second a cell, not null
     * @return negative, zero or positive as the first is smaller than, equal to or larger than the second
     */
    @Override
    public final int compare(final DataCell first, final DataCell second) {
        if (first.isMissing() || second.isMissing()) {
            return Boolean.compare(second.isMissing(), first.isMissing());
        }
        return first == second ? 0 : compareDataValues(first, second);
    }

    /**
     * @param first a value that is not missing
     * @param second a value that is not missing
     * @return negative, zero or positive as the first is smaller than, equal to or larger than the second
     */
    protected abstract int compareDataValues(DataValue first, DataValue second);

    /** Stand-in only: a comparator from the order of one kind of value. */
    static <V extends DataValue> DataValueComparator by(final Class<V> type, final Comparator<V> order) {
        return new DataValueComparator() {

            @Override
            protected int compareDataValues(final DataValue first, final DataValue second) {
                return order.compare(type.cast(first), type.cast(second));
            }
        };
    }
}
