// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Objects;

/** An entry with a plain value, of any type but config; KNIME has a class per type here, which no node names. */
final class ConfigValueEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final Serializable m_value;

    ConfigValueEntry(final String key, final ConfigEntries type, final Serializable value) {
        super(key, type);
        m_value = value;
    }

    Object getValue() {
        return m_value;
    }

    ConfigValueEntry copy() {
        return new ConfigValueEntry(getKey(), getType(), m_value);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return other instanceof ConfigValueEntry that && Objects.equals(m_value, that.m_value);
    }

    @Override
    public String toStringValue() {
        return m_value == null ? null : m_value.toString();
    }
}
