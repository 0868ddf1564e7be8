// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks.flows;

import java.util.ArrayList;
import java.util.List;

/** A part of a settings file that is being made: entries with a type and a value, and nested configs, in order. */
final class Config {

    private static final String STEP = "    ";
    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd" \
        key="%s">
        """;

    private final String m_key;
    /** Lines without their indentation by this config. */
    private final List<String> m_lines = new ArrayList<>();

    Config(final String key) {
        m_key = key;
    }

    /** Adds an entry with a type of KNIME's, for example xstring. */
    Config entry(final String key, final String type, final String value) {
        m_lines.add("<entry key=\"%s\" type=\"%s\" value=\"%s\"/>".formatted(escape(key), type, escape(value)));
        return this;
    }

    Config text(final String key, final String value) {
        return entry(key, "xstring", value);
    }

    /** Adds a text that is null. */
    Config nothing(final String key) {
        m_lines.add("<entry key=\"%s\" type=\"xstring\" isnull=\"true\" value=\"\"/>".formatted(escape(key)));
        return this;
    }

    Config integer(final String key, final int value) {
        return entry(key, "xint", Integer.toString(value));
    }

    Config number(final String key, final double value) {
        return entry(key, "xdouble", Double.toString(value));
    }

    Config flag(final String key, final boolean value) {
        return entry(key, "xboolean", Boolean.toString(value));
    }

    /** Adds texts as KNIME writes an array. */
    Config texts(final String key, final List<String> values) {
        final Config array = new Config(key).integer("array-size", values.size());
        for (int i = 0; i < values.size(); i++) {
            array.text(Integer.toString(i), values.get(i));
        }
        return config(array);
    }

    /** Adds whole numbers as KNIME writes an array. */
    Config integers(final String key, final int... values) {
        final Config array = new Config(key).integer("array-size", values.length);
        for (int i = 0; i < values.length; i++) {
            array.integer(Integer.toString(i), values[i]);
        }
        return config(array);
    }

    /** Adds a nested config. */
    Config config(final Config nested) {
        if (nested.m_lines.isEmpty()) {
            m_lines.add("<config key=\"" + escape(nested.m_key) + "\"/>");
        } else {
            m_lines.add("<config key=\"" + escape(nested.m_key) + "\">");
            nested.m_lines.forEach(l -> m_lines.add(STEP + l));
            m_lines.add("</config>");
        }
        return this;
    }

    /** Adds an empty nested config. */
    Config empty(final String key) {
        return config(new Config(key));
    }

    /** Adds lines that are XML already. */
    Config lines(final List<String> lines) {
        m_lines.addAll(lines);
        return this;
    }

    /** @return a whole settings file */
    String document() {
        final StringBuilder text = new StringBuilder(HEAD.formatted(m_key));
        m_lines.forEach(l -> text.append(STEP).append(l).append('\n'));
        return text.append("</config>\n").toString();
    }

    static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("\n", "&#10;");
    }
}
