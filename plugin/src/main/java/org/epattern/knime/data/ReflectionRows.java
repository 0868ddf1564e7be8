// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.epattern.register.Reflection;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.InvalidSettingsException;

/** Turns rows of the reflection table into reflections and back. */
public final class ReflectionRows {

    private static final String TABLE = "reflections";
    private static final String SEPARATOR = ", ";

    private final int m_scanX;
    private final int m_scanY;
    private final int m_x;
    private final int m_y;
    private final int m_radius;
    private final int m_mean;
    private final int m_prominence;
    private final int m_noise;
    private final int m_rank;
    private final int m_flags;

    /**
     * @param spec a reflection table; prominence, noise and flags may be absent
     * @throws InvalidSettingsException one sentence if another column is absent or of a wrong type
     */
    public ReflectionRows(final DataTableSpec spec) throws InvalidSettingsException {
        m_scanX = Columns.find(spec, TABLE, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_scanY = Columns.find(spec, TABLE, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_x = Columns.find(spec, TABLE, Schema.X, DoubleValue.class, "numbers");
        m_y = Columns.find(spec, TABLE, Schema.Y, DoubleValue.class, "numbers");
        m_radius = Columns.find(spec, TABLE, Schema.RADIUS, DoubleValue.class, "numbers");
        m_mean = Columns.find(spec, TABLE, Schema.MEAN, DoubleValue.class, "numbers");
        m_rank = Columns.find(spec, TABLE, Schema.RANK, IntValue.class, "whole numbers");
        m_prominence = optional(spec, Schema.PROMINENCE);
        m_noise = optional(spec, Schema.NOISE);
        m_flags = spec.findColumnIndex(Schema.FLAGS);
    }

    private static int optional(final DataTableSpec spec, final String name) {
        final int index = spec.findColumnIndex(name);
        return index >= 0 && spec.getColumnSpec(index).getType().isCompatible(DoubleValue.class) ? index : -1;
    }

    /** @return index of the column scan x */
    public int scanX() {
        return m_scanX;
    }

    /** @return index of the column scan y */
    public int scanY() {
        return m_scanY;
    }

    /** @return index of the column x */
    public int x() {
        return m_x;
    }

    /**
     * @param row a row of the table
     * @return the reflection; null if a value is missing that it cannot do without
     */
    public Reflection read(final DataRow row) {
        for (final int needed : new int[]{m_x, m_y, m_radius, m_mean, m_rank}) {
            if (row.getCell(needed).isMissing()) {
                return null;
            }
        }
        return new Reflection(number(row, m_x), number(row, m_y), number(row, m_radius), number(row, m_mean),
            number(row, m_prominence), number(row, m_noise), ((IntValue)row.getCell(m_rank)).getIntValue(),
            flags(row));
    }

    private static double number(final DataRow row, final int column) {
        return column >= 0 && row.getCell(column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    private Set<Reflection.Flag> flags(final DataRow row) {
        final EnumSet<Reflection.Flag> flags = EnumSet.noneOf(Reflection.Flag.class);
        if (m_flags >= 0 && row.getCell(m_flags) instanceof StringValue value) {
            final Set<String> words = Set.copyOf(Arrays.asList(value.getStringValue().split(SEPARATOR)));
            for (final Reflection.Flag flag : Reflection.Flag.values()) {
                if (words.contains(word(flag))) {
                    flags.add(flag);
                }
            }
        }
        return flags;
    }

    /** @return how a flag is written in the table, e.g. "not refined" */
    private static String word(final Reflection.Flag flag) {
        return flag.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * @param reflection a reflection
     * @return what is unusual about it, in the words of the table
     */
    public static List<String> words(final Reflection reflection) {
        return reflection.flags().stream().sorted().map(ReflectionRows::word).toList();
    }

    /**
     * @param scanX scan x of the pattern
     * @param scanY scan y of the pattern
     * @param r the reflection
     * @return cells in the order of {@link Schema#reflections()}, with every digit
     */
    public static DataCell[] cells(final int scanX, final int scanY, final Reflection r) {
        final String flags = r.flags().isEmpty() ? "" : String.join(SEPARATOR, words(r));
        return new DataCell[]{IntCellFactory.create(scanX), IntCellFactory.create(scanY), number(r.x()), number(r.y()),
            number(r.radius()), number(r.mean()), number(r.prominence()), number(r.noise()),
            IntCellFactory.create(r.rank()), StringCellFactory.create(flags)};
    }

    /**
     * @param scanX scan x of the pattern
     * @param scanY scan y of the pattern
     * @param r a reflection as it was measured
     * @return cells in the order of {@link Schema#reflections()}, as exact as {@link TablePrecision} says
     */
    public static DataCell[] measured(final int scanX, final int scanY, final Reflection r) {
        return cells(scanX, scanY, rounded(r));
    }

    /**
     * @param r a reflection as it was measured
     * @return the reflection as exact as {@link TablePrecision} says
     */
    public static Reflection rounded(final Reflection r) {
        return new Reflection(TablePrecision.position(r.x()), TablePrecision.position(r.y()),
            TablePrecision.radius(r.radius()), TablePrecision.intensity(r.mean()),
            TablePrecision.noise(r.prominence()), TablePrecision.noise(r.noise()), r.rank(), r.flags());
    }

    /**
     * @param value a coordinate in a pattern (px); not a number if it is not known
     * @return the coordinate as the table of reflections has it; missing if it is not known
     */
    public static DataCell position(final double value) {
        return number(TablePrecision.position(value));
    }

    /**
     * @param value a value; not a number if it is not known
     * @return the value; missing if it is not known
     */
    public static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : DoubleCellFactory.create(value);
    }
}
