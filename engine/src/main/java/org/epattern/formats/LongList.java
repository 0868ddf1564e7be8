// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.Arrays;

/** Growing list of positions, eight bytes each. */
final class LongList {

    private long[] m_values = new long[16];
    private int m_size;

    void add(final long value) {
        if (m_size == m_values.length) {
            m_values = Arrays.copyOf(m_values, m_size + m_size / 2);
        }
        m_values[m_size++] = value;
    }

    long get(final int index) {
        return m_values[index];
    }

    int size() {
        return m_size;
    }
}
