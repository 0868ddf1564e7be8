// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.DiffractionPatternCell;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds what "Subtract Background" gives and which sentences it says. */
class SubtractBackgroundNodeTest {

    private static final String SUBTRACT = "background.SubtractBackgroundNodeFactory";

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    private static DiffractionPatternValue result(final BufferedDataTable table, final int row) {
        return (DiffractionPatternValue)TestWorkflow.column(table, Schema.BACKGROUND_FREE_PATTERN).get(row);
    }

    @Test
    void patternsLoseTheirHaloAndKeepTheirNoise() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final BufferedDataTable table = m_workflow.run(SUBTRACT, Map.of("radius", 6.0), input).table(0);
        assertEquals(List.of(Schema.SCAN_X, Schema.SCAN_Y, Schema.PATTERN, Schema.BACKGROUND_FREE_PATTERN,
            Schema.NOISE), TestWorkflow.names(table));
        final DiffractionPatternValue raw =
            (DiffractionPatternValue)TestWorkflow.column(table, Schema.PATTERN).get(3);
        final DiffractionPatternValue free = result(table, 3);
        final int beside = SmallScans.PATTERN / 2 * SmallScans.PATTERN + SmallScans.PATTERN / 2 + 6;
        assertTrue(free.readPixels()[beside] < raw.readPixels()[beside]);
        for (final DataCell noise : TestWorkflow.column(table, Schema.NOISE)) {
            assertTrue(((DoubleValue)noise).getDoubleValue() > 0);
        }
    }

    @Test
    void signedResultKeepsValuesBelowZero() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final DiffractionPatternValue signed = result(m_workflow.run(SUBTRACT, Map.of(), input).table(0), 0);
        final DiffractionPatternValue unsigned =
            result(m_workflow.run(SUBTRACT, Map.of("resultType", "AS_INPUT"), input).table(0), 0);
        assertEquals(SampleType.INT16, signed.getSampleType());
        assertEquals(SampleType.UINT8, unsigned.getSampleType());
        assertTrue(smallest(signed) < 0);
        assertEquals(0, smallest(unsigned));
    }

    private static float smallest(final DiffractionPatternValue pattern) throws IOException {
        float smallest = Float.MAX_VALUE;
        for (final float pixel : pattern.readPixels()) {
            smallest = Math.min(smallest, pixel);
        }
        return smallest;
    }

    @ParameterizedTest
    @CsvSource({"ROLLING_BALL, SIGNED", "ROLLING_BALL, AS_INPUT", "SLIDING_PARABOLOID, SIGNED", "NONE, SIGNED"})
    void computedPatternsAreTheStoredOnesToTheLastBit(final String method, final String type) throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final BufferedDataTable computed =
            m_workflow.run(SUBTRACT, Map.of("method", method, "resultType", type), input).table(0);
        final BufferedDataTable stored = m_workflow
            .run(SUBTRACT, Map.of("method", method, "resultType", type, "storage", "STORED"), input).table(0);
        for (int row = 0; row < input.size(); row++) {
            assertArrayEquals(result(stored, row).readSamples(), result(computed, row).readSamples());
            assertArrayEquals(result(stored, row).readPixels(), result(computed, row).readPixels());
        }
        assertEquals(TestWorkflow.column(stored, Schema.NOISE), TestWorkflow.column(computed, Schema.NOISE));
    }

    @Test
    void computedPatternsSurviveSavingAndTheLossOfTheOriginalColumn() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final BufferedDataTable table = m_workflow.run(SUBTRACT, Map.of("keepOriginal", false), input).table(0);
        assertTrue(((DiffractionPatternCell)result(table, 1)).isComputed());
        final List<DataCell> again =
            TestWorkflow.column(m_workflow.savedAndReloaded(table), Schema.BACKGROUND_FREE_PATTERN);
        assertEquals(TestWorkflow.column(table, Schema.BACKGROUND_FREE_PATTERN), again);
        assertTrue(((DiffractionPatternCell)again.get(1)).isComputed());
    }

    @Test
    void whatIsComputedFromComputedPatternsIsStored() throws Exception {
        final BufferedDataTable once = m_workflow.run(SUBTRACT, Map.of(), SmallScans.patterns(m_workflow)).table(0);
        final BufferedDataTable twice =
            m_workflow.run(SUBTRACT, Map.of("patternColumn", Schema.BACKGROUND_FREE_PATTERN), once).table(0);
        final DiffractionPatternCell second = (DiffractionPatternCell)TestWorkflow
            .column(twice, Schema.BACKGROUND_FREE_PATTERN + " (#1)").get(0);
        assertTrue(!second.isComputed());
    }

    @Test
    void noMethodLeavesThePatternsAsTheyAre() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final BufferedDataTable table = m_workflow.run(SUBTRACT, Map.of("method", "NONE"), input).table(0);
        assertEquals(TestWorkflow.column(input, Schema.PATTERN),
            TestWorkflow.column(table, Schema.BACKGROUND_FREE_PATTERN));
    }

    @Test
    void methodsDiffer() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        assertTrue(!result(m_workflow.run(SUBTRACT, Map.of(), input).table(0), 0)
            .equals(result(m_workflow.run(SUBTRACT, Map.of("method", "SLIDING_PARABOLOID"), input).table(0), 0)));
    }

    @Test
    void noiseComesFromTheChosenRegion() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final DataCell corners =
            TestWorkflow.column(m_workflow.run(SUBTRACT, Map.of(), input).table(0), Schema.NOISE).get(0);
        final DataCell ring = TestWorkflow.column(m_workflow.run(SUBTRACT,
            Map.of("noiseArea", "RING", "innerRadius", 2.0, "outerRadius", 20.0), input).table(0), Schema.NOISE).get(0);
        assertTrue(((DoubleValue)ring).getDoubleValue() > 2 * ((DoubleValue)corners).getDoubleValue());
    }

    @Test
    void originalColumnCanBeDropped() throws Exception {
        final BufferedDataTable table = m_workflow
            .run(SUBTRACT, Map.of("keepOriginal", false), SmallScans.patterns(m_workflow)).table(0);
        assertEquals(List.of(Schema.SCAN_X, Schema.SCAN_Y, Schema.BACKGROUND_FREE_PATTERN, Schema.NOISE),
            TestWorkflow.names(table));
    }

    @Test
    void secondRunGetsUniqueColumnNamesAndKeepsRowIds() throws Exception {
        final BufferedDataTable once = m_workflow.run(SUBTRACT, Map.of(), SmallScans.patterns(m_workflow)).table(0);
        final BufferedDataTable twice = m_workflow.run(SUBTRACT, Map.of(), once).table(0);
        assertEquals(7, TestWorkflow.names(twice).stream().distinct().count());
        assertEquals(TestWorkflow.rows(once).stream().map(DataRow::getKey).toList(),
            TestWorkflow.rows(twice).stream().map(DataRow::getKey).toList());
    }

    @Test
    void missingPatternGivesMissingResultsAndOneWarning() throws Exception {
        final Output output = m_workflow.run(SUBTRACT, Map.of(),
            SmallScans.withMissing(m_workflow, SmallScans.patterns(m_workflow), 2, Schema.PATTERN));
        assertEquals("1 pattern is missing; its row has missing results (Row2)", output.warning());
        assertTrue(TestWorkflow.column(output.table(0), Schema.NOISE).get(2).isMissing());
        assertTrue(TestWorkflow.column(output.table(0), Schema.BACKGROUND_FREE_PATTERN).get(2).isMissing());
        assertEquals(SmallScans.WIDTH * SmallScans.HEIGHT, output.table(0).size());
    }

    @Test
    void emptyTableGivesAnEmptyTable() throws Exception {
        final Output output =
            m_workflow.run(SUBTRACT, Map.of(), SmallScans.empty(m_workflow, SmallScans.patterns(m_workflow)));
        assertEquals(0, output.table(0).size());
        assertEquals(5, output.table(0).getDataTableSpec().getNumColumns());
    }

    @Test
    void sizeOfTheScanIsHandedOn() throws Exception {
        final DataTableSpec spec =
            m_workflow.run(SUBTRACT, Map.of(), SmallScans.patterns(m_workflow)).table(0).getDataTableSpec();
        assertEquals(new Schema.Size(SmallScans.WIDTH, SmallScans.HEIGHT),
            Schema.scanSize(spec.getColumnSpec(Schema.SCAN_X)));
        assertEquals(new Schema.Size(SmallScans.PATTERN, SmallScans.PATTERN),
            Schema.patternSize(spec.getColumnSpec(Schema.BACKGROUND_FREE_PATTERN)));
    }

    @Test
    void absentAndWrongColumnsAreSaidInOneSentence() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final String absent = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(SUBTRACT, Map.of("patternColumn", "images"), input)).getMessage();
        assertTrue(absent.contains("no column \"images\""), absent);
        final String wrong = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(SUBTRACT, Map.of("patternColumn", Schema.SCAN_X), input)).getMessage();
        assertTrue(wrong.contains("choose a column with diffraction patterns"), wrong);
    }

    @Test
    void columnIsGuessedWhenTheNodeIsConnected() throws Exception {
        final DataTableSpec spec = new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.patternColumn("DP"));
        assertTrue(m_workflow.fresh(SUBTRACT, spec).parameters().isPresent());
    }

    @Test
    void settingsOutOfRangeAreSaidInOneSentence() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        for (final Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("radius", 0.0),
            Map.of("radius", Double.NaN), Map.of("radius", 1e6),
            Map.of("noiseArea", "RING", "innerRadius", 50.0, "outerRadius", 20.0))) {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(SUBTRACT, wrong, input)).getMessage();
            assertTrue(message.contains("expected"), message);
        }
    }

    @Test
    void ringOutsideThePatternIsSaidInOneSentence() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        final String message = assertThrows(KNIMEException.class, () -> m_workflow.run(SUBTRACT,
            Map.of("noiseArea", "RING", "innerRadius", 500.0, "outerRadius", 600.0), input)).getMessage();
        assertTrue(message.contains("96 x 96"), message);
    }

    @Test
    void cancelStops() throws Exception {
        final BufferedDataTable input = SmallScans.patterns(m_workflow);
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(SUBTRACT, Map.of(), input));
    }
}
