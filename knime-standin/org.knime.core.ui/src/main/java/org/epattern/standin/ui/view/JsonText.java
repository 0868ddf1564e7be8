// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes objects as JSON (RFC 8259) the way the platform's library does: maps and records become objects, lists and
 * arrays become arrays, numbers that are not finite become strings.
 */
public final class JsonText {

    private final StringBuilder m_text = new StringBuilder();

    private JsonText() {
    }

    /**
     * @param value null, a string, number, boolean or enum constant; a map, record, list or array of them
     * @return the JSON text
     * @throws IllegalArgumentException if it is something else
     */
    public static String of(final Object value) {
        final JsonText json = new JsonText();
        json.write(value);
        return json.m_text.toString();
    }

    private void write(final Object value) {
        if (value == null || value instanceof Boolean) {
            m_text.append(value);
        } else if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            writeString(value.toString());
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map);
        } else if (value instanceof Iterable<?> list) {
            writeArray(list);
        } else if (value instanceof Object[] array) {
            writeArray(Arrays.asList(array));
        } else if (value instanceof Record object) {
            writeObject(components(object));
        } else {
            throw new IllegalArgumentException("An object of " + value.getClass() + " has no form in JSON");
        }
    }

    private void writeNumber(final Number number) {
        final double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            writeString(number.toString());
        } else {
            m_text.append(number);
        }
    }

    private void writeObject(final Map<?, ?> map) {
        m_text.append('{');
        String separator = "";
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            m_text.append(separator);
            writeString(String.valueOf(entry.getKey()));
            m_text.append(':');
            write(entry.getValue());
            separator = ",";
        }
        m_text.append('}');
    }

    private void writeArray(final Iterable<?> list) {
        m_text.append('[');
        String separator = "";
        for (final Object item : list) {
            m_text.append(separator);
            write(item);
            separator = ",";
        }
        m_text.append(']');
    }

    private static Map<String, Object> components(final Record object) {
        final Map<String, Object> map = new LinkedHashMap<>();
        for (final RecordComponent component : object.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true); // the record need not be public
                map.put(component.getName(), component.getAccessor().invoke(object));
            } catch (final IllegalAccessException | InvocationTargetException ex) {
                throw new IllegalArgumentException("The component \"" + component.getName() + "\" of "
                    + object.getClass() + " cannot be read", ex);
            }
        }
        return map;
    }

    private void writeString(final String text) {
        m_text.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                m_text.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
                m_text.append(String.format(Locale.ROOT, "\\u%04x", (int)c));
            } else {
                m_text.append(c);
            }
        }
        m_text.append('"');
    }
}
