// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.epattern.knime.testing.TestWorkflow;
import org.epattern.register.Reflection;
import org.epattern.scan.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Holds that rows of a scan position are found, whatever the order of the table and of the questions. */
class ScanLookupTest {

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    private static DataCell[] row(final int x, final int y, final double mean) {
        return ReflectionRows.cells(x, y,
            new Reflection(1, 2, 3, mean, 5, Double.NaN, 2, Set.of(Reflection.Flag.EDGE, Reflection.Flag.NOT_REFINED)));
    }

    private BufferedDataTable table(final DataCell[]... rows) {
        final List<DataRow> list = new ArrayList<>();
        for (final DataCell[] cells : rows) {
            list.add(new DefaultRow(RowKey.createRowKey((long)list.size()), cells));
        }
        return m_workflow.table(Schema.reflections(), list);
    }

    private static ScanLookup<Reflection> lookup(final BufferedDataTable table) throws InvalidSettingsException {
        final ReflectionRows rows = new ReflectionRows(table.getDataTableSpec());
        return new ScanLookup<>(table, rows.scanX(), rows.scanY(), rows::read, Progress.NONE);
    }

    private static List<Double> means(final ScanLookup<Reflection> lookup, final int x, final int y) {
        return lookup.at(x, y).stream().map(Reflection::mean).toList();
    }

    @Test
    void reflectionSurvivesTheTable() throws InvalidSettingsException {
        try (ScanLookup<Reflection> lookup = lookup(table(row(0, 0, 4)))) {
            assertEquals(new Reflection(1, 2, 3, 4, 5, Double.NaN, 2,
                Set.of(Reflection.Flag.EDGE, Reflection.Flag.NOT_REFINED)), lookup.at(0, 0).get(0));
        }
    }

    @Test
    void rowsInScanOrderAreFoundInScanOrder() throws InvalidSettingsException {
        try (ScanLookup<Reflection> lookup =
            lookup(table(row(0, 0, 1), row(0, 0, 2), row(2, 0, 3), row(1, 1, 4)))) {
            assertEquals(3, lookup.width());
            assertEquals(2, lookup.height());
            assertEquals(List.of(1.0, 2.0), means(lookup, 0, 0));
            assertEquals(List.of(), means(lookup, 1, 0));
            assertEquals(List.of(3.0), means(lookup, 2, 0));
            assertEquals(List.of(3.0), means(lookup, 2, 0));
            assertEquals(List.of(4.0), means(lookup, 1, 1));
            assertEquals(List.of(), means(lookup, 5, 5));
        }
    }

    @Test
    void rowsAreFoundWhenTheQuestionsGoBack() throws InvalidSettingsException {
        try (ScanLookup<Reflection> lookup = lookup(table(row(0, 0, 1), row(1, 0, 2), row(0, 1, 3)))) {
            assertEquals(List.of(3.0), means(lookup, 0, 1));
            assertEquals(List.of(1.0), means(lookup, 0, 0));
            assertEquals(List.of(2.0), means(lookup, 1, 0));
        }
    }

    @Test
    void rowsOfAShuffledTableAreFound() throws InvalidSettingsException {
        try (ScanLookup<Reflection> lookup = lookup(table(row(1, 1, 1), row(0, 0, 2), row(1, 1, 3)))) {
            assertEquals(List.of(2.0), means(lookup, 0, 0));
            assertEquals(List.of(1.0, 3.0), means(lookup, 1, 1));
        }
    }

    @Test
    void rowsWithMissingValuesAreCountedAndLeftOut() throws InvalidSettingsException {
        final DataCell[] noPosition = row(0, 0, 1);
        noPosition[0] = DataType.getMissingCell();
        final DataCell[] noMean = row(0, 0, 1);
        noMean[5] = DataType.getMissingCell();
        try (ScanLookup<Reflection> lookup = lookup(table(noPosition, row(0, 0, 2), noMean))) {
            assertEquals(2, lookup.skipped());
            assertEquals(List.of(2.0), means(lookup, 0, 0));
        }
    }

    @Test
    void emptyTableHasNoSize() throws InvalidSettingsException {
        try (ScanLookup<Reflection> lookup = lookup(table())) {
            assertEquals(0, lookup.width());
            assertEquals(List.of(), lookup.at(0, 0));
        }
    }
}
