// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.Serializable;

/** A cell of a table: an immutable value that implements one or more kinds of {@link DataValue}. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1L;

    /** For sub-classes. */
    public DataCell() {
    }

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    /**
     * @return the type that belongs to the class of this cell
     */
    public final DataType getType() {
        return DataType.getType(getClass());
    }

    /**
     * @return whether the value is missing
     */
    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    /**
     * Missing cells are equal to each other; other cells if they are of the same class and
     * {@link #equalsDataCell(DataCell)} says so, or of different classes that share the preferred kind of value and
     * {@link #equalContent(DataValue)} says so.
     */
    @Override
    public final boolean equals(final Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof DataCell that)) {
            return false;
        }
        if (isMissing() || that.isMissing()) {
            return isMissing() && that.isMissing();
        }
        if (getClass() == that.getClass()) {
            final boolean equal = equalsDataCell(that);
            assert !equal || hashCode() == that.hashCode() : "equal cells of " + getClass() + " differ in hash code";
            return equal;
        }
        final Class<? extends DataValue> preferred = getType().getPreferredValueClass();
        return preferred == that.getType().getPreferredValueClass() && equalContent(that);
    }

    /**
     * @param cell a cell of the same class, not missing
     * @return whether it has the same value
     */
    protected abstract boolean equalsDataCell(DataCell cell);

    /**
     * @param value a value of the same preferred kind, of another cell class
     * @return whether it is the same, false unless overridden
     */
    protected boolean equalContent(final DataValue value) {
        return false;
    }

    @Override
    public abstract int hashCode();
}
