// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.SpotsPatternRendererFactory;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.epattern.simulate.TrueSpot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.knime.core.node.NodeSettings;

/** Holds what "Adaptive Peak Register" gives and which sentences it says. */
class RegisterNodeTest {

    private static final String REGISTER = "register.RegisterNodeFactory";
    private static final int POINTS = SmallScans.WIDTH * SmallScans.HEIGHT;

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_patterns;

    @BeforeEach
    void openWorkflow() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        m_patterns = prepared(SmallScans.scan());
    }

    private BufferedDataTable prepared(final SimulatedScan scan) throws Exception {
        return m_workflow.run("background.SubtractBackgroundNodeFactory", Map.of("radius", 8.0),
            m_workflow.patterns(scan)).table(0);
    }

    private static SimulatedScan wandering() {
        return new SimulatedScan(SimulationSettings.defaults()
            .withSize(SmallScans.WIDTH, SmallScans.HEIGHT, SmallScans.PATTERN).withBeam(20, 230, false));
    }

    private static double number(final DataRow row, final BufferedDataTable table, final String column) {
        return ((DoubleValue)row.getCell(table.getDataTableSpec().findColumnIndex(column))).getDoubleValue();
    }

    @Test
    void mostTrueSpotsAreFoundAndFewOthers() throws Exception {
        final BufferedDataTable found = m_workflow.run(REGISTER, Map.of(), m_patterns).table(0);
        assertEquals(List.of(Schema.reflections().getColumnNames()), TestWorkflow.names(found));
        int matched = 0;
        int strong = 0;
        try (SimulatedScan scan = SmallScans.scan()) {
            for (long i = 0; i < POINTS; i++) {
                for (final TrueSpot spot : scan.truth(i)) {
                    strong += spot.amplitude() > 10 ? 1 : 0;
                    matched += spot.amplitude() > 10 && near(found, scan.geometry().scanX(i), scan.geometry().scanY(i),
                        spot.x(), spot.y()) ? 1 : 0;
                }
            }
        }
        assertTrue(matched > 0.8 * strong, matched + " of " + strong);
        assertTrue(found.size() < 1.2 * TestWorkflow.rows(SmallScans.reflections(m_workflow)).size());
    }

    private static boolean near(final BufferedDataTable table, final int x, final int y, final double px,
        final double py) {
        return TestWorkflow.rows(table).stream()
            .anyMatch(row -> row.getCell(0).toString().equals(Integer.toString(x))
                && row.getCell(1).toString().equals(Integer.toString(y))
                && Math.hypot(number(row, table, Schema.X) - px, number(row, table, Schema.Y) - py) < 1);
    }

    @Test
    void patternTableKeepsItsRowsAndCountsTheirSpots() throws Exception {
        final Output output = m_workflow.run(REGISTER, Map.of(), m_patterns);
        final BufferedDataTable table = output.table(1);
        assertEquals(List.of("scan x", "scan y", "pattern", "background-free pattern", "noise", "spot count",
            "threshold", "direct beam x", "direct beam y", "flags"), TestWorkflow.names(table));
        assertEquals(TestWorkflow.rows(m_patterns).stream().map(DataRow::getKey).toList(),
            TestWorkflow.rows(table).stream().map(DataRow::getKey).toList());
        final int sum = TestWorkflow.column(table, Schema.SPOT_COUNT).stream()
            .mapToInt(c -> ((IntValue)c).getIntValue()).sum();
        assertEquals(output.table(0).size(), sum);
        assertEquals(SmallScans.PATTERN / 2.0, number(TestWorkflow.rows(table).get(0), table, "direct beam x"), 1);
    }

    @Test
    void patternsCarryTheirSpotsAsCirclesForTheTableView() throws Exception {
        final Output output = m_workflow.run(REGISTER, Map.of("centring", "PATTERNS"), m_patterns);
        for (final String column : List.of(Schema.PATTERN, Schema.BACKGROUND_FREE_PATTERN, Schema.CENTRED_PATTERN)) {
            assertTrue(circled(TestWorkflow.column(output.table(1), column).get(0)), column);
        }
        assertTrue(!circled(TestWorkflow.column(m_patterns, Schema.PATTERN).get(0)));
        final DiffractionPatternValue before =
            (DiffractionPatternValue)TestWorkflow.column(m_patterns, Schema.BACKGROUND_FREE_PATTERN).get(3);
        final DiffractionPatternValue after = (DiffractionPatternValue)TestWorkflow
            .column(output.table(1), Schema.BACKGROUND_FREE_PATTERN).get(3);
        assertArrayEquals(before.readSamples(), after.readSamples());
    }

    /** Orange and blue are in no pattern. */
    private static boolean circled(final DataCell pattern) {
        final Component component =
            new SpotsPatternRendererFactory().createRenderer(null).getRendererComponent(pattern);
        component.setSize(100, 100);
        final BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        component.paint(image.createGraphics());
        return Arrays.stream(image.getRGB(0, 0, 100, 100, null, 0, 100))
            .anyMatch(c -> Math.abs((c >> 16 & 0xff) - (c & 0xff)) > 50);
    }

    @Test
    void everyPatternHasOneDirectBeamOfRankOne() throws Exception {
        final BufferedDataTable found = m_workflow.run(REGISTER, Map.of(), m_patterns).table(0);
        assertEquals(POINTS, TestWorkflow.column(found, Schema.RANK).stream()
            .filter(c -> ((IntValue)c).getIntValue() == 1).count());
        assertEquals(found.size(),
            TestWorkflow.rows(found).stream().map(r -> r.getKey().getString()).distinct().count());
    }

    @Test
    void positionsAreKeptToAThousandthOfAPixel() throws Exception {
        final Output output = m_workflow.run(REGISTER, Map.of(), m_patterns);
        for (final String column : List.of(Schema.X, Schema.Y)) {
            for (final DataCell cell : TestWorkflow.column(output.table(0), column)) {
                final double value = ((DoubleValue)cell).getDoubleValue();
                assertEquals(value, Math.rint(1000 * value) / 1000);
            }
        }
        final DataCell x = TestWorkflow.column(output.table(1), Schema.DIRECT_BEAM_X).get(0);
        assertEquals(TestWorkflow.column(output.table(0), Schema.X).get(0), x);
    }

    @Test
    void paperRuleAndRefinementsGiveOtherTables() throws Exception {
        final List<DataCell> calibrated =
            TestWorkflow.column(m_workflow.run(REGISTER, Map.of(), m_patterns).table(0), Schema.X);
        for (final Map<String, Object> other : List.<Map<String, Object>>of(Map.of("rule", "PAPER"),
            Map.of("refinement", "CENTRE_OF_MASS"), Map.of("refinement", "NONE"))) {
            final List<DataCell> found =
                TestWorkflow.column(m_workflow.run(REGISTER, other, m_patterns).table(0), Schema.X);
            assertTrue(!found.equals(calibrated) && found.size() > POINTS, other.toString());
        }
    }

    @Test
    void higherFactorFindsFewerSpots() throws Exception {
        final long few = m_workflow.run(REGISTER, Map.of("factor", 60.0), m_patterns).table(0).size();
        final long floored = m_workflow.run(REGISTER, Map.of("floor", 40.0), m_patterns).table(0).size();
        final long many = m_workflow.run(REGISTER, Map.of(), m_patterns).table(0).size();
        assertTrue(few < many, few + " " + many);
        assertTrue(floored < many, floored + " " + many);
    }

    @Test
    void patternsWithMoreSpotsThanAllowedAreFlagged() throws Exception {
        final Output output = m_workflow.run(REGISTER, Map.of("maxSpots", 1), m_patterns);
        assertEquals(POINTS, output.table(0).size());
        assertTrue(TestWorkflow.column(output.table(1), Schema.FLAGS).stream()
            .anyMatch(c -> c.toString().contains("more spots than allowed")));
    }

    @Test
    void patternWithoutSpotsIsOrdinary() throws Exception {
        final Output output = m_workflow.run(REGISTER, Map.of("floor", 1e6), m_patterns);
        assertEquals(0, output.table(0).size());
        assertEquals(POINTS, output.table(1).size());
        assertTrue(TestWorkflow.column(output.table(1), Schema.FLAGS).get(0).toString()
            .startsWith("no spots, no direct beam"));
        assertTrue(TestWorkflow.column(output.table(1), Schema.DIRECT_BEAM_X).get(0).isMissing());
    }

    private Output registerSinglePattern(final String sampleType, final byte[] bytes) throws Exception {
        final Path file = Files.write(m_temp.resolve("single.raw"), bytes);
        final BufferedDataTable single = m_workflow.run("load.LoadNodeFactory", Map.of("file", file.toString(),
            "format", "RAW", "patternWidth", 64, "patternHeight", 64, "sampleType", sampleType, "scanSize", "GIVEN",
            "scanWidth", 1, "scanHeight", 1)).table(0);
        final BufferedDataTable free =
            m_workflow.run("background.SubtractBackgroundNodeFactory", Map.of(), single).table(0);
        return m_workflow.run(REGISTER, Map.of(), free);
    }

    @Test
    void constantPatternHasNoSpots() throws Exception {
        final Output output = registerSinglePattern("UINT8", new byte[64 * 64]);
        assertEquals(0, output.table(0).size());
        assertEquals(1, output.table(1).size());
    }

    @Test
    void patternThatIsNotANumberHasNoSpots() throws Exception {
        final ByteBuffer bytes = ByteBuffer.allocate(64 * 64 * 4).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putFloat(Float.NaN);
        }
        final Output output = registerSinglePattern("FLOAT32", bytes.array());
        assertEquals(0, output.table(0).size());
        assertEquals("0", TestWorkflow.column(output.table(1), Schema.SPOT_COUNT).get(0).toString());
    }

    @Test
    void noiseIsMeasuredWhereNoColumnKnowsIt() throws Exception {
        final BufferedDataTable raw = SmallScans.patterns(m_workflow);
        final BufferedDataTable table = m_workflow.run(REGISTER,
            Map.of("patternColumn", Schema.PATTERN, "noiseSource", "MEASURE"), raw).table(1);
        assertEquals(TestWorkflow.column(m_patterns, Schema.NOISE), TestWorkflow.column(table, Schema.NOISE));
    }

    @Test
    void noiseIsMeasuredInTheRawPatternsWhereTheyAreAtHand() throws Exception {
        final BufferedDataTable table =
            m_workflow.run(REGISTER, Map.of("noiseSource", "MEASURE"), m_patterns).table(1);
        assertEquals(TestWorkflow.column(m_patterns, Schema.NOISE),
            TestWorkflow.column(table, Schema.NOISE + " (#1)"));
    }

    @Test
    void saturatedSpotsAreFlaggedBecauseTheRawPatternShowsThem() throws Exception {
        final BufferedDataTable patterns = prepared(new SimulatedScan(SimulationSettings.defaults()
            .withSize(SmallScans.WIDTH, SmallScans.HEIGHT, SmallScans.PATTERN).withBeam(0, 900, false)));
        final BufferedDataTable found = m_workflow.run(REGISTER, Map.of(), patterns).table(0);
        assertTrue(TestWorkflow.column(found, Schema.FLAGS).get(0).toString().contains("saturated"));
    }

    @Test
    void centredTableHasTheDirectBeamInTheCentre() throws Exception {
        final BufferedDataTable table =
            m_workflow.run(REGISTER, Map.of("centring", "TABLE", "beam", "PATTERN"), prepared(wandering())).table(0);
        int beams = 0;
        for (final DataRow row : TestWorkflow.rows(table)) {
            if (((IntValue)row.getCell(table.getDataTableSpec().findColumnIndex(Schema.RANK))).getIntValue() == 1) {
                assertEquals(SmallScans.PATTERN / 2.0, number(row, table, Schema.X), 1e-9);
                assertEquals(SmallScans.PATTERN / 2.0, number(row, table, Schema.Y), 1e-9);
                beams++;
            }
        }
        assertTrue(beams > POINTS / 2);
    }

    @Test
    void centredPatternsHaveTheDirectBeamInTheCentre() throws Exception {
        final BufferedDataTable wandering = prepared(wandering());
        final BufferedDataTable centred = m_workflow
            .run(REGISTER, Map.of("centring", "PATTERNS", "beam", "PATTERN"), wandering).table(1);
        final BufferedDataTable again = m_workflow.run(REGISTER,
            Map.of("patternColumn", Schema.CENTRED_PATTERN, "rawSource", "NONE", "beam", "PATTERN"), centred).table(1);
        final String column = Schema.DIRECT_BEAM_X + " (#1)";
        double before = 0;
        double after = 0;
        for (final DataRow row : TestWorkflow.rows(again)) {
            before = Math.max(before, Math.abs(number(row, again, Schema.DIRECT_BEAM_X) - SmallScans.PATTERN / 2.0));
            after = Math.max(after, Math.abs(number(row, again, column) - SmallScans.PATTERN / 2.0));
        }
        assertTrue(before > 0.5 && after < 0.2, before + " " + after);
    }

    @Test
    void centredPatternsAreNotMixedWithRawOnes() throws Exception {
        final BufferedDataTable centred =
            m_workflow.run(REGISTER, Map.of("centring", "PATTERNS"), m_patterns).table(1);
        final String message = assertThrows(InvalidSettingsException.class, () -> m_workflow.run(REGISTER,
            Map.of("patternColumn", Schema.CENTRED_PATTERN), centred)).getMessage();
        assertTrue(message.contains("choose \"None\" for the raw patterns"), message);
    }

    @Test
    void centredReflectionsMaskAndAreComparedWithCentredPatternsOnly() throws Exception {
        final Output centred = m_workflow.run(REGISTER, Map.of("centring", "PATTERNS"), m_patterns);
        final String mask = "reconstruct.ReconstructNodeFactory";
        final String message = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(mask, Map.of("mode", "MASK"), centred.table(0), centred.table(1))).getMessage();
        assertTrue(message.contains("choose another column"), message);
        final BufferedDataTable masked = m_workflow.run(mask,
            Map.of("mode", "MASK", "patternColumn", Schema.CENTRED_PATTERN), centred.table(0), centred.table(1))
            .table(0);
        final String metrics = "metrics.QualityMetricsNodeFactory";
        assertThrows(InvalidSettingsException.class, () -> m_workflow.run(metrics,
            Map.of("comparedColumn", Schema.MASKED_PATTERN), m_patterns, masked));
        assertEquals(POINTS, m_workflow.run(metrics, Map.of("referenceColumn", Schema.CENTRED_PATTERN,
            "comparedColumn", Schema.MASKED_PATTERN), masked, masked).table(0).size());
    }

    @Test
    void neighbourMeanLowersTheNoise() throws Exception {
        final BufferedDataTable raw = SmallScans.patterns(m_workflow);
        final Map<String, Object> alone = Map.of("patternColumn", Schema.PATTERN, "noiseSource", "MEASURE");
        final Map<String, Object> mean = Map.of("patternColumn", Schema.PATTERN, "noiseSource", "MEASURE",
            "neighbourMean", "ALL");
        final int middle = SmallScans.WIDTH + 2;
        final BufferedDataTable once = m_workflow.run(REGISTER, alone, raw).table(1);
        final BufferedDataTable averaged = m_workflow.run(REGISTER, mean, raw).table(1);
        assertTrue(number(TestWorkflow.rows(averaged).get(middle), averaged, Schema.NOISE) < 0.8
            * number(TestWorkflow.rows(once).get(middle), once, Schema.NOISE));
    }

    @Test
    void alikeNeighboursAreThoseOfTheSameGrain() throws Exception {
        final SimulatedScan scan =
            new SimulatedScan(SimulationSettings.defaults().withSize(9, 7, 160).withNoise(NoiseLevel.MID));
        final BufferedDataTable table =
            m_workflow.run(REGISTER, Map.of("neighbourMean", "ALIKE", "refinement", "NONE"), prepared(scan)).table(1);
        int same = 0;
        int other = 0;
        int taken = 0;
        for (int i = 0; i < 63; i++) {
            final int[] counts = neighboursOf(scan, i);
            if (counts[0] > 0) {
                other += counts[0];
                same += counts[1];
                final DataRow row = TestWorkflow.rows(table).get(i);
                final double ratio =
                    number(row, table, Schema.NOISE) / number(row, table, Schema.NOISE + " (#1)");
                taken += Math.round(ratio * ratio) - 1;
            }
        }
        assertTrue(other > 50 && same > 50, other + " " + same);
        assertTrue(taken > 0.9 * same && taken < same + 0.1 * other, taken + " of " + same + " and " + other);
    }

    /** Numbers of neighbours in other grains and in the same; none if this point or one of them is no crystal. */
    private static int[] neighboursOf(final SimulatedScan scan, final int index) {
        final int[] counts = new int[2];
        for (int i = 0; i < scan.geometry().patternCount(); i++) {
            if (i != index && Math.abs(scan.geometry().scanX(i) - scan.geometry().scanX(index)) <= 1
                && Math.abs(scan.geometry().scanY(i) - scan.geometry().scanY(index)) <= 1) {
                if (scan.grain(i) < 0 || scan.grain(index) < 0) {
                    return new int[2];
                }
                counts[scan.grain(i) == scan.grain(index) ? 1 : 0]++;
            }
        }
        return counts;
    }

    @Test
    void rawPatternsAreAveragedAsWellAndSaturationIsNot() throws Exception {
        final BufferedDataTable patterns = prepared(new SimulatedScan(SimulationSettings.defaults()
            .withSize(SmallScans.WIDTH, SmallScans.HEIGHT, SmallScans.PATTERN).withBeam(0, 330, false)));
        final BufferedDataTable alone = m_workflow.run(REGISTER, Map.of(), patterns).table(0);
        final BufferedDataTable mean = m_workflow.run(REGISTER, Map.of("neighbourMean", "ALL"), patterns).table(0);
        assertTrue(saturatedBeams(alone) > POINTS / 2);
        assertTrue(saturatedBeams(mean) >= saturatedBeams(alone));
        final BufferedDataTable withoutRaw = m_workflow.run(REGISTER,
            Map.of("neighbourMean", "ALL", "rawSource", "NONE", "saturation", 1e9), patterns).table(0);
        assertTrue(!TestWorkflow.column(mean, Schema.MEAN).equals(TestWorkflow.column(withoutRaw, Schema.MEAN)));
    }

    private static long saturatedBeams(final BufferedDataTable table) {
        return TestWorkflow.rows(table).stream().filter(row -> number(row, table, Schema.RANK) == 1
            && row.getCell(table.getDataTableSpec().findColumnIndex(Schema.FLAGS)).toString().contains("saturated"))
            .count();
    }

    @Test
    void neighbourMeanNeedsScanOrder() throws Exception {
        final BufferedDataTable reversed = SmallScans.reversed(m_workflow, m_patterns);
        final String message = assertThrows(KNIMEException.class,
            () -> m_workflow.run(REGISTER, Map.of("neighbourMean", "ALL"), reversed)).getMessage();
        assertTrue(message.contains("sort the table by scan y, then by scan x"), message);
        assertEquals(POINTS, m_workflow.run(REGISTER, Map.of(), reversed).table(1).size());
    }

    @Test
    void missingPatternGivesAMissingCountAndOneWarning() throws Exception {
        final Output output = m_workflow.run(REGISTER, Map.of("neighbourMean", "ALL"),
            SmallScans.withMissing(m_workflow, m_patterns, 6, Schema.BACKGROUND_FREE_PATTERN));
        assertEquals("1 pattern or its scan position is missing; its row has missing results (Row6)", output.warning());
        assertTrue(TestWorkflow.column(output.table(1), Schema.SPOT_COUNT).get(6).isMissing());
        assertEquals(POINTS, output.table(1).size());
    }

    @Test
    void emptyTableGivesEmptyTables() throws Exception {
        final Output output = m_workflow.run(REGISTER, Map.of(), SmallScans.empty(m_workflow, m_patterns));
        assertEquals(0, output.table(0).size());
        assertEquals(0, output.table(1).size());
    }

    @Test
    void reflectionsKnowTheSizeOfScanAndPatterns() throws Exception {
        final DataTableSpec spec = m_workflow.run(REGISTER, Map.of(), m_patterns).table(0).getDataTableSpec();
        assertEquals(new Schema.Size(SmallScans.WIDTH, SmallScans.HEIGHT),
            Schema.scanSize(spec.getColumnSpec(Schema.SCAN_X)));
        assertEquals(new Schema.Size(SmallScans.PATTERN, SmallScans.PATTERN),
            Schema.patternSize(spec.getColumnSpec(Schema.X)));
    }

    @Test
    void columnsAreGuessedWhenTheNodeIsConnected() throws Exception {
        final NodeSettings prepared = new NodeSettings("model");
        m_workflow.fresh(REGISTER, m_patterns.getDataTableSpec()).saveSettings(prepared);
        assertEquals(Schema.BACKGROUND_FREE_PATTERN, prepared.getString("patternColumn"));
        assertEquals("COLUMN", prepared.getString("noiseSource"));
        assertEquals("COLUMN", prepared.getString("rawSource"));
        final NodeSettings raw = new NodeSettings("model");
        m_workflow.fresh(REGISTER, Schema.patterns()).saveSettings(raw);
        assertEquals(Schema.PATTERN, raw.getString("patternColumn"));
        assertEquals("MEASURE", raw.getString("noiseSource"));
        assertEquals("NONE", raw.getString("rawSource"));
    }

    @Test
    void absentColumnsAndSettingsOutOfRangeAreSaidInOneSentence() {
        for (final Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("patternColumn", "DP"),
            Map.of("noiseColumn", "sigma"), Map.of("rawColumn", "frames"), Map.of("factor", -1.0),
            Map.of("maxSpots", 0), Map.of("factor", 0.0), Map.of("rule", "PAPER", "paperFactor", 0.0),
            Map.of("floor", -1.0),
            Map.of("rule", "PAPER", "blur", 30.0), Map.of("minCorrelation", 2.0),
            Map.of("smallestRadius", 5.0, "largestRadius", 2.0), Map.of("beam", "GIVEN", "beamX", -1.0))) {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(REGISTER, wrong, m_patterns), wrong.toString()).getMessage();
            assertTrue(message.contains("expected") || message.contains("no column"), message);
        }
    }

    @Test
    void rangeErrorsNameTheSettingAsTheDialogDoes() {
        for (final Map.Entry<String, Map<String, Object>> wrong : Map.<String, Map<String, Object>>of(
            "\"Factor\" is 0; expected a value above 0", Map.of("factor", 0.0),
            "\"Largest number of spots\" is 0; expected 1 or more", Map.of("maxSpots", 0),
            "\"Blur\" is 30; expected 0 to 20 px", Map.of("rule", "PAPER", "blur", 30.0)).entrySet()) {
            assertEquals(wrong.getKey(), assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(REGISTER, wrong.getValue(), m_patterns)).getMessage());
        }
    }

    @Test
    void cancelStops() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(REGISTER, Map.of(), m_patterns));
    }
}
