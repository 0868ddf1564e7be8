// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** Holds what "Simulate 4D-STEM" gives. */
class SimulateNodeTest {

    private static final String SIMULATE = "simulate.SimulateNodeFactory";
    private static final Map<String, Object> SMALL = Map.of("scanWidth", 4, "scanHeight", 3, "patternSize", 64);

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    @Test
    void scanHasItsPatternsItsTruthAndItsDescription() throws Exception {
        final Output output = m_workflow.run(SIMULATE, SMALL);
        assertEquals(12, output.table(0).size());
        final DataTableSpec truth = output.table(1).getDataTableSpec();
        for (int i = 0; i < Schema.reflections().getNumColumns(); i++) {
            assertTrue(Schema.reflections().getColumnSpec(i).equalStructure(truth.getColumnSpec(i)));
        }
        assertEquals(new Schema.Size(4, 3), Schema.scanSize(truth.getColumnSpec(Schema.SCAN_X)));
        assertTrue(output.table(2).size() > 5);
    }

    @Test
    void everyPatternHasOneDirectBeamOfRankOneFirst() throws Exception {
        final BufferedDataTable truth = m_workflow.run(SIMULATE, SMALL).table(1);
        int beams = 0;
        String last = "";
        int lastRank = 0;
        final DataTableSpec spec = truth.getDataTableSpec();
        for (final DataRow row : TestWorkflow.rows(truth)) {
            final String position = row.getCell(0) + "," + row.getCell(1);
            final int rank = ((IntValue)row.getCell(spec.findColumnIndex(Schema.RANK))).getIntValue();
            assertEquals(position.equals(last) ? lastRank + 1 : 1, rank);
            beams += rank == 1 ? 1 : 0;
            last = position;
            lastRank = rank;
        }
        assertEquals(12, beams);
    }

    @Test
    void sameSeedGivesTheSameScan() throws Exception {
        final List<DataCell> once = TestWorkflow.column(m_workflow.run(SIMULATE, SMALL).table(0), Schema.PATTERN);
        final List<DataCell> again = TestWorkflow.column(m_workflow.run(SIMULATE, SMALL).table(0), Schema.PATTERN);
        final List<DataCell> other = TestWorkflow.column(m_workflow
            .run(SIMULATE, Map.of("scanWidth", 4, "scanHeight", 3, "patternSize", 64, "seed", 2L)).table(0),
            Schema.PATTERN);
        assertEquals(once, again);
        assertTrue(!once.equals(other));
    }

    @Test
    void doseChangesThePatterns() throws Exception {
        final Output clean =
            m_workflow.run(SIMULATE, Map.of("scanWidth", 1, "scanHeight", 1, "patternSize", 64, "noise", "NONE"));
        final Output noisy = m_workflow.run(SIMULATE, Map.of("scanWidth", 1, "scanHeight", 1, "patternSize", 64,
            "noise", "GIVEN", "countsPerGreyLevel", 0.1, "readoutNoise", 5.0));
        assertTrue(!TestWorkflow.column(clean.table(0), Schema.PATTERN)
            .equals(TestWorkflow.column(noisy.table(0), Schema.PATTERN)));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        for (final Object[] wrong : new Object[][]{{"scanWidth", 0}, {"patternSize", 16}, {"intensity", 0.0},
            {"largestRadius", 1.0}}) {
            assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(SIMULATE, Map.of((String)wrong[0], wrong[1])));
        }
    }

    @Test
    @Timeout(30)
    void longSimulationStopsWhenTheUserCancels() throws Exception {
        final FutureTask<String> run = new FutureTask<>(() -> assertThrows(CanceledExecutionException.class,
            () -> m_workflow.run(SIMULATE, Map.of("scanWidth", 1000, "scanHeight", 1000))).getClass().getSimpleName());
        new Thread(run).start();
        Thread.sleep(300);
        final long canceled = System.nanoTime();
        m_workflow.cancel();
        assertEquals("CanceledExecutionException", run.get());
        assertTrue(System.nanoTime() - canceled < 2e9, "a second, and one for a busy computer");
    }

    @Test
    void canceledSimulationStops() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(SIMULATE, SMALL));
    }
}
