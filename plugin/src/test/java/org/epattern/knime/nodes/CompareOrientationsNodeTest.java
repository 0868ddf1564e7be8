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
import java.util.OptionalDouble;

import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.CrystalScan;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds what "Compare Orientations" counts and which sentences it says. */
class CompareOrientationsNodeTest {

    private static final String COMPARE = "compare.CompareOrientationsNodeFactory";
    private static final DataTableSpec TRUTH = new DataTableSpec(Schema.intColumn(Schema.SCAN_X),
        Schema.intColumn(Schema.SCAN_Y), Schema.stringColumn(MatchSchema.PHASE), Schema.doubleColumn(MatchSchema.PHI1),
        Schema.doubleColumn(MatchSchema.CAPITAL_PHI), Schema.doubleColumn(MatchSchema.PHI2));
    private static final DataTableSpec SPOTS = new DataTableSpec(Schema.intColumn(Schema.SCAN_X),
        Schema.intColumn(Schema.SCAN_Y), Schema.intColumn("spots found"));

    @TempDir
    private Path m_temp;
    @TempDir
    private Path m_files;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_orientations;
    private BufferedDataTable m_truth;
    private BufferedDataTable m_phases;
    private BufferedDataTable m_spots;

    /** Five points in a line: right, right by symmetry, wrong, false in an amorphous point, without solution. */
    @BeforeEach
    void layOut() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        final Path file = CrystalScan.cif(m_files, "test.cif", CrystalScan.CIF);
        m_phases = m_workflow.run("bank.SimulateBankNodeFactory", Map.of("files", file.toString(), "step", 20.0))
            .table(1);
        final DataTableSpec scan = Schema.describe(Schema.patterns(), new ScanGeometry(5, 1, 64, 64, SampleType.UINT8),
            new Calibration(OptionalDouble.of(10), OptionalDouble.empty(), OptionalDouble.empty()));
        final List<DataRow> found = new ArrayList<>();
        addFound(found, "test", 40.5, 0.9, 30, 9);
        addFound(found, "test", 220, 0.8, 20, 9);
        addFound(found, "test", 80, 0.4, 10, 3);
        addFound(found, "test", 80, 0.2, 6, 3);
        addFound(found, null, 0, 0, 0, 1);
        m_orientations = m_workflow.table(MatchSchema.orientations(scan.getColumnSpec(Schema.SCAN_X)), found);
        m_truth = truth("test", "test", "test", null, "test");
        final List<DataRow> spots = new ArrayList<>();
        for (int x = 0; x < 4; x++) {
            spots.add(new DefaultRow(RowKey.createRowKey((long)x), IntCellFactory.create(x),
                IntCellFactory.create(0), IntCellFactory.create(4 + x)));
        }
        m_spots = m_workflow.table(SPOTS, spots);
    }

    private BufferedDataTable truth(final String... phases) {
        final List<DataRow> rows = new ArrayList<>();
        for (int x = 0; x < phases.length; x++) {
            rows.add(new DefaultRow(RowKey.createRowKey((long)x), IntCellFactory.create(x), IntCellFactory.create(0),
                text(phases[x]), angle(phases[x], 40), angle(phases[x], 0), angle(phases[x], 0)));
        }
        return m_workflow.table(TRUTH, rows);
    }

    private static DataCell text(final String phase) {
        return phase == null ? DataType.getMissingCell() : StringCellFactory.create(phase);
    }

    private static DataCell angle(final String phase, final double angle) {
        return phase == null ? DataType.getMissingCell() : DoubleCellFactory.create(angle);
    }

    private static void addFound(final List<DataRow> rows, final String phase, final double phi1, final double index,
        final double reliability, final int spots) {
        final DataCell missing = DataType.getMissingCell();
        rows.add(new DefaultRow(RowKey.createRowKey((long)rows.size()), IntCellFactory.create(rows.size()),
            IntCellFactory.create(0), IntCellFactory.create(1), text(phase), angle(phase, phi1), angle(phase, 0),
            angle(phase, 0), DoubleCellFactory.create(index), DoubleCellFactory.create(reliability), missing,
            IntCellFactory.create(spots), missing, missing, StringCellFactory.create("")));
    }

    private static List<String> texts(final Output output, final int table, final String column) {
        return TestWorkflow.column(output.table(table), column).stream().map(DataCell::toString).toList();
    }

    private static double number(final Output output, final int row, final String column) {
        return ((DoubleValue)TestWorkflow.column(output.table(1), column).get(row)).getDoubleValue();
    }

    @Test
    void pointsGetTheirVerdict() throws Exception {
        final Output output = m_workflow.run(COMPARE, Map.of(), m_orientations, m_truth, m_phases);
        assertEquals("", output.warning());
        assertEquals(List.of("right within 1 degree", "right within 1 degree", "wrong orientation",
            "false orientation", "missed"), texts(output, 0, "verdict"));
        assertEquals(List.of("true", "true", "true", "?", "?"), texts(output, 0, "same phase"));
        assertEquals(0.5, ((DoubleValue)TestWorkflow.column(output.table(0), "disorientation").get(0))
            .getDoubleValue(), 1e-6);
        assertEquals("?", texts(output, 0, "true phase").get(3));
        assertEquals(new Schema.Size(5, 1), Schema.scanSize(output.table(0).getDataTableSpec().getColumnSpec(0)));
    }

    @Test
    void summaryHasARowPerPartOfTheScan() throws Exception {
        final Output output = m_workflow.run(COMPARE, Map.of("name", "raw"), m_orientations, m_truth, m_phases);
        assertEquals(List.of("grain region", "whole map", "true crystal", "true amorphous"),
            texts(output, 1, "region"));
        assertEquals(List.of("raw", "raw", "raw", "raw"), texts(output, 1, Schema.NAME));
        assertEquals(List.of("2", "5", "4", "1"), texts(output, 1, "points"));
        assertEquals(100, number(output, 0, "within 1 degree (%)"), 1e-9);
        assertEquals(50, number(output, 1, "within 5 degrees (%)"), 1e-9);
        assertEquals(25, number(output, 1, "no orientation (%)"), 1e-9);
        assertEquals(13.2, number(output, 1, "mean reliability"), 1e-5);
        assertEquals(100, number(output, 3, "false orientations (%)"), 1e-9);
    }

    @Test
    void limitsOfTheDialogDecideWhatIsIndexed() throws Exception {
        final Output output =
            m_workflow.run(COMPARE, Map.of("reliability", 15.0), m_orientations, m_truth, m_phases);
        assertEquals(List.of("right within 1 degree", "right within 1 degree", "missed", "rightly empty", "missed"),
            texts(output, 0, "verdict"));
        assertEquals(2, number(output, 1, "indexed"), 0);
        // the best orientations stay what they are
        assertEquals(1, number(output, 1, "wrong orientation"), 0);
    }

    @Test
    void spotCountsOfAnotherTableGoFirst() throws Exception {
        final Output output = m_workflow.run(COMPARE, Map.of("countColumn", "spots found"), m_orientations, m_truth,
            m_phases, m_spots);
        assertEquals("3", texts(output, 1, "points").get(0));
        final Output only = m_workflow.run(COMPARE, Map.of("countColumn", "spots found", "grainRegionOnly", true),
            m_orientations, m_truth, m_phases, m_spots);
        assertEquals(List.of("missed", "right within 1 degree", "wrong orientation", "false orientation", "missed"),
            texts(only, 0, "verdict"));
    }

    @Test
    void chainEndsInOneSummary() throws Exception {
        final BufferedDataTable first =
            m_workflow.run(COMPARE, Map.of("name", "raw"), m_orientations, m_truth, m_phases).table(1);
        final Output without =
            m_workflow.run(COMPARE, Map.of("name", "rebuilt"), m_orientations, m_truth, m_phases, first);
        assertEquals(List.of("raw", "raw", "raw", "raw", "rebuilt", "rebuilt", "rebuilt", "rebuilt"),
            texts(without, 1, Schema.NAME));
        final Output with = m_workflow.run(COMPARE, Map.of("name", "rebuilt", "countColumn", "spots found"),
            m_orientations, m_truth, m_phases, m_spots, first);
        assertEquals(List.of("2", "5", "4", "1", "3", "5", "4", "1"), texts(with, 1, "points"));
    }

    @Test
    void distributionsAndLimitsCountAllPoints() throws Exception {
        final Output output = m_workflow.run(COMPARE, Map.of(), m_orientations, m_truth, m_phases);
        assertEquals(2 * 4 * 50, output.table(2).size());
        final List<DataCell> counts = TestWorkflow.column(output.table(2), "points");
        assertEquals(2 * (2 + 5 + 4 + 1), counts.stream().mapToInt(c -> Integer.parseInt(c.toString())).sum());
        assertEquals(51 + 51 + 11, output.table(3).size());
        assertEquals("3", texts(output, 3, "crystal points").get(0));
        assertEquals("1", texts(output, 3, "amorphous points").get(0));
        assertEquals(List.of("verdict", "disorientation", "distribution of index", "distribution of reliability",
            "limits"), texts(output, 4, Schema.NAME));
    }

    @Test
    void truthMayBeAnotherMapAndHaveForeignPhases() throws Exception {
        final Output itself = m_workflow.run(COMPARE, Map.of("reliability", 0.0), m_orientations, m_orientations,
            m_phases);
        assertEquals(4, number(itself, 1, "within 1 degree"), 0);
        final Output foreign = m_workflow.run(COMPARE, Map.of(), m_orientations,
            truth("lead iodide", "test", "test", "", "test", "test"), m_phases);
        assertTrue(foreign.warning().contains("the truth has the phase \"lead iodide\""), foreign.warning());
        assertTrue(foreign.warning().contains("5 x 1 scan points, the truth 6 x 1"), foreign.warning());
        assertEquals("wrong phase", texts(foreign, 0, "verdict").get(0));
        assertEquals("missed", texts(foreign, 0, "verdict").get(5));
    }

    @Test
    void wrongSettingsAndTablesAreNamed() {
        assertEquals("\"Smallest reliability\" is 101; expected 0 to 100 %",
            assertThrows(InvalidSettingsException.class, () -> m_workflow.run(COMPARE, Map.of("reliability", 101.0),
                m_orientations, m_truth, m_phases)).getMessage());
        assertTrue(assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(COMPARE, Map.of(), m_orientations, m_spots, m_phases)).getMessage()
            .startsWith("The table \"truth\" has no column \"phase\""));
        final BufferedDataTable none = m_workflow.table(SPOTS, List.of());
        assertEquals("\"Grain region only\" is chosen and no spot count is known; add the input \"Spot counts\" and "
            + "connect the registered patterns",
            assertThrows(KNIMEException.class,
                () -> m_workflow.run(COMPARE, Map.of("countColumn", "spots found", "grainRegionOnly", true),
                    m_orientations, m_truth, m_phases, none)).getMessage());
    }

    @Test
    void emptyTableGivesEmptyTables() throws Exception {
        final BufferedDataTable empty =
            m_workflow.table(MatchSchema.orientations(Schema.intColumn(Schema.SCAN_X)), List.of());
        final Output output = m_workflow.run(COMPARE, Map.of(), empty, m_truth, m_phases);
        assertEquals(0, output.tables().stream().mapToLong(BufferedDataTable::size).sum());
    }

    @Test
    void canBeCanceled() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class,
            () -> m_workflow.run(COMPARE, Map.of(), m_orientations, m_truth, m_phases));
    }
}
