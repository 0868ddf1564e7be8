// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259): objects become maps in the order of the text, arrays lists, whole numbers {@link Long}, other
 * numbers {@link Double}.
 */
public final class JsonReader {

    /** Deeper texts are no requests of ours, and would only fill the stack. */
    private static final int DEEPEST = 64;

    private final String m_text;

    private int m_position;

    private JsonReader(final String text) {
        m_text = text;
    }

    /**
     * @param text a JSON text
     * @return the value; null for "null"
     * @throws IllegalArgumentException one sentence that says where it is no JSON
     */
    public static Object read(final String text) {
        final JsonReader reader = new JsonReader(text);
        final Object value = reader.value(0);
        reader.skipBlanks();
        if (reader.m_position < text.length()) {
            throw reader.wrong("the end");
        }
        return value;
    }

    private Object value(final int depth) {
        if (depth > DEEPEST) {
            throw wrong("at most " + DEEPEST + " levels");
        }
        skipBlanks();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(final int depth) {
        final Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        skipBlanks();
        if (peek() == '}') {
            m_position++;
            return object;
        }
        while (true) {
            skipBlanks();
            final String key = string();
            skipBlanks();
            expect(':');
            object.put(key, value(depth + 1));
            skipBlanks();
            if (peek() != ',') {
                expect('}');
                return object;
            }
            m_position++;
        }
    }

    private List<Object> array(final int depth) {
        final List<Object> array = new ArrayList<>();
        expect('[');
        skipBlanks();
        if (peek() == ']') {
            m_position++;
            return array;
        }
        while (true) {
            array.add(value(depth + 1));
            skipBlanks();
            if (peek() != ',') {
                expect(']');
                return array;
            }
            m_position++;
        }
    }

    private String string() {
        expect('"');
        final StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            final char c = next();
            if (c < ' ') {
                m_position--;
                throw wrong("a character that is no control character");
            }
            text.append(c == '\\' ? escaped() : c);
        }
        m_position++;
        return text.toString();
    }

    private char escaped() {
        final char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an escape of JSON");
        };
    }

    private char unicode() {
        final int end = m_position + 4;
        if (end > m_text.length() || !m_text.substring(m_position, end).matches("[0-9a-fA-F]{4}")) {
            throw wrong("four hexadecimal digits");
        }
        final char c = (char)Integer.parseInt(m_text.substring(m_position, end), 16);
        m_position = end;
        return c;
    }

    private Object number() {
        int end = m_position;
        while (end < m_text.length() && "+-.0123456789eE".indexOf(m_text.charAt(end)) >= 0) {
            end++;
        }
        final String digits = m_text.substring(m_position, end);
        if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw wrong("a value");
        }
        m_position = end;
        return digits.matches("-?[0-9]{1,18}") ? (Object)Long.valueOf(digits) : (Object)Double.valueOf(digits);
    }

    private Object word(final String word, final Object value) {
        if (!m_text.startsWith(word, m_position)) {
            throw wrong("a value");
        }
        m_position += word.length();
        return value;
    }

    private void skipBlanks() {
        while (m_position < m_text.length() && " \t\r\n".indexOf(m_text.charAt(m_position)) >= 0) {
            m_position++;
        }
    }

    private void expect(final char c) {
        if (peek() != c) {
            throw wrong("'" + c + "'");
        }
        m_position++;
    }

    private char next() {
        final char c = peek();
        m_position++;
        return c;
    }

    private char peek() {
        if (m_position >= m_text.length()) {
            throw new IllegalArgumentException("The JSON text ends too early, after " + m_text.length()
                + " characters");
        }
        return m_text.charAt(m_position);
    }

    private IllegalArgumentException wrong(final String expected) {
        return new IllegalArgumentException("At character " + m_position + " of the JSON text, " + expected
            + " was expected");
    }
}
