// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.register.Reflection;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.epattern.simulate.TrueSpot;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;

/** Small inputs that the tests of several nodes share. */
public final class SmallScans {

    /** Scan positions in a line of {@link #scan()}. */
    public static final int WIDTH = 5;
    /** Lines of {@link #scan()}. */
    public static final int HEIGHT = 4;
    /** Width and height of a pattern of {@link #scan()} (px). */
    public static final int PATTERN = 96;

    private SmallScans() {
    }

    /** @return a simulated scan with little noise */
    public static SimulatedScan scan() {
        return new SimulatedScan(
            SimulationSettings.defaults().withSize(WIDTH, HEIGHT, PATTERN).withNoise(NoiseLevel.LOW));
    }

    /** @return the patterns of {@link #scan()} */
    public static BufferedDataTable patterns(final TestWorkflow workflow) throws IOException {
        try (SimulatedScan scan = scan()) {
            return workflow.patterns(scan);
        }
    }

    /** @return the true reflections of {@link #scan()} */
    public static BufferedDataTable reflections(final TestWorkflow workflow) {
        final List<DataRow> rows = new ArrayList<>();
        try (SimulatedScan scan = scan()) {
            for (long i = 0; i < scan.geometry().patternCount(); i++) {
                int rank = 0;
                for (final TrueSpot spot : scan.truth(i)) {
                    rank++;
                    rows.add(new DefaultRow(RowKey.createRowKey((long)rows.size()),
                        ReflectionRows.cells(scan.geometry().scanX(i), scan.geometry().scanY(i),
                            new Reflection(spot.x(), spot.y(), spot.radius(), spot.mean(), spot.amplitude(), 1.5, rank,
                                Set.of()))));
                }
            }
            return workflow.table(Schema.describe(Schema.reflections(), scan.geometry(), scan.calibration()), rows);
        }
    }

    /** @return number of spots of each pattern of {@link #scan()}, line by line */
    public static int[] spotCounts() {
        final int[] counts = new int[WIDTH * HEIGHT];
        try (SimulatedScan scan = scan()) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = scan.truth(i).size();
            }
        }
        return counts;
    }

    /** @return the table without those rows whose scan position is the given one */
    public static BufferedDataTable without(final TestWorkflow workflow, final BufferedDataTable table, final int x,
        final int y) {
        return workflow.table(table.getDataTableSpec(), TestWorkflow.rows(table).stream()
            .filter(row -> !row.getCell(0).toString().equals(Integer.toString(x))
                || !row.getCell(1).toString().equals(Integer.toString(y)))
            .toList());
    }

    /** @return the table with columns that know nothing about the size of scan or patterns */
    public static BufferedDataTable withoutProperties(final TestWorkflow workflow, final BufferedDataTable table) {
        final DataTableSpecCreator spec = new DataTableSpecCreator();
        for (final DataColumnSpec column : table.getDataTableSpec()) {
            spec.addColumns(new DataColumnSpecCreator(column.getName(), column.getType()).createSpec());
        }
        return workflow.table(spec.createSpec(), TestWorkflow.rows(table));
    }

    /** @return the table without its rows */
    public static BufferedDataTable empty(final TestWorkflow workflow, final BufferedDataTable table) {
        return workflow.table(table.getDataTableSpec(), List.of());
    }

    /** @return the table with a missing cell */
    public static BufferedDataTable withMissing(final TestWorkflow workflow, final BufferedDataTable table,
        final int row, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        final List<DataRow> rows = new ArrayList<>(TestWorkflow.rows(table));
        final DataCell[] cells = rows.get(row).stream().toArray(DataCell[]::new);
        cells[index] = DataType.getMissingCell();
        rows.set(row, new DefaultRow(rows.get(row).getKey(), cells));
        return workflow.table(table.getDataTableSpec(), rows);
    }

    /** @return the table with its rows in the opposite order */
    public static BufferedDataTable reversed(final TestWorkflow workflow, final BufferedDataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        TestWorkflow.rows(table).forEach(row -> rows.add(0, row));
        return workflow.table(table.getDataTableSpec(), rows);
    }
}
