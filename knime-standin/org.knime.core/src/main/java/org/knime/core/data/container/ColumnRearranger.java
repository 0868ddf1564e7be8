// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.node.util.CheckUtils;

/** Says which columns a new table has: columns of the input table and columns made by cell factories. */
public class ColumnRearranger {

    /** A column of the new table: from the input (no factory), or number {@code index} of a factory's columns. */
    record Column(CellFactory factory, int index, DataColumnSpec spec) {
    }

    private final DataTableSpec m_input;

    private final List<Column> m_columns = new ArrayList<>();

    /**
     * @param original the input table; all its columns are kept at first
     */
    public ColumnRearranger(final DataTableSpec original) {
        m_input = CheckUtils.checkArgumentNotNull(original, "The spec of the input table must not be null");
        for (int i = 0; i < original.getNumColumns(); i++) {
            m_columns.add(new Column(null, i, original.getColumnSpec(i)));
        }
    }

    DataTableSpec input() {
        return m_input;
    }

    List<Column> columns() {
        return List.copyOf(m_columns);
    }

    private int[] indicesOf(final String... names) {
        return Arrays.stream(names).mapToInt(name -> {
            final int index = indexOf(name);
            CheckUtils.checkArgument(index >= 0, "Column \"%s\" is not in the table", name);
            return index;
        }).toArray();
    }

    private Set<Integer> checked(final int... indices) {
        final Set<Integer> set = new HashSet<>();
        for (final int index : indices) {
            CheckUtils.checkArgument(set.add(index), "Column index %d is given twice", index);
            if (index < 0 || index >= m_columns.size()) {
                throw new IndexOutOfBoundsException("There is no column " + index + " among " + m_columns.size());
            }
        }
        return set;
    }

    /**
     * @param indices columns kept, from 0; their order stays
     */
    public final void keepOnly(final int... indices) {
        final Set<Integer> kept = checked(indices);
        removeWhere(i -> !kept.contains(i));
    }

    /**
     * @param names columns kept; their order stays
     */
    public final void keepOnly(final String... names) {
        keepOnly(indicesOf(names));
    }

    /**
     * @param indices columns removed, from 0
     */
    public final void remove(final int... indices) {
        final Set<Integer> removed = checked(indices);
        removeWhere(removed::contains);
    }

    /**
     * @param names columns removed
     */
    public final void remove(final String... names) {
        remove(indicesOf(names));
    }

    private void removeWhere(final IntPredicate removed) {
        for (int i = m_columns.size() - 1; i >= 0; i--) {
            if (removed.test(i)) {
                m_columns.remove(i);
            }
        }
    }

    /**
     * @param name a column name
     * @return its present index from 0, or -1 if there is none
     */
    public final int indexOf(final String name) {
        for (int i = 0; i < m_columns.size(); i++) {
            if (m_columns.get(i).spec().getName().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * @return present number of columns
     */
    public final int getColumnCount() {
        return m_columns.size();
    }

    /**
     * @param from present index of a column
     * @param to index before which it is put, counted with the column at its present place
     */
    public final void move(final int from, final int to) {
        checked(from);
        if (to < 0 || to > m_columns.size()) {
            throw new IndexOutOfBoundsException("A column cannot be moved to " + to + " among " + m_columns.size());
        }
        final Column moved = m_columns.remove(from);
        m_columns.add(to > from ? to - 1 : to, moved);
    }

    /**
     * @param name a column
     * @param to index before which it is put, counted with the column at its present place
     */
    public final void move(final String name, final int to) {
        move(indicesOf(name)[0], to);
    }

    /**
     * @param order all present indices in their new order
     */
    public final void permute(final int[] order) {
        CheckUtils.checkArgument(checked(order).size() == m_columns.size(), "An order of %d columns was expected",
            m_columns.size());
        final List<Column> before = columns();
        for (int i = 0; i < order.length; i++) {
            m_columns.set(i, before.get(order[i]));
        }
    }

    /**
     * @param order names of all columns in their new order
     */
    public final void permute(final String[] order) {
        permute(indicesOf(order));
    }

    /**
     * @param position index of the first new column
     * @param factory makes the cells of the new columns
     */
    public final void insertAt(final int position, final CellFactory factory) {
        final DataColumnSpec[] specs = factory.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            m_columns.add(position + i, new Column(factory, i, specs[i]));
        }
    }

    /**
     * @param factory makes the cells of new columns on the right
     */
    public final void append(final CellFactory factory) {
        insertAt(m_columns.size(), factory);
    }

    /**
     * @param factory makes the cells of one new column
     * @param name column that it replaces
     * @throws IndexOutOfBoundsException if there is not exactly one new column
     */
    public final void replace(final CellFactory factory, final String name) {
        replace(factory, indicesOf(name));
    }

    /**
     * @param factory makes the cells of the new columns
     * @param indices columns that they replace, as many
     * @throws IndexOutOfBoundsException if there is another number of new columns
     */
    public final void replace(final CellFactory factory, final int... indices) {
        checked(indices);
        final DataColumnSpec[] specs = factory.getColumnSpecs();
        if (specs.length != indices.length) {
            throw new IndexOutOfBoundsException(specs.length + " new columns cannot replace " + indices.length
                + " columns");
        }
        for (int i = 0; i < specs.length; i++) {
            m_columns.set(indices[i], new Column(factory, i, specs[i]));
        }
    }

    /**
     * @return the columns of the new table, with the name and properties of the input table
     * @throws IllegalArgumentException if two columns have the same name
     */
    public final DataTableSpec createSpec() {
        return new DataTableSpecCreator(m_input).dropAllColumns()
            .addColumns(m_columns.stream().map(Column::spec).toArray(DataColumnSpec[]::new)).createSpec();
    }
}
