// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.RowKey;

/** Counts the rows that something is to be said about, and remembers the first few by name. */
public final class RowNames {

    private static final int REMEMBERED = 5;

    private final List<String> m_first = new ArrayList<>();
    private long m_count;

    /** @param row a further row */
    public void add(final RowKey row) {
        if (m_count < REMEMBERED) {
            m_first.add(row.getString());
        }
        m_count++;
    }

    /** @return number of rows */
    public long count() {
        return m_count;
    }

    @Override
    public String toString() {
        return String.join(", ", m_first) + (m_count > REMEMBERED ? ", ..." : "");
    }
}
