// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.InvalidSettingsException;

/** Finds the columns that a node works on, and says in one sentence what is wrong with them. */
public final class Columns {

    private Columns() {
    }

    /**
     * @param spec the table
     * @param table name of the table for the sentence, e.g. "patterns"
     * @param name column chosen in the dialog
     * @param type value that the column must hold
     * @param typeName name of the type for the sentence, e.g. "diffraction patterns"
     * @return index of the column
     * @throws InvalidSettingsException if there is no such column, or it holds something else
     */
    public static int find(final DataTableSpec spec, final String table, final String name,
        final Class<? extends DataValue> type, final String typeName) throws InvalidSettingsException {
        if (name == null || name.isEmpty()) {
            throw new InvalidSettingsException("The table \"" + table + "\" has no column with " + typeName
                + "; connect the output of a node that has one");
        }
        final int index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException("The table \"" + table + "\" has no column \"" + name
                + "\"; open the dialog and choose a column with " + typeName);
        }
        final DataColumnSpec column = spec.getColumnSpec(index);
        if (!column.getType().isCompatible(type)) {
            throw new InvalidSettingsException("The column \"" + name + "\" of the table \"" + table + "\" holds "
                + column.getType().getName() + "; choose a column with " + typeName);
        }
        return index;
    }

    /**
     * Guesses a column: the first of the preferred names that fits, else the last column of the type.
     *
     * @param spec the table; null if it is not known yet
     * @param type value that the column must hold
     * @param preferred names in order of preference
     * @return the name; empty if there is none
     */
    public static String guess(final DataTableSpec spec, final Class<? extends DataValue> type,
        final String... preferred) {
        if (spec == null) {
            return preferred[0];
        }
        for (final String name : preferred) {
            if (spec.containsName(name) && spec.getColumnSpec(name).getType().isCompatible(type)) {
                return name;
            }
        }
        for (int i = spec.getNumColumns() - 1; i >= 0; i--) {
            if (spec.getColumnSpec(i).getType().isCompatible(type)) {
                return spec.getColumnSpec(i).getName();
            }
        }
        return "";
    }

    /**
     * Guesses a column by name only.
     *
     * @param spec the table; null if it is not known yet
     * @param type value that the column must hold
     * @param preferred names in order of preference
     * @return the first that fits; the first of the names if there is none
     */
    public static String guessByName(final DataTableSpec spec, final Class<? extends DataValue> type,
        final String... preferred) {
        if (spec != null) {
            for (final String name : preferred) {
                if (spec.containsName(name) && spec.getColumnSpec(name).getType().isCompatible(type)) {
                    return name;
                }
            }
        }
        return preferred[0];
    }
}
