// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;

/** Identifies a row within its table. */
public final class RowKey implements RowKeyValue {

    private final String m_id;

    /**
     * @param id the identifier, not null
     */
    public RowKey(final String id) {
        if (id == null) {
            throw new NullPointerException("A row key must not be null");
        }
        m_id = id;
    }

    @Override
    public String getString() {
        return m_id;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    @Override
    public String toString() {
        return m_id;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowKey that && m_id.equals(that.m_id);
    }

    @Override
    public int hashCode() {
        return m_id.hashCode();
    }

    /**
     * @param keys row keys, may be null
     * @return their identifiers
     */
    public static String[] toStrings(final RowKey... keys) {
        return keys == null ? null : Arrays.stream(keys).map(RowKey::getString).toArray(String[]::new);
    }

    /**
     * @param ids identifiers, may be null
     * @return row keys
     */
    public static RowKey[] toRowKeys(final String... ids) {
        return ids == null ? null : Arrays.stream(ids).map(RowKey::new).toArray(RowKey[]::new);
    }

    /**
     * @param index index of the row from 0
     * @return the default key of that row, "Row0" for the first one
     */
    public static RowKey createRowKey(final int index) {
        return createRowKey((long)index);
    }

    /**
     * @param index index of the row from 0
     * @return the default key of that row, "Row0" for the first one
     */
    public static RowKey createRowKey(final long index) {
        return new RowKey("Row" + index);
    }
}
