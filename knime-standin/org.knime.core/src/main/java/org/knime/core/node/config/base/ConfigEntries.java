// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.function.Function;

import org.epattern.standin.settings.PlainConfig;

/** The types of settings entries; their names are those in the files. */
public enum ConfigEntries {
    /** Text or null. */
    xstring(text -> text),
    /** 32-bit integer. */
    xint(Integer::valueOf),
    /** 64-bit floating point number. */
    xdouble(Double::valueOf),
    /** 32-bit floating point number. */
    xfloat(Float::valueOf),
    /** 64-bit integer. */
    xlong(Long::valueOf),
    /** 16-bit integer. */
    xshort(Short::valueOf),
    /** 8-bit integer. */
    xbyte(Byte::valueOf),
    /** One UTF-16 character. */
    xchar(ConfigEntries::oneChar),
    /** true or false. */
    xboolean(ConfigEntries::trueOrFalse),
    /** Nested entries. */
    config(null),
    /** Hidden text, kept as it is. */
    xpassword(text -> text),
    /** Text that is never saved with its value. */
    xtransientstring(text -> text);

    private final Function<String, ? extends Serializable> m_parser;

    ConfigEntries(final Function<String, ? extends Serializable> parser) {
        m_parser = parser;
    }

    /**
     * @param key key of the entry
     * @param value its value as text; null allowed for texts only
     * @return a new entry
     * @throws IllegalArgumentException if the text is no value of this type
     */
    public AbstractConfigEntry createEntry(final String key, final String value) {
        if (this == config) {
            return new PlainConfig(key);
        }
        if (value == null && this != xstring && this != xpassword && this != xtransientstring) {
            throw new IllegalArgumentException("Key \"" + key + "\": an entry of type " + name() + " cannot be null");
        }
        try {
            return new ConfigValueEntry(key, this, m_parser.apply(value));
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("Key \"" + key + "\": \"" + value + "\" is no " + name(), e);
        }
    }

    private static Character oneChar(final String text) {
        if (text.length() != 1) {
            throw new NumberFormatException(text);
        }
        return text.charAt(0);
    }

    private static Boolean trueOrFalse(final String text) {
        if (!"true".equalsIgnoreCase(text) && !"false".equalsIgnoreCase(text)) {
            throw new NumberFormatException(text);
        }
        return Boolean.valueOf(text);
    }
}
