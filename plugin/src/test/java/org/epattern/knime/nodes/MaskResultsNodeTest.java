// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** Holds what "Mask Results" gives and which sentences it says. */
class MaskResultsNodeTest {

    private static final String MASK = "mask.MaskResultsNodeFactory";

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_results;
    private BufferedDataTable m_map;

    /** Four points in a line with 3, 5, 8 spots and an unknown number; reliability 10, 20, 30, 40; index 1 to 4. */
    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
        final DataTableSpec results = new DataTableSpec(Schema.intColumn(Schema.SCAN_X),
            Schema.intColumn(Schema.SCAN_Y), Schema.doubleColumn("reliability"), Schema.intColumn("index"),
            Schema.stringColumn("phase"));
        final DataTableSpec map = new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y),
            Schema.doubleColumn(Schema.SPOT_COUNT));
        final List<DataRow> rows = new ArrayList<>();
        final List<DataRow> points = new ArrayList<>();
        final int[] counts = {3, 5, 8};
        for (int x = 0; x < 4; x++) {
            rows.add(new DefaultRow(new RowKey("point " + x), IntCellFactory.create(x), IntCellFactory.create(0),
                DoubleCellFactory.create(10 * (x + 1)), IntCellFactory.create(x + 1),
                StringCellFactory.create("NMVP")));
            points.add(new DefaultRow(RowKey.createRowKey((long)x), IntCellFactory.create(x), IntCellFactory.create(0),
                x < 3 ? DoubleCellFactory.create(counts[x]) : DataType.getMissingCell()));
        }
        m_results = m_workflow.table(results, rows);
        m_map = m_workflow.table(map, points);
    }

    private List<Boolean> masked(final Map<String, Object> settings) throws Exception {
        return TestWorkflow.column(m_workflow.run(MASK, settings, m_results, m_map).table(0), "masked").stream()
            .map(c -> ((BooleanValue)c).getBooleanValue()).toList();
    }

    @Test
    void pointsWithFewSpotsAreMasked() throws Exception {
        assertEquals(List.of(true, false, false, true), masked(Map.of()));
        assertEquals(List.of(true, true, false, true), masked(Map.of("minCount", 6)));
        assertEquals(List.of(false, false, false, true), masked(Map.of("minCount", 0)));
    }

    @Test
    void reliabilityAndIndexMaskInAddition() throws Exception {
        assertEquals(List.of(true, true, false, true), masked(Map.of("useReliability", true, "minReliability", 25.0)));
        assertEquals(List.of(true, true, false, true), masked(Map.of("useIndex", true, "minIndex", 3.0)));
    }

    @Test
    void unknownSpotCountIsSaidInOneWarning() throws Exception {
        assertEquals("1 row was masked because the map knows no spot count for its scan point (point 3)",
            m_workflow.run(MASK, Map.of(), m_results, m_map).warning());
    }

    @Test
    void maskedRowsBecomeMissingButKeepTheirPlace() throws Exception {
        final BufferedDataTable table =
            m_workflow.run(MASK, Map.of("action", "MISSING"), m_results, m_map).table(0);
        assertEquals(m_results.getDataTableSpec().getNumColumns(), table.getDataTableSpec().getNumColumns());
        assertTrue(TestWorkflow.column(table, "phase").get(0).isMissing());
        assertEquals("0", TestWorkflow.column(table, Schema.SCAN_X).get(0).toString());
        assertEquals("NMVP", TestWorkflow.column(table, "phase").get(1).toString());
    }

    @Test
    void maskedRowsAreDropped() throws Exception {
        final BufferedDataTable table = m_workflow.run(MASK, Map.of("action", "DROP"), m_results, m_map).table(0);
        assertEquals(List.of("point 1", "point 2"),
            TestWorkflow.rows(table).stream().map(r -> r.getKey().getString()).toList());
    }

    @Test
    void summaryComparesInsideWithOutside() throws Exception {
        final BufferedDataTable summary = m_workflow.run(MASK, Map.of(), m_results, m_map).table(1);
        final List<String> lines = TestWorkflow.rows(summary).stream()
            .map(r -> r.getCell(0) + ": " + r.getCell(1) + " | " + r.getCell(2) + " | " + r.getCell(3)).toList();
        assertEquals(List.of("points: 2.0 | 2.0 | 4.0", "mean of reliability: 25.0 | 25.0 | 25.0",
            "mean of index: 2.5 | 2.5 | 2.5"), lines);
    }

    @Test
    void orderOfTheRowsDoesNotMatter() throws Exception {
        final BufferedDataTable table = m_workflow
            .run(MASK, Map.of("action", "DROP"), SmallScans.reversed(m_workflow, m_results), m_map).table(0);
        assertEquals(List.of("point 2", "point 1"),
            TestWorkflow.rows(table).stream().map(r -> r.getKey().getString()).toList());
    }

    @Test
    void missingPositionIsMasked() throws Exception {
        final BufferedDataTable table = m_workflow.run(MASK, Map.of("action", "DROP"),
            SmallScans.withMissing(m_workflow, m_results, 1, Schema.SCAN_X), m_map).table(0);
        assertEquals(1, table.size());
    }

    @Test
    void emptyTableGivesAnEmptyTableAndASummary() throws Exception {
        final Output output = m_workflow.run(MASK, Map.of(), SmallScans.empty(m_workflow, m_results), m_map);
        assertEquals(0, output.table(0).size());
        assertEquals(3, output.table(1).size());
        assertTrue(TestWorkflow.rows(output.table(1)).get(1).getCell(1).isMissing());
    }

    @Test
    void otherColumnNamesCanBeChosen() throws Exception {
        final DataTableSpec spec = new DataTableSpec(Schema.intColumn("X"), Schema.intColumn("Y"));
        final BufferedDataTable foreign = m_workflow.table(spec, List.of(new DefaultRow(RowKey.createRowKey(0L),
            IntCellFactory.create(2), IntCellFactory.create(0))));
        assertEquals(1, m_workflow.run(MASK, Map.of("resultX", "X", "resultY", "Y", "action", "DROP"), foreign, m_map)
            .table(0).size());
    }

    @Test
    void wrongColumnsAndSettingsAreSaidInOneSentence() {
        for (final Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("countColumn", "spots"),
            Map.of("useReliability", true, "reliabilityColumn", "phase"), Map.of("resultX", "reliability"),
            Map.of("useIndex", true, "indexColumn", ""))) {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(MASK, wrong, m_results, m_map)).getMessage();
            assertTrue(message.contains("column"), message);
        }
        assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(MASK, Map.of("minCount", -1), m_results, m_map));
    }

    @Test
    void cancelStops() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(MASK, Map.of(), m_results, m_map));
    }
}
