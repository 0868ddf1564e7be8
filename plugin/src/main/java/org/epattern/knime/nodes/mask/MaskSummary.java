// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.mask;

import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Counts the points inside and outside the mask and the mean of each numeric column there. */
final class MaskSummary {

    private static final int INSIDE = 0;
    private static final int OUTSIDE = 1;

    private final DataTableSpec m_spec;
    private final boolean[] m_numeric;
    private final double[][] m_sums;
    private final long[][] m_counts;
    private final long[] m_points = new long[2];

    /**
     * @param spec the results
     * @param scanX column that is no result
     * @param scanY column that is no result
     */
    MaskSummary(final DataTableSpec spec, final int scanX, final int scanY) {
        m_spec = spec;
        final int columns = spec.getNumColumns();
        m_numeric = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            final DataColumnSpec column = spec.getColumnSpec(i);
            m_numeric[i] = i != scanX && i != scanY && column.getType().isCompatible(DoubleValue.class);
        }
        m_sums = new double[2][columns];
        m_counts = new long[2][columns];
    }

    void add(final DataRow row, final boolean kept) {
        final int side = kept ? INSIDE : OUTSIDE;
        m_points[side]++;
        for (int i = 0; i < m_numeric.length; i++) {
            if (m_numeric[i] && row.getCell(i) instanceof DoubleValue value
                && Double.isFinite(value.getDoubleValue())) {
                m_sums[side][i] += value.getDoubleValue();
                m_counts[side][i]++;
            }
        }
    }

    BufferedDataTable table(final ExecutionContext exec) {
        try (TableOutput table = new TableOutput(exec, Schema.maskSummary())) {
            fill(table);
            return table.finish();
        }
    }

    private void fill(final TableOutput table) {
        add(table, "points", m_points[INSIDE], m_points[OUTSIDE], m_points[INSIDE] + m_points[OUTSIDE]);
        for (int i = 0; i < m_numeric.length; i++) {
            if (m_numeric[i]) {
                final double all =
                    (m_sums[INSIDE][i] + m_sums[OUTSIDE][i]) / (m_counts[INSIDE][i] + m_counts[OUTSIDE][i]);
                add(table, "mean of " + m_spec.getColumnSpec(i).getName(),
                    m_sums[INSIDE][i] / m_counts[INSIDE][i], m_sums[OUTSIDE][i] / m_counts[OUTSIDE][i], all);
            }
        }
    }

    private static void add(final TableOutput table, final String name, final double inside, final double outside,
        final double all) {
        table.add(StringCellFactory.create(name), ReflectionRows.number(inside), ReflectionRows.number(outside),
            ReflectionRows.number(all));
    }
}
