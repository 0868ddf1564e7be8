// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.parameters.NodeParameters;

/**
 * Keeps the settings with which a node ran as a table, for its view: KNIME hands a view the tables that its node kept,
 * and not the settings. Setting by setting, so that a view can read what an earlier version kept.
 */
public final class StoredSettings {

    private final Map<String, String> m_values = new LinkedHashMap<>();

    /** Keeps nothing yet. */
    public StoredSettings() {
    }

    /**
     * @param table a table that {@link #toTable} made
     */
    public StoredSettings(final BufferedDataTable table) {
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                m_values.put(((StringValue)row.getCell(0)).getStringValue(),
                    ((StringValue)row.getCell(1)).getStringValue());
            }
        }
    }

    /**
     * @param key name of a value
     * @param value the value
     */
    public void put(final String key, final String value) {
        m_values.put(key, value);
    }

    /**
     * @param key name of a value
     * @return the value; null if it was not kept
     */
    public String get(final String key) {
        return m_values.get(key);
    }

    /**
     * @param key name of a number
     * @return the number; not a number if it was not kept
     */
    public double number(final String key) {
        return m_values.containsKey(key) ? Double.parseDouble(m_values.get(key)) : Double.NaN;
    }

    /**
     * Keeps all fields of a settings class: texts, numbers, switches and choices.
     *
     * @param parameters the settings of a node
     */
    public void putAll(final NodeParameters parameters) {
        for (final Field field : parameters.getClass().getDeclaredFields()) {
            if (isSetting(field)) {
                final Object value = read(field, parameters);
                m_values.put(field.getName(), value instanceof Enum<?> choice ? choice.name() : String.valueOf(value));
            }
        }
    }

    /**
     * Sets all fields of a settings class that were kept; the others stay as they are.
     *
     * @param parameters receives the settings
     */
    public void restore(final NodeParameters parameters) {
        for (final Field field : parameters.getClass().getDeclaredFields()) {
            if (isSetting(field) && m_values.containsKey(field.getName())) {
                write(field, parameters, m_values.get(field.getName()));
            }
        }
    }

    private static boolean isSetting(final Field field) {
        final Class<?> type = field.getType();
        return !Modifier.isStatic(field.getModifiers()) && (type == String.class || type == double.class
            || type == int.class || type == boolean.class || type.isEnum());
    }

    private static Object read(final Field field, final NodeParameters parameters) {
        try {
            field.setAccessible(true);
            return field.get(parameters);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " was made accessible", e);
        }
    }

    private static void write(final Field field, final NodeParameters parameters, final String text) {
        try {
            field.setAccessible(true);
            field.set(parameters, parse(field.getType(), text));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " was made accessible", e);
        }
    }

    private static Object parse(final Class<?> type, final String text) {
        if (type == double.class) {
            return Double.valueOf(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type.isEnum()) {
            for (final Object constant : type.getEnumConstants()) {
                if (((Enum<?>)constant).name().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("The view does not know the choice " + text
                + "; reset the node and execute it again");
        }
        return text;
    }

    /**
     * @param exec context of the node
     * @return name and value of each setting
     */
    public BufferedDataTable toTable(final ExecutionContext exec) {
        try (TableOutput table = new TableOutput(exec,
            new DataTableSpec(Schema.stringColumn(Schema.NAME), Schema.stringColumn(Schema.VALUE)))) {
            m_values.forEach((key, value) -> table.add(StringCellFactory.create(key), StringCellFactory.create(value)));
            return table.finish();
        }
    }
}
