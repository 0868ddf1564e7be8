// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Gives names that are not taken yet, by a number in brackets after the wished name, and remembers them. */
public final class UniqueNameGenerator {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d{1,9})\\)", Pattern.DOTALL);

    private final Set<String> m_taken;

    /**
     * @param spec table whose column names are taken; null for none
     */
    public UniqueNameGenerator(final DataTableSpec spec) {
        this(spec == null ? Set.of() : Set.copyOf(Arrays.asList(spec.getColumnNames())));
    }

    /**
     * @param names names that are taken; null for none
     */
    public UniqueNameGenerator(final Set<String> names) {
        m_taken = new HashSet<>(names == null ? Set.of() : names);
    }

    /**
     * @param suggested wished name, not null; blanks around it are cut
     * @return that name if it is free, else the same with " (#1)", " (#2)" and so on; a number that it has already is
     *         counted up
     */
    public String newName(final String suggested) {
        String name = suggested.trim();
        final Matcher numbered = NUMBERED.matcher(name);
        final boolean hasNumber = numbered.matches();
        final String base = hasNumber ? numbered.group(1) : name;
        int number = hasNumber ? Integer.parseInt(numbered.group(2)) : 0;
        while (!m_taken.add(name)) {
            number++;
            name = base + " (#" + number + ")";
        }
        return name;
    }

    /**
     * @param suggested wished name
     * @param type type of the column
     * @return a creator of a column with a free name
     */
    public DataColumnSpecCreator newCreator(final String suggested, final DataType type) {
        return new DataColumnSpecCreator(newName(suggested), type);
    }

    /**
     * @param column column to start from
     * @return a creator of a column with a free name
     */
    public DataColumnSpecCreator newCreator(final DataColumnSpec column) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        creator.setName(newName(column.getName()));
        return creator;
    }

    /**
     * @param suggested wished name
     * @param type type of the column
     * @return a column with a free name
     */
    public DataColumnSpec newColumn(final String suggested, final DataType type) {
        return newCreator(suggested, type).createSpec();
    }
}
