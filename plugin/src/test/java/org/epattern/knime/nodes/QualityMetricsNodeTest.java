// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** Holds what "Quality Metrics" gives and which sentences it says. */
class QualityMetricsNodeTest {

    private static final String METRICS = "metrics.QualityMetricsNodeFactory";
    private static final Map<String, Object> RAW =
        Map.of("referenceColumn", Schema.PATTERN, "comparedColumn", Schema.PATTERN);
    private static final int POINTS = SmallScans.WIDTH * SmallScans.HEIGHT;

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_patterns;

    @BeforeEach
    void openWorkflow() throws IOException {
        m_workflow = new TestWorkflow(m_temp);
        m_patterns = SmallScans.patterns(m_workflow);
    }

    private static double value(final BufferedDataTable table, final String column, final int row) {
        return ((DoubleValue)TestWorkflow.column(table, column).get(row)).getDoubleValue();
    }

    private BufferedDataTable rebuilt(final BufferedDataTable reflections) throws Exception {
        return m_workflow.run("reconstruct.ReconstructNodeFactory", Map.of(), reflections).table(0);
    }

    @Test
    void equalPatternsAreKeptFully() throws Exception {
        final Output output = m_workflow.run(METRICS, RAW, m_patterns, m_patterns);
        assertEquals(List.of("scan x", "scan y", "pattern", "PSNR", "SSIM", "RMSE"),
            TestWorkflow.names(output.table(0)));
        assertEquals(1, value(output.table(0), "SSIM", 3), 1e-6);
        assertEquals(0, value(output.table(0), "RMSE", 3));
        assertEquals(Double.POSITIVE_INFINITY, value(output.table(0), "PSNR", 3));
    }

    @Test
    void spotsAndDataReductionNeedTheReflections() throws Exception {
        final BufferedDataTable reflections = SmallScans.reflections(m_workflow);
        final Output output = m_workflow.run(METRICS,
            Map.of("referenceColumn", Schema.PATTERN, "comparedColumn", Schema.REBUILT_PATTERN), m_patterns,
            rebuilt(reflections), reflections);
        assertEquals(List.of("scan x", "scan y", "pattern", "PSNR", "SSIM", "RMSE", "intensity kept",
            "intensity difference", "position offset"), TestWorkflow.names(output.table(0)));
        for (int i = 0; i < POINTS; i++) {
            assertTrue(value(output.table(0), "intensity kept", i) > 0.3);
            assertTrue(value(output.table(0), "position offset", i) < 2);
        }
        assertEquals(
            List.of("PSNR", "SSIM", "RMSE", "intensity kept", "intensity difference", "position offset",
                "data reduction factor (estimate)"),
            TestWorkflow.column(output.table(1), Schema.NAME).stream().map(Object::toString).toList());
        final double bytes = (double)POINTS * SmallScans.PATTERN * SmallScans.PATTERN;
        // two positions and the rank as whole numbers, six floating-point numbers, an empty text
        assertEquals(bytes / (reflections.size() * (3 * 4 + 6 * 8 + 1)), value(output.table(1), "mean", 6), 1e-6);
    }

    @Test
    void summaryIsThatOfThePatterns() throws Exception {
        final BufferedDataTable reflections = SmallScans.reflections(m_workflow);
        final Output output = m_workflow.run(METRICS,
            Map.of("referenceColumn", Schema.PATTERN, "comparedColumn", Schema.REBUILT_PATTERN), m_patterns,
            rebuilt(reflections));
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += value(output.table(0), "RMSE", i);
        }
        assertEquals(sum / POINTS, value(output.table(1), "mean", 2), 1e-9);
        assertEquals(POINTS, ((IntValue)TestWorkflow.column(output.table(1), "count").get(2)).getIntValue());
    }

    @Test
    void patternsArePairedByPositionWhateverTheirOrder() throws Exception {
        final Output output =
            m_workflow.run(METRICS, RAW, m_patterns, SmallScans.reversed(m_workflow, m_patterns));
        assertEquals(0, value(output.table(0), "RMSE", 1));
        assertEquals("", output.warning());
    }

    @Test
    void missingCounterpartGivesMissingFiguresAndOneWarning() throws Exception {
        final BufferedDataTable holed = SmallScans.without(m_workflow,
            SmallScans.withMissing(m_workflow, m_patterns, 2, Schema.PATTERN), 0, 1);
        final Output output = m_workflow.run(METRICS, RAW, m_patterns, holed);
        assertTrue(output.warning().startsWith("2 patterns have no counterpart"), output.warning());
        assertTrue(TestWorkflow.column(output.table(0), "RMSE").get(2).isMissing());
        assertTrue(TestWorkflow.column(output.table(0), "RMSE").get(SmallScans.WIDTH).isMissing());
    }

    @Test
    void otherSizeGivesMissingFiguresAndOneWarning() throws Exception {
        final BufferedDataTable small = m_workflow.run("reconstruct.ReconstructNodeFactory",
            Map.of("size", "GIVEN", "width", 32, "height", 32), SmallScans.reflections(m_workflow)).table(0);
        final Output output = m_workflow.run(METRICS,
            Map.of("referenceColumn", Schema.PATTERN, "comparedColumn", Schema.REBUILT_PATTERN), m_patterns, small);
        assertTrue(output.warning().startsWith(POINTS + " patterns have another size"), output.warning());
    }

    @Test
    void onlyChosenFiguresAreMade() throws Exception {
        final Output output = m_workflow.run(METRICS, Map.of("referenceColumn", Schema.PATTERN, "comparedColumn",
            Schema.PATTERN, "psnr", false, "ssim", false), m_patterns, m_patterns);
        assertEquals(List.of("scan x", "scan y", "pattern", "RMSE"), TestWorkflow.names(output.table(0)));
        assertEquals(1, output.table(1).size());
    }

    @Test
    void dataRangeRaisesPsnr() throws Exception {
        final BufferedDataTable rebuilt = rebuilt(SmallScans.reflections(m_workflow));
        final Map<String, Object> narrow = Map.of("referenceColumn", Schema.PATTERN);
        final Map<String, Object> wide = Map.of("referenceColumn", Schema.PATTERN, "dataRange", 2550.0);
        assertEquals(20, value(m_workflow.run(METRICS, wide, m_patterns, rebuilt).table(0), "PSNR", 0)
            - value(m_workflow.run(METRICS, narrow, m_patterns, rebuilt).table(0), "PSNR", 0), 1e-6);
    }

    @Test
    void emptyTablesGiveEmptyTables() throws Exception {
        final BufferedDataTable empty = SmallScans.empty(m_workflow, m_patterns);
        final Output output = m_workflow.run(METRICS, RAW, empty, empty);
        assertEquals(0, output.table(0).size());
        assertEquals(3, output.table(1).size());
        assertTrue(TestWorkflow.rows(output.table(1)).get(0).getCell(3).isMissing());
    }

    @Test
    void impossibleSettingsAreSaidInOneSentence() {
        assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(METRICS, Map.of("dataRange", 0.0), m_patterns, m_patterns));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(METRICS, Map.of("referenceColumn", Schema.PATTERN, "comparedColumn", Schema.PATTERN,
                "psnr", false, "ssim", false, "rmse", false), m_patterns, m_patterns)).getMessage();
        assertTrue(message.contains("third input"), message);
        final String column = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(METRICS, Map.of(), m_patterns, m_patterns)).getMessage();
        assertTrue(column.contains("\"background-free pattern\""), column);
    }

    @Test
    void cancelStops() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(METRICS, RAW, m_patterns, m_patterns));
    }
}
