// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;

import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.CrystalScan;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds what "Simulate Crystal Scan" gives and which sentences it says. */
class SimulateCrystalScanNodeTest {

    private static final String SIMULATE = "crystalscan.SimulateCrystalScanNodeFactory";
    private static final int WIDTH = 9;
    private static final int HEIGHT = 8;

    @TempDir
    private Path m_temp;
    @TempDir
    private Path m_files;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    private static Map<String, Object> small(final Object... more) {
        final Map<String, Object> settings =
            new HashMap<>(Map.of("scanWidth", WIDTH, "scanHeight", HEIGHT, "patternSize", 128, "grains", 5));
        for (int i = 0; i < more.length; i += 2) {
            settings.put((String)more[i], more[i + 1]);
        }
        return settings;
    }

    @Test
    void scanHasPatternsTruthDescriptionAndPhases() throws Exception {
        final Output output = m_workflow.run(SIMULATE, small());
        assertEquals(WIDTH * HEIGHT, output.table(0).size());
        final DataTableSpec orientations = output.table(1).getDataTableSpec();
        final DataTableSpec matched = MatchSchema.orientations(orientations.getColumnSpec(Schema.SCAN_X));
        for (int i = 0; i < matched.getNumColumns(); i++) {
            assertTrue(matched.getColumnSpec(i).equalStructure(orientations.getColumnSpec(i)));
        }
        final DataTableSpec reflections = output.table(2).getDataTableSpec();
        for (int i = 0; i < Schema.reflections().getNumColumns(); i++) {
            assertTrue(Schema.reflections().getColumnSpec(i).equalStructure(reflections.getColumnSpec(i)));
        }
        assertEquals(new Schema.Size(WIDTH, HEIGHT), Schema.scanSize(orientations.getColumnSpec(Schema.SCAN_X)));
        final double pixel = Schema.calibration(reflections.getColumnSpec(Schema.SCAN_X),
            reflections.getColumnSpec(Schema.X)).pixelPerNm().orElseThrow();
        assertEquals(20.48 / 128, pixel, 1e-12);
        assertTrue(output.table(3).size() > 15);
        assertEquals("[NMVP-like]", TestWorkflow.column(output.table(4), MatchSchema.PHASE).toString());
        assertEquals("[-3m]", TestWorkflow.column(output.table(4), MatchSchema.LAUE_GROUP).toString());
        assertTrue(TestWorkflow.column(output.table(4), MatchSchema.CIF).get(0).toString().contains("LIKE"));
    }

    @Test
    void everyPointHasOneFirstOrientationOrNoneAndSaysWhy() throws Exception {
        final BufferedDataTable table = m_workflow.run(SIMULATE, small()).table(1);
        final DataTableSpec spec = table.getDataTableSpec();
        final Set<String> contents = new HashSet<>();
        int points = 0;
        int seconds = 0;
        for (final DataRow row : TestWorkflow.rows(table)) {
            final boolean first =
                ((IntValue)row.getCell(spec.findColumnIndex(MatchSchema.SOLUTION))).getIntValue() == 1;
            points += first ? 1 : 0;
            seconds += first ? 0 : 1;
            final String content = row.getCell(spec.findColumnIndex(MatchSchema.CONTENT)).toString();
            contents.add(content);
            final boolean crystal = "crystal".equals(content);
            assertEquals(!crystal, row.getCell(spec.findColumnIndex(MatchSchema.PHASE)).isMissing());
            assertEquals(!crystal, row.getCell(spec.findColumnIndex(MatchSchema.PHI1)).isMissing());
            final double thickness =
                ((DoubleValue)row.getCell(spec.findColumnIndex(MatchSchema.THICKNESS))).getDoubleValue();
            assertEquals(crystal, thickness > 0);
            final DataCell grain = row.getCell(spec.findColumnIndex(MatchSchema.GRAIN));
            assertTrue(crystal ? ((IntValue)grain).getIntValue() < 5 : grain.isMissing());
        }
        assertEquals(WIDTH * HEIGHT, points);
        assertTrue(seconds > 0, "points of two grains");
        assertTrue(contents.contains("amorphous"), contents::toString);
    }

