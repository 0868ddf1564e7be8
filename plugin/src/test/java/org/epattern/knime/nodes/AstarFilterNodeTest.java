// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.DiffractionPatternCell;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.prepare.AstarFilter;
import org.epattern.prepare.AstarFilterSettings;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** Holds what "ASTAR Filter" gives and which sentences it says. */
class AstarFilterNodeTest {

    private static final String FILTER = "astar.AstarFilterNodeFactory";
    private static final String SUBTRACT = "background.SubtractBackgroundNodeFactory";

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    private static DiffractionPatternValue pattern(final BufferedDataTable table, final String column, final int row) {
        return (DiffractionPatternValue)TestWorkflow.column(table, column).get(row);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0, 1", "1, 4, 10, 1", "2, 0, 0, 4"})
    void patternsAreFilteredAsTheEngineDoes(final int softening, final int enhance, final double threshold,
        final int radius) throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final BufferedDataTable table = m_workflow.run(FILTER, Map.of("softeningLoops", softening, "spotEnhanceLoops",
            enhance, "noiseThreshold", threshold, "softeningRadius", radius), input).table(0);
        assertEquals(List.of(Schema.SCAN_X, Schema.SCAN_Y, Schema.PATTERN, Schema.FILTERED_PATTERN),
            TestWorkflow.names(table));
        for (int row = 0; row < input.size(); row++) {
            final float[] expected = pattern(table, Schema.PATTERN, row).readPixels();
            new AstarFilter(SmallScans.PATTERN, SmallScans.PATTERN,
                new AstarFilterSettings(softening, enhance, threshold, radius)).apply(expected, expected);
            assertEquals(SampleType.FLOAT32, pattern(table, Schema.FILTERED_PATTERN, row).getSampleType());
            assertArrayEquals(expected, pattern(table, Schema.FILTERED_PATTERN, row).readPixels());
        }
    }

