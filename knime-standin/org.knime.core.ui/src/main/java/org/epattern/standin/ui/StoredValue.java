// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** One entry under one key, plus a second one that tells whether an optional value is there. */
record StoredValue(String key, Entry<Object> entry, boolean isOptional) implements Stored {

    private static final String PRESENT_SUFFIX = "_is_present";

    /** Reads an entry. */
    interface Reader<T> {
        T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    /** Writes an entry. */
    interface Writer<T> {
        void write(NodeSettingsWO settings, String key, T value);
    }

    /**
     * How a type of value is stored.
     *
     * @param reader reads it
     * @param writer writes it
     * @param absent what is written for an optional value that is not there
     */
    record Entry<T>(Reader<T> reader, Writer<T> writer, T absent) {
    }

    private static final Map<Class<?>, Entry<?>> ENTRIES = Map.ofEntries(
        entry(Integer.class, NodeSettingsRO::getInt, NodeSettingsWO::addInt, 0),
        entry(Long.class, NodeSettingsRO::getLong, NodeSettingsWO::addLong, 0L),
        entry(Double.class, NodeSettingsRO::getDouble, NodeSettingsWO::addDouble, 0d),
        entry(Float.class, NodeSettingsRO::getFloat, NodeSettingsWO::addFloat, 0f),
        entry(Byte.class, NodeSettingsRO::getByte, NodeSettingsWO::addByte, (byte)0),
        entry(Character.class, NodeSettingsRO::getChar, NodeSettingsWO::addChar, ' '),
        entry(Boolean.class, NodeSettingsRO::getBoolean, NodeSettingsWO::addBoolean, false),
        entry(String.class, NodeSettingsRO::getString, NodeSettingsWO::addString, null),
        entry(int[].class, NodeSettingsRO::getIntArray, NodeSettingsWO::addIntArray, new int[0]),
        entry(long[].class, NodeSettingsRO::getLongArray, NodeSettingsWO::addLongArray, new long[0]),
        entry(double[].class, NodeSettingsRO::getDoubleArray, NodeSettingsWO::addDoubleArray, new double[0]),
        entry(float[].class, NodeSettingsRO::getFloatArray, NodeSettingsWO::addFloatArray, new float[0]),
        entry(byte[].class, NodeSettingsRO::getByteArray, NodeSettingsWO::addByteArray, new byte[0]),
        entry(char[].class, NodeSettingsRO::getCharArray, NodeSettingsWO::addCharArray, new char[0]),
        entry(boolean[].class, NodeSettingsRO::getBooleanArray, NodeSettingsWO::addBooleanArray, new boolean[0]),
        entry(String[].class, NodeSettingsRO::getStringArray, NodeSettingsWO::addStringArray, new String[0]),
        entry(DataType.class, NodeSettingsRO::getDataType, NodeSettingsWO::addDataType, StringCell.TYPE),
        entry(Void.class, (settings, key) -> null, (settings, key, value) -> {
        }, null));

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(int.class, Integer.class, long.class, Long.class,
        double.class, Double.class, float.class, Float.class, byte.class, Byte.class, char.class, Character.class,
        boolean.class, Boolean.class);

    private static <T> Map.Entry<Class<?>, Entry<?>> entry(final Class<T> type, final Reader<T> reader,
        final Writer<T> writer, final T absent) {
        return Map.entry(type, new Entry<>(reader, writer, absent));
    }

    /**
     * @param field a setting that is not made of further settings
     * @return how it is stored
     * @throws IllegalStateException if its type cannot be stored
     */
    static StoredValue of(final ParameterField field) {
        final Class<?> type = field.valueType();
        final Entry<?> known = ENTRIES.get(WRAPPERS.getOrDefault(type, type));
        if (known == null && !type.isEnum()) {
            throw new IllegalStateException(
                field.place() + " has the type " + type.getName() + ", which cannot be stored.");
        }
        @SuppressWarnings("unchecked")
        final Entry<Object> entry = (Entry<Object>)(known == null ? constants(type) : known);
        return new StoredValue(field.key(), entry, field.isOptional());
    }

    private static Entry<Object> constants(final Class<?> type) {
        return new Entry<>((settings, key) -> {
            final String name = settings.getString(key);
            for (final Object constant : type.getEnumConstants()) {
                if (((Enum<?>)constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new InvalidSettingsException("Invalid value \"" + name + "\" for the setting \"" + key
                + "\"; possible values: " + Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>)constant).name()).collect(Collectors.joining(", ")) + ".");
        }, (settings, key, value) -> settings.addString(key, value == null ? null : ((Enum<?>)value).name()), null);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (!isOptional) {
            return entry.reader().read(settings, key);
        }
        return settings.getBoolean(key + PRESENT_SUFFIX, true)
            ? Optional.ofNullable(entry.reader().read(settings, key)) : Optional.empty();
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        if (!isOptional) {
            entry.writer().write(settings, key, value);
            return;
        }
        final Optional<?> optional = (Optional<?>)value;
        entry.writer().write(settings, key, optional.isPresent() ? optional.get() : entry.absent());
        settings.addBoolean(key + PRESENT_SUFFIX, optional.isPresent());
    }
}
