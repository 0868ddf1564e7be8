// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the classes of cell in a table file, so that each name is kept once. Safe for several threads. */
final class ClassNames {

    private final List<String> m_names = new ArrayList<>();

    private final Map<String, Integer> m_numbers = new HashMap<>();

    synchronized int number(final String name) {
        return m_numbers.computeIfAbsent(name, n -> {
            m_names.add(n);
            return m_names.size() - 1;
        });
    }

    synchronized String name(final int number) {
        return m_names.get(number);
    }

    synchronized List<String> all() {
        return List.copyOf(m_names);
    }
}