    @Test
    void defaultsAreThoseOfThePaper() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final Map<String, Object> paper =
            Map.of("softeningLoops", 1, "spotEnhanceLoops", 2, "noiseThreshold", 0.0, "softeningRadius", 1);
        assertEquals(
            TestWorkflow.column(m_workflow.run(FILTER, paper, input).table(0), Schema.FILTERED_PATTERN),
            TestWorkflow.column(m_workflow.run(FILTER, Map.of(), input).table(0), Schema.FILTERED_PATTERN));
    }

    @Test
    void noLoopsAndNoThresholdChangeNothing() throws Exception {
        final BufferedDataTable table = m_workflow.run(FILTER,
            Map.of("softeningLoops", 0, "spotEnhanceLoops", 0, "resultType", "AS_INPUT"),
            SmallScans.patterns(m_workflow)).table(0);
        for (int row = 0; row < table.size(); row++) {
            assertArrayEquals(pattern(table, Schema.PATTERN, row).readSamples(),
                pattern(table, Schema.FILTERED_PATTERN, row).readSamples());
        }
    }

    @Test
    void whatIsFilteredInWholeGreyLevelsIsRounded() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final BufferedDataTable fine = m_workflow.run(FILTER, Map.of(), input).table(0);
        final BufferedDataTable whole = m_workflow.run(FILTER, Map.of("resultType", "AS_INPUT"), input).table(0);
        assertEquals(SampleType.UINT8, pattern(whole, Schema.FILTERED_PATTERN, 2).getSampleType());
        final float[] expected = pattern(fine, Schema.FILTERED_PATTERN, 2).readPixels();
        Samples.fit(expected, SampleType.UINT8);
        assertArrayEquals(expected, pattern(whole, Schema.FILTERED_PATTERN, 2).readPixels());
    }

    @ParameterizedTest
    @CsvSource({"FLOAT", "AS_INPUT"})
    void computedPatternsAreTheStoredOnesToTheLastBit(final String type) throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final BufferedDataTable computed = m_workflow.run(FILTER, Map.of("resultType", type), input).table(0);
        final BufferedDataTable stored =
            m_workflow.run(FILTER, Map.of("resultType", type, "storage", "STORED"), input).table(0);
        assertTrue(((DiffractionPatternCell)pattern(computed, Schema.FILTERED_PATTERN, 0)).isComputed());
        assertFalse(((DiffractionPatternCell)pattern(stored, Schema.FILTERED_PATTERN, 0)).isComputed());
        for (int row = 0; row < input.size(); row++) {
            assertArrayEquals(pattern(stored, Schema.FILTERED_PATTERN, row).readSamples(),
                pattern(computed, Schema.FILTERED_PATTERN, row).readSamples());
            assertArrayEquals(pattern(stored, Schema.FILTERED_PATTERN, row).readPixels(),
                pattern(computed, Schema.FILTERED_PATTERN, row).readPixels());
        }
    }

    @Test
    void computedPatternsSurviveSaving() throws Exception {
        final BufferedDataTable table = m_workflow
            .run(FILTER, Map.of("spotEnhanceLoops", 4, "noiseThreshold", 10.0), SmallScans.patterns(m_workflow))
            .table(0);
        final List<DataCell> again =
            TestWorkflow.column(m_workflow.savedAndReloaded(table), Schema.FILTERED_PATTERN);
        assertEquals(TestWorkflow.column(table, Schema.FILTERED_PATTERN), again);
        assertTrue(((DiffractionPatternCell)again.get(1)).isComputed());
    }

    @Test
    void patternsThatAreComputedThemselvesAreFilteredAndStored() throws Exception {
        final BufferedDataTable free = m_workflow.run(SUBTRACT, Map.of(), SmallScans.patterns(m_workflow)).table(0);
        final BufferedDataTable table =
            m_workflow.run(FILTER, Map.of("patternColumn", Schema.BACKGROUND_FREE_PATTERN), free).table(0);
        final float[] expected = pattern(table, Schema.BACKGROUND_FREE_PATTERN, 3).readPixels();
        new AstarFilter(SmallScans.PATTERN, SmallScans.PATTERN, AstarFilterSettings.DEFAULT).apply(expected, expected);
        assertArrayEquals(expected, pattern(table, Schema.FILTERED_PATTERN, 3).readPixels());
        assertFalse(((DiffractionPatternCell)pattern(table, Schema.FILTERED_PATTERN, 3)).isComputed());
        final BufferedDataTable again = m_workflow.run(SUBTRACT, Map.of("patternColumn", Schema.FILTERED_PATTERN),
            m_workflow.run(FILTER, Map.of(), SmallScans.patterns(m_workflow)).table(0)).table(0);
        assertEquals(SampleType.FLOAT32, pattern(again, Schema.BACKGROUND_FREE_PATTERN, 0).getSampleType());
    }

    @Test
    void missingPatternsStayMissingAndAreCounted() throws Exception {
        final Output output = m_workflow.run(FILTER, Map.of(),
            SmallScans.withMissing(m_workflow, SmallScans.patterns(m_workflow), 2, Schema.PATTERN));
        assertEquals("1 pattern is missing; its row has a missing result (Row2)", output.warning());
        assertTrue(TestWorkflow.column(output.table(0), Schema.FILTERED_PATTERN).get(2).isMissing());
        assertEquals(SmallScans.WIDTH * SmallScans.HEIGHT, output.table(0).size());
    }

    @Test
    void emptyTableGivesAnEmptyTableAndTheSizeIsHandedOn() throws Exception {
        final BufferedDataTable table = m_workflow
            .run(FILTER, Map.of(), SmallScans.empty(m_workflow, SmallScans.patterns(m_workflow))).table(0);
        assertEquals(0, table.size());
        assertEquals(new Schema.Size(SmallScans.PATTERN, SmallScans.PATTERN),
            Schema.patternSize(table.getDataTableSpec().getColumnSpec(Schema.FILTERED_PATTERN)));
    }

    @Test
    void secondRunGetsAUniqueColumnName() throws Exception {
        final BufferedDataTable once = m_workflow.run(FILTER, Map.of(), SmallScans.patterns(m_workflow)).table(0);
        final BufferedDataTable twice = m_workflow.run(FILTER, Map.of(), once).table(0);
        assertEquals(5, TestWorkflow.names(twice).stream().distinct().count());
    }

    @Test
    void wrongSettingsAreSaidInOneSentence() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        for (final Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("softeningLoops", -1),
            Map.of("softeningLoops", 101), Map.of("spotEnhanceLoops", -1), Map.of("noiseThreshold", -0.5),
            Map.of("noiseThreshold", Double.NaN), Map.of("softeningRadius", 0), Map.of("softeningRadius", 101))) {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(FILTER, wrong, input)).getMessage();
            assertTrue(message.contains("expected"), message);
        }
        final String absent = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(FILTER, Map.of("patternColumn", "images"), input)).getMessage();
        assertTrue(absent.contains("no column \"images\""), absent);
    }

    @Test
    void columnIsGuessedWhenTheNodeIsConnected() throws Exception {
        final DataTableSpec spec = new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.patternColumn("DP"));
        assertTrue(m_workflow.fresh(FILTER, spec).parameters().isPresent());
    }

    @Test
    void cancelStops() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(FILTER, Map.of(), input));
    }
}
