// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON text into maps, lists, strings, doubles, booleans and null: as much as the reference values need. */
final class Json {

    private final String m_text;
    private int m_at;

    private Json(final String text) {
        m_text = text;
    }

    /** @return the object that is the whole text */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(final String text) {
        return (Map<String, Object>)new Json(text).value();
    }

    private char next() {
        while (Character.isWhitespace(m_text.charAt(m_at))) {
            m_at++;
        }
        return m_text.charAt(m_at);
    }

    private boolean skip(final char c) {
        final boolean found = next() == c;
        if (found) {
            m_at++;
        }
        return found;
    }

    private Object value() {
        return switch (next()) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> map() {
        final Map<String, Object> map = new LinkedHashMap<>();
        m_at++;
        while (!skip('}')) {
            next();
            final String key = string();
            skip(':');
            map.put(key, value());
            skip(',');
        }
        return map;
    }

    private List<Object> list() {
        final List<Object> list = new ArrayList<>();
        m_at++;
        while (!skip(']')) {
            list.add(value());
            skip(',');
        }
        return list;
    }

    private String string() {
        final StringBuilder text = new StringBuilder();
        m_at++;
        while (m_text.charAt(m_at) != '"') {
            char c = m_text.charAt(m_at++);
            if (c == '\\') {
                c = m_text.charAt(m_at++);
                switch (c) {
                    case 'n' -> c = '\n';
                    case 'r' -> c = '\r';
                    case 't' -> c = '\t';
                    case 'b' -> c = '\b';
                    case 'f' -> c = '\f';
                    case 'u' -> {
                        c = (char)Integer.parseInt(m_text.substring(m_at, m_at + 4), 16);
                        m_at += 4;
                    }
                    default -> {
                        // the character itself
                    }
                }
            }
            text.append(c);
        }
        m_at++;
        return text.toString();
    }

    private Object word() {
        final int start = m_at;
        while (m_at < m_text.length() && "+-.".indexOf(m_text.charAt(m_at)) >= 0
            || Character.isLetterOrDigit(m_text.charAt(m_at))) {
            m_at++;
        }
        final String word = m_text.substring(start, m_at);
        return switch (word) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null" -> null;
            default -> Double.valueOf(word);
        };
    }
}