    @Test
    void spotsOfAPatternComeByRankFromTheDirectBeam() throws Exception {
        final BufferedDataTable table = m_workflow.run(SIMULATE, small("specimen", "PBI2_IN_WATER")).table(2);
        final DataTableSpec spec = table.getDataTableSpec();
        String last = "";
        int lastRank = 0;
        int beams = 0;
        double lastElectrons = 0;
        for (final DataRow row : TestWorkflow.rows(table)) {
            final String position = row.getCell(0) + "," + row.getCell(1);
            final int rank = ((IntValue)row.getCell(spec.findColumnIndex(Schema.RANK))).getIntValue();
            final double electrons =
                ((DoubleValue)row.getCell(spec.findColumnIndex("electrons"))).getDoubleValue();
            assertEquals(position.equals(last) ? lastRank + 1 : 1, rank);
            assertEquals(rank == 1, row.getCell(spec.findColumnIndex(MatchSchema.PHASE)).isMissing());
            assertTrue(rank <= 2 || electrons <= lastElectrons);
            beams += rank == 1 ? 1 : 0;
            last = position;
            lastRank = rank;
            lastElectrons = electrons;
        }
        assertEquals(WIDTH * HEIGHT, beams);
    }

    @Test
    void ownCrystalsShareTheGrains() throws Exception {
        CrystalScan.cif(m_files, "a.cif", CrystalScan.CIF);
        CrystalScan.cif(m_files, "b.cif", CrystalScan.CIF.replace("10.329", "9.9"));
        final Output output = m_workflow.run(SIMULATE, small("specimen", "GIVEN", "files", m_files.toString(), "share",
            100.0, "layer", "NONE", "dose", "PER_PATTERN", "perPattern", 1e5));
        final List<DataCell> phases = TestWorkflow.column(output.table(1), MatchSchema.PHASE);
        assertEquals(Set.of("a", "b"), Set.copyOf(phases.stream().map(Object::toString).toList()));
        assertEquals(2, output.table(4).size());
        assertEquals(List.of("0.0"), TestWorkflow.column(output.table(1), MatchSchema.LAYER_THICKNESS).stream()
            .map(Object::toString).distinct().toList());
    }

    @Test
    void sameSeedGivesTheSameScan() throws Exception {
        final List<DataCell> once = TestWorkflow.column(m_workflow.run(SIMULATE, small()).table(0), Schema.PATTERN);
        final List<DataCell> again = TestWorkflow.column(m_workflow.run(SIMULATE, small()).table(0), Schema.PATTERN);
        final List<DataCell> other =
            TestWorkflow.column(m_workflow.run(SIMULATE, small("seed", 2L)).table(0), Schema.PATTERN);
        assertEquals(once, again);
        assertTrue(!once.equals(other));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        for (final Object[] wrong : new Object[][] {{"scanWidth", 0}, {"patternSize", 16}, {"perArea", 0.0},
            {"reach", 0.1}, {"convergence", 0.05}, {"precession", 9.0}, {"step", 0.0}, {"grains", -1},
            {"readoutNoise", -1.0}, {"relrod", 0.0}, {"offset", 11.0}}) {
            assertThrows(InvalidSettingsException.class, () -> m_workflow.run(SIMULATE, small(wrong)),
                wrong[0].toString());
        }
        for (final Object[] wrong : new Object[][] {{"share", 0.0}, {"thinnest", 200.0}, {"holes", 100.0},
            {"variation", 101.0}, {"diffusePath", 0.0}}) {
            assertThrows(InvalidSettingsException.class, () -> m_workflow.run(SIMULATE,
                small("specimen", "GIVEN", "files", "x.cif", wrong[0], wrong[1])), wrong[0].toString());
        }
        assertTrue(assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(SIMULATE, small("specimen", "GIVEN"))).getMessage().startsWith("No CIF file"));
        assertTrue(assertThrows(InvalidSettingsException.class, () -> m_workflow.run(SIMULATE, small("perArea", 0.0)))
            .getMessage().startsWith("Electrons per pattern: expected above 0"));
    }

    @Test
    void wrongFilesAreNamed() {
        assertTrue(assertThrows(KNIMEException.class, () -> m_workflow.run(SIMULATE,
            small("specimen", "GIVEN", "files", m_files.resolve("none.cif").toString()))).getMessage()
            .contains("none.cif does not exist"));
        final Path one = CrystalScan.cif(m_files, "one.cif", CrystalScan.CIF);
        assertTrue(assertThrows(KNIMEException.class,
            () -> m_workflow.run(SIMULATE, small("specimen", "GIVEN", "files", one + "\n" + one))).getMessage()
            .startsWith("Two CIF files are named one"));
    }

    @Test
    @Timeout(30)
    void longSimulationStopsWhenTheUserCancels() throws Exception {
        final FutureTask<String> run = new FutureTask<>(() -> assertThrows(CanceledExecutionException.class,
            () -> m_workflow.run(SIMULATE, Map.of("scanWidth", 1000, "scanHeight", 1000))).getClass().getSimpleName());
        new Thread(run).start();
        Thread.sleep(500);
        final long canceled = System.nanoTime();
        m_workflow.cancel();
        assertEquals("CanceledExecutionException", run.get());
        assertTrue(System.nanoTime() - canceled < 3e9, "a second, and two for a busy computer");
    }
}
