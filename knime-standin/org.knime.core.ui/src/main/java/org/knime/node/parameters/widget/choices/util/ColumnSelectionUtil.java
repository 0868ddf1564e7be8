// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns by type; a port without a table counts as a table without columns. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    /**
     * @param context the ports
     * @param portIndex input port
     * @return all columns there
     */
    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput context, final int portIndex) {
        return getFilteredColumns(context, portIndex, column -> true);
    }

    /**
     * @param context the ports
     * @return all columns of the first input table
     */
    public static List<DataColumnSpec> getAllColumnsOfFirstPort(final NodeParametersInput context) {
        return getAllColumns(context, 0);
    }

    /**
     * @param context the ports
     * @param portIndex input port
     * @return the first column there
     */
    public static Optional<DataColumnSpec> getFirstColumn(final NodeParametersInput context, final int portIndex) {
        return first(getAllColumns(context, portIndex));
    }

    /**
     * @param context the ports
     * @return the first column of the first input table
     */
    public static Optional<DataColumnSpec> getFirstColumnOfFirstPort(final NodeParametersInput context) {
        return getFirstColumn(context, 0);
    }

    /**
     * @param context the ports
     * @param portIndex input port
     * @param filter a condition
     * @return the columns there that satisfy it
     */
    public static List<DataColumnSpec> getFilteredColumns(final NodeParametersInput context, final int portIndex,
        final Predicate<DataColumnSpec> filter) {
        return columns(context.getInTableSpec(portIndex).orElse(null)).filter(filter).toList();
    }

    /**
     * @param context the ports
     * @param portIndex input port
     * @param valueClasses value types
     * @return the columns there that have one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final NodeParametersInput context, final int portIndex,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context.getInTableSpec(portIndex).orElse(null), valueClasses);
    }

    /**
     * @param context the ports
     * @param valueClasses value types
     * @return the columns of the first input table that have one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(final NodeParametersInput context,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, 0, valueClasses);
    }

    /**
     * @param context the ports
     * @param portIndex input port
     * @return the text columns there
     */
    public static List<DataColumnSpec> getStringColumns(final NodeParametersInput context, final int portIndex) {
        return getCompatibleColumns(context, portIndex, StringValue.class);
    }

    /**
     * @param inSpec a table or null
     * @return its text columns
     */
    public static List<DataColumnSpec> getStringColumns(final DataTableSpec inSpec) {
        return getCompatibleColumns(inSpec, StringValue.class);
    }

    /**
     * @param inSpec a table or null
     * @return its first text column
     */
    public static Optional<DataColumnSpec> getFirstStringColumn(final DataTableSpec inSpec) {
        return first(getStringColumns(inSpec));
    }

    /**
     * @param context the ports
     * @return the text columns of the first input table
     */
    public static List<DataColumnSpec> getStringColumnsOfFirstPort(final NodeParametersInput context) {
        return getStringColumns(context, 0);
    }

    /**
     * @param context the ports
     * @param portIndex input port
     * @return the number columns there
     */
    public static List<DataColumnSpec> getDoubleColumns(final NodeParametersInput context, final int portIndex) {
        return getCompatibleColumns(context, portIndex, DoubleValue.class);
    }

    /**
     * @param inSpec a table or null
     * @return its number columns
     */
    public static List<DataColumnSpec> getDoubleColumns(final DataTableSpec inSpec) {
        return getCompatibleColumns(inSpec, DoubleValue.class);
    }

    /**
     * @param inSpec a table or null
     * @return its first number column
     */
    public static Optional<DataColumnSpec> getFirstDoubleColumn(final DataTableSpec inSpec) {
        return first(getDoubleColumns(inSpec));
    }

    /**
     * @param context the ports
     * @return the number columns of the first input table
     */
    public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(final NodeParametersInput context) {
        return getDoubleColumns(context, 0);
    }

    /**
     * @param spec a table or null
     * @param valueClasses value types
     * @return its columns that have one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, Arrays.asList(valueClasses));
    }

    /**
     * @param spec a table or null
     * @param valueClasses value types
     * @return its columns that have one of them
     */
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Collection<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(column -> isCompatible(column, valueClasses)).toList();
    }

    /**
     * @param spec a table or null
     * @param valueClasses value types
     * @return its first column that has one of them
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(spec, Arrays.asList(valueClasses));
    }

    /**
     * @param spec a table or null
     * @param valueClasses value types
     * @return its first column that has one of them
     */
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final List<Class<? extends DataValue>> valueClasses) {
        return first(getCompatibleColumns(spec, valueClasses));
    }

    static boolean isCompatible(final DataColumnSpec column,
        final Collection<Class<? extends DataValue>> valueClasses) {
        return valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }

    private static Stream<DataColumnSpec> columns(final DataTableSpec spec) {
        return spec == null ? Stream.empty() : spec.stream();
    }

    private static Optional<DataColumnSpec> first(final List<DataColumnSpec> columns) {
        return columns.stream().findFirst();
    }
}
