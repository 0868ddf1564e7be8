// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.register.Reflection;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds what "Reconstruct" gives and which sentences it says. */
class ReconstructNodeTest {

    private static final String RECONSTRUCT = "reconstruct.ReconstructNodeFactory";
    private static final int POINTS = SmallScans.WIDTH * SmallScans.HEIGHT;

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_reflections;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
        m_reflections = SmallScans.reflections(m_workflow);
    }

    private static DiffractionPatternValue pattern(final Output output, final String column, final int row) {
        return (DiffractionPatternValue)TestWorkflow.column(output.table(0), column).get(row);
    }

    private static float brightest(final float[] pixels) {
        float brightest = Float.NEGATIVE_INFINITY;
        for (final float pixel : pixels) {
            brightest = Math.max(brightest, pixel);
        }
        return brightest;
    }

    private static long lit(final float[] pixels) {
        long lit = 0;
        for (final float pixel : pixels) {
            lit += pixel > 0 ? 1 : 0;
        }
        return lit;
    }

    @Test
    void everyScanPointGetsAPatternOfTheRegisteredSize() throws Exception {
        final Output output = m_workflow.run(RECONSTRUCT, Map.of(), m_reflections);
        assertEquals(List.of(Schema.SCAN_X, Schema.SCAN_Y, Schema.REBUILT_PATTERN),
            TestWorkflow.names(output.table(0)));
        assertEquals(POINTS, output.table(0).size());
        final DiffractionPatternValue first = pattern(output, Schema.REBUILT_PATTERN, 0);
        assertEquals("96 x 96 px, 8 bit", first.toString());
        assertTrue(lit(first.readPixels()) > 10);
        assertEquals(0, first.readPixels()[0]);
    }

    @Test
    void scanPointWithoutSpotsIsBlackAndMovesNoOther() throws Exception {
        final Output full = m_workflow.run(RECONSTRUCT, Map.of(), m_reflections);
        final Output holed =
            m_workflow.run(RECONSTRUCT, Map.of(), SmallScans.without(m_workflow, m_reflections, 1, 0));
        assertEquals(POINTS, holed.table(0).size());
        assertEquals(0, lit(pattern(holed, Schema.REBUILT_PATTERN, 1).readPixels()));
        assertEquals(pattern(full, Schema.REBUILT_PATTERN, 2), pattern(holed, Schema.REBUILT_PATTERN, 2));
    }

    @Test
    void orderOfTheReflectionsDoesNotMatter() throws Exception {
        final List<DataCell> once = TestWorkflow
            .column(m_workflow.run(RECONSTRUCT, Map.of(), m_reflections).table(0), Schema.REBUILT_PATTERN);
        final List<DataCell> reversed = TestWorkflow.column(m_workflow
            .run(RECONSTRUCT, Map.of(), SmallScans.reversed(m_workflow, m_reflections)).table(0),
            Schema.REBUILT_PATTERN);
        assertEquals(once, reversed);
    }

    @Test
    void sizeScaleTypeAndGainAreThoseOfTheSettings() throws Exception {
        final Output output = m_workflow.run(RECONSTRUCT, Map.of("size", "GIVEN", "width", 60, "height", 40,
            "scaleMode", "GIVEN", "scale", 0.4, "sampleType", "FLOAT32", "gain", 2.0), m_reflections);
        final DiffractionPatternValue large = pattern(output, Schema.REBUILT_PATTERN, 0);
        assertEquals("60 x 40 px, 32 bit float", large.toString());
        final float plain = brightest(pattern(m_workflow.run(RECONSTRUCT, Map.of("sampleType", "FLOAT32"),
            m_reflections), Schema.REBUILT_PATTERN, 0).readPixels());
        final float doubled = brightest(pattern(m_workflow.run(RECONSTRUCT,
            Map.of("sampleType", "FLOAT32", "gain", 2.0), m_reflections), Schema.REBUILT_PATTERN, 0).readPixels());
        assertEquals(2 * plain, doubled, 0.01 * plain);
    }

    @Test
    void radiusRulesAndProfileChangeTheSpots() throws Exception {
        final long registered =
            lit(pattern(m_workflow.run(RECONSTRUCT, Map.of(), m_reflections), Schema.REBUILT_PATTERN, 0).readPixels());
        final long scaled = lit(pattern(
            m_workflow.run(RECONSTRUCT, Map.of("radiusRule", "SCALED", "radiusFactor", 2.0), m_reflections),
            Schema.REBUILT_PATTERN, 0).readPixels());
        final long fixed = lit(pattern(m_workflow.run(RECONSTRUCT,
            Map.of("radiusRule", "FIXED", "directBeamRadius", 6.0, "spotRadius", 6.0), m_reflections),
            Schema.REBUILT_PATTERN, 0).readPixels());
        assertTrue(registered < scaled && scaled < fixed, registered + " " + scaled + " " + fixed);
        assertTrue(!pattern(m_workflow.run(RECONSTRUCT, Map.of("profile", "GAUSSIAN"), m_reflections),
            Schema.REBUILT_PATTERN, 0)
                .equals(pattern(m_workflow.run(RECONSTRUCT, Map.of(), m_reflections), Schema.REBUILT_PATTERN, 0)));
    }

    @Test
    void spotsTooBrightForTheSampleTypeAreSaidInOneWarning() throws Exception {
        final String warning = m_workflow.run(RECONSTRUCT, Map.of("gain", 50.0), m_reflections).warning();
        assertTrue(warning.startsWith(POINTS + " patterns have spots brighter"), warning);
    }

    @Test
    void maskingKeepsThePatternInsideTheSpotsAndItsRow() throws Exception {
        final BufferedDataTable patterns = SmallScans.patterns(m_workflow);
        final Output output = m_workflow.run(RECONSTRUCT,
            Map.of("mode", "MASK", "patternColumn", Schema.PATTERN), m_reflections, patterns);
        assertEquals(List.of(Schema.SCAN_X, Schema.SCAN_Y, Schema.PATTERN, Schema.MASKED_PATTERN),
            TestWorkflow.names(output.table(0)));
        final float[] raw = pattern(output, Schema.PATTERN, 7).readPixels();
        final float[] masked = pattern(output, Schema.MASKED_PATTERN, 7).readPixels();
        int kept = 0;
        for (int i = 0; i < raw.length; i++) {
            assertTrue(masked[i] == 0 || masked[i] == raw[i]);
            kept += masked[i] > 0 ? 1 : 0;
        }
        assertTrue(kept > 10 && kept < raw.length / 2, Integer.toString(kept));
        assertEquals(SampleType.UINT8, pattern(output, Schema.MASKED_PATTERN, 7).getSampleType());
    }

    @Test
    void drawingBesidePatternsKeepsTheirRows() throws Exception {
        final BufferedDataTable patterns = SmallScans.patterns(m_workflow);
        final Output output = m_workflow.run(RECONSTRUCT, Map.of(), m_reflections, patterns);
        assertEquals(List.of(Schema.SCAN_X, Schema.SCAN_Y, Schema.PATTERN, Schema.REBUILT_PATTERN),
            TestWorkflow.names(output.table(0)));
        assertEquals(TestWorkflow.column(m_workflow.run(RECONSTRUCT, Map.of(), m_reflections).table(0),
            Schema.REBUILT_PATTERN), TestWorkflow.column(output.table(0), Schema.REBUILT_PATTERN));
    }

    @Test
    void missingPatternAndPositionGiveMissingResultsAndOneWarning() throws Exception {
        final BufferedDataTable patterns = SmallScans.withMissing(m_workflow,
            SmallScans.withMissing(m_workflow, SmallScans.patterns(m_workflow), 1, Schema.PATTERN), 3, Schema.SCAN_X);
        final Output output = m_workflow.run(RECONSTRUCT, Map.of("mode", "MASK", "patternColumn", Schema.PATTERN),
            m_reflections, patterns);
        assertTrue(output.warning().startsWith("2 patterns or their scan positions are missing"), output.warning());
        assertTrue(TestWorkflow.column(output.table(0), Schema.MASKED_PATTERN).get(1).isMissing());
        assertTrue(TestWorkflow.column(output.table(0), Schema.MASKED_PATTERN).get(3).isMissing());
    }

    @Test
    void maskingWithoutPatternsIsSaidBeforeExecution() {
        final String message = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(RECONSTRUCT, Map.of("mode", "MASK"), m_reflections)).getMessage();
        assertTrue(message.contains("second input"), message);
    }

    @Test
    void tableThatKnowsNoSizesNeedsThemInTheDialog() throws Exception {
        final BufferedDataTable bare = SmallScans.withoutProperties(m_workflow, m_reflections);
        final String message = assertThrows(KNIMEException.class,
            () -> m_workflow.run(RECONSTRUCT, Map.of(), bare)).getMessage();
        assertTrue(message.contains("\"Registered width\""), message);
        final Output output =
            m_workflow.run(RECONSTRUCT, Map.of("registeredWidth", 96, "registeredHeight", 96), bare);
        assertEquals(POINTS, output.table(0).size());
        assertTrue(output.warning().contains("5 x 4"), output.warning());
    }

    @Test
    void emptyTableGivesBlackPatternsOrNone() throws Exception {
        final BufferedDataTable empty = SmallScans.empty(m_workflow, m_reflections);
        assertEquals(0, lit(pattern(m_workflow.run(RECONSTRUCT, Map.of(), empty), Schema.REBUILT_PATTERN, 0)
            .readPixels()));
        assertEquals(0, m_workflow.run(RECONSTRUCT, Map.of("registeredWidth", 96, "registeredHeight", 96),
            SmallScans.withoutProperties(m_workflow, empty)).table(0).size());
    }

    @Test
    void reflectionsOutsideTheScanAreSaidInOneSentence() {
        final List<DataRow> rows = List.of(new DefaultRow(RowKey.createRowKey(0L),
            ReflectionRows.cells(40, 0, new Reflection(9, 9, 2, 50, 50, 1, 1, Set.of()))));
        final BufferedDataTable foreign = m_workflow.table(m_reflections.getDataTableSpec(), rows);
        final String message = assertThrows(KNIMEException.class,
            () -> m_workflow.run(RECONSTRUCT, Map.of(), foreign)).getMessage();
        assertTrue(message.contains("(40, 0)") && message.contains("5 x 4"), message);
    }

    @Test
    void absentColumnIsSaidInOneSentence() {
        final BufferedDataTable table =
            m_workflow.table(new DataTableSpec(Schema.intColumn(Schema.SCAN_X)), List.of());
        final String message = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(RECONSTRUCT, Map.of(), table)).getMessage();
        assertTrue(message.contains("\"scan y\""), message);
    }

    @Test
    void registeredWidthAndHeightAreGivenTogether() {
        for (final Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("registeredWidth", 512),
            Map.of("registeredHeight", 512))) {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(RECONSTRUCT, wrong, m_reflections)).getMessage();
            assertTrue(message.contains("is 512") && message.contains("is 0") && message.contains("expected both"),
                message);
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        for (final Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("gain", 0.0),
            Map.of("size", "GIVEN", "width", 0), Map.of("radiusRule", "FIXED", "spotRadius", -1.0),
            Map.of("radiusRule", "SCALED", "radiusFactor", 0.0), Map.of("scaleMode", "GIVEN", "scale", 0.0))) {
            assertTrue(assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(RECONSTRUCT, wrong, m_reflections)).getMessage().contains("expected"));
        }
    }

    @Test
    void cancelStops() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(RECONSTRUCT, Map.of(), m_reflections));
    }
}
