// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A data block of a CIF file: for each data name, in lower case, its values, one of them outside loops. A value that is
 * unknown ({@code ?}) or does not apply ({@code .}) stands as this character.
 *
 * @param name what follows {@code data_}
 * @param values the values of each name
 */
record CifBlock(String name, Map<String, List<String>> values) {

    CifBlock(final String name) {
        this(name, new HashMap<>());
    }

    /** The values of the first of the names that the block has; empty if it has none. */
    List<String> column(final String... names) {
        for (final String candidate : names) {
            final List<String> found = values.get(candidate);
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    /** The first known value under one of the names, or null. */
    String text(final String... names) {
        for (final String candidate : names) {
            final List<String> found = values.getOrDefault(candidate, List.of());
            if (!found.isEmpty() && !isUnknown(found.get(0))) {
                return found.get(0);
            }
        }
        return null;
    }

    static boolean isUnknown(final String value) {
        return "?".equals(value) || ".".equals(value);
    }
}
