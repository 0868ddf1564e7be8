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
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;

/** Holds what "Spot Count Map" gives and which sentences it says. */
class SpotCountMapNodeTest {

    private static final String MAP = "map.SpotCountMapNodeFactory";
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

    private static double[] values(final Output output, final String map) {
        return TestWorkflow.column(output.table(0), map).stream()
            .mapToDouble(c -> c instanceof DoubleValue v ? v.getDoubleValue() : Double.NaN).toArray();
    }

    @Test
    void spotCountIsThatOfTheTable() throws Exception {
        final double[] counts = values(m_workflow.run(MAP, Map.of(), m_reflections), "spot count");
        final int[] expected = SmallScans.spotCounts();
        assertEquals(POINTS, counts.length);
        for (int i = 0; i < POINTS; i++) {
            assertEquals(expected[i], counts[i]);
        }
    }

    @Test
    void mapsAndPicturesAreThoseThatWereChosen() throws Exception {
        final Output all = m_workflow.run(MAP, Map.of("darkField", true), m_reflections);
        assertEquals(List.of("scan x", "scan y", "spot count", "virtual bright field", "sum of all spots",
            "virtual dark field"), TestWorkflow.names(all.table(0)));
        assertEquals(List.of("spot count", "virtual bright field", "sum of all spots", "virtual dark field"),
            TestWorkflow.column(all.table(1), Schema.NAME).stream().map(Object::toString).toList());
        final Output one = m_workflow.run(MAP, Map.of("brightField", false, "allSpots", false, "noise", false),
            m_reflections);
        assertEquals(List.of("scan x", "scan y", "spot count"), TestWorkflow.names(one.table(0)));
        assertEquals(1, one.table(1).size());
    }

    @Test
    void pictureIsAPngWithTheRangeOfItsMap() throws Exception {
        final Output output = m_workflow.run(MAP, Map.of(), m_reflections);
        final DataRow row = TestWorkflow.rows(output.table(1)).get(0);
        final byte[] png = ((PNGImageValue)row.getCell(1)).getImageContent().getByteArray();
        assertEquals('P', png[1]);
        double max = 0;
        for (final double count : values(output, "spot count")) {
            max = Math.max(max, count);
        }
        assertEquals(max, ((DoubleValue)row.getCell(3)).getDoubleValue());
    }

    @Test
    void imagePortHoldsThePictureOfTheFirstMap() throws Exception {
        final Output output = m_workflow.run(MAP, Map.of(), m_reflections);
        final ImagePortObject image = (ImagePortObject)output.others().get(0);
        assertEquals(PNGImageContent.TYPE, image.getSpec().getDataType());
        assertEquals(TestWorkflow.rows(output.table(1)).get(0).getCell(1), image.toDataCell());
    }

    @Test
    void coloursChangeThePictureAndNotTheNumbers() throws Exception {
        final Output viridis = m_workflow.run(MAP, Map.of(), m_reflections);
        final Output grey = m_workflow.run(MAP, Map.of("colours", "GREY"), m_reflections);
        assertEquals(TestWorkflow.column(viridis.table(0), "spot count"),
            TestWorkflow.column(grey.table(0), "spot count"));
        assertTrue(!TestWorkflow.column(viridis.table(1), Schema.PICTURE)
            .equals(TestWorkflow.column(grey.table(1), Schema.PICTURE)));
    }

    @Test
    void darkFieldSumsTheReflectionsOfItsRegionAndRanks() throws Exception {
        final Output output = m_workflow.run(MAP, Map.of("darkField", true), m_reflections);
        final double[] dark = values(output, "virtual dark field");
        final double[] all = values(output, "sum of all spots");
        final double[] bright = values(output, "virtual bright field");
        for (int i = 0; i < POINTS; i++) {
            assertEquals(all[i] - bright[i], dark[i], 1e-3);
        }
        final double[] near = values(m_workflow.run(MAP,
            Map.of("darkField", true, "outerRadius", 0.5, "minRank", 1, "maxRank", 1), m_reflections),
            "virtual dark field");
        assertEquals(bright[0], near[0], 1e-3);
        final double[] strong =
            values(m_workflow.run(MAP, Map.of("darkField", true, "minMean", 1000.0), m_reflections),
                "virtual dark field");
        assertEquals(0, strong[0]);
    }

    @Test
    void pointWithoutReflectionsCountsZero() throws Exception {
        final double[] counts = values(m_workflow.run(MAP, Map.of(),
            SmallScans.without(m_workflow, m_reflections, 4, 3)), "spot count");
        assertEquals(POINTS, counts.length);
        assertEquals(0, counts[POINTS - 1]);
    }

    @Test
    void pointWithoutPatternIsMissingAndNoiseAndThresholdComeFromThePatterns() throws Exception {
        final DataTableSpec spec = new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y),
            Schema.doubleColumn(Schema.THRESHOLD), Schema.doubleColumn(Schema.NOISE));
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < POINTS - 1; i++) {
            rows.add(new DefaultRow(RowKey.createRowKey((long)i), IntCellFactory.create(i % SmallScans.WIDTH),
                IntCellFactory.create(i / SmallScans.WIDTH), DoubleCellFactory.create(i),
                DoubleCellFactory.create(100 + i)));
        }
        final Output output = m_workflow.run(MAP, Map.of(), SmallScans.without(m_workflow, m_reflections, 4, 3),
            m_workflow.table(spec, rows));
        assertTrue(Double.isNaN(values(output, "spot count")[POINTS - 1]));
        assertEquals(7, values(output, "threshold")[7]);
        assertEquals(107, values(output, "noise")[7]);
    }

    @Test
    void patternTableWithoutNoiseAndThresholdIsSaidInOneWarning() throws Exception {
        final Output output = m_workflow.run(MAP, Map.of(), m_reflections, SmallScans.patterns(m_workflow));
        assertTrue(output.warning().contains("noise map was left out")
            && output.warning().contains("threshold map was left out"), output.warning());
    }

    @Test
    void tableThatKnowsNoSizeGivesTheSmallestScanAndAWarning() throws Exception {
        final Output output =
            m_workflow.run(MAP, Map.of(), SmallScans.withoutProperties(m_workflow, m_reflections));
        assertEquals(POINTS, output.table(0).size());
        assertTrue(output.warning().contains("5 x 4"), output.warning());
        assertEquals(100, m_workflow.run(MAP, Map.of("scanSize", "GIVEN", "scanWidth", 10, "scanHeight", 10),
            SmallScans.withoutProperties(m_workflow, m_reflections)).table(0).size());
    }

    @Test
    void reflectionsOutsideAGivenSizeAreSaidInOneSentence() {
        final String message = assertThrows(KNIMEException.class, () -> m_workflow.run(MAP,
            Map.of("scanSize", "GIVEN", "scanWidth", 2, "scanHeight", 2), m_reflections)).getMessage();
        assertTrue(message.contains("outside the scan"), message);
    }

    @Test
    void emptyTablesGiveEmptyMaps() throws Exception {
        final BufferedDataTable empty = SmallScans.empty(m_workflow, m_reflections);
        assertEquals(0, values(m_workflow.run(MAP, Map.of(), empty), "spot count")[3]);
        final Output nothing = m_workflow.run(MAP, Map.of(), SmallScans.withoutProperties(m_workflow, empty));
        assertEquals(0, nothing.table(0).size());
        assertEquals(0, nothing.table(1).size());
    }

    @Test
    void missingValuesAreLeftOutWithOneWarning() throws Exception {
        final Output output = m_workflow.run(MAP, Map.of(),
            SmallScans.withMissing(m_workflow, m_reflections, 0, Schema.MEAN));
        assertEquals("1 reflection with missing values was left out", output.warning());
    }

    @Test
    void impossibleSettingsAreSaidInOneSentence() {
        for (final Map<String, Object> wrong : List.<Map<String, Object>>of(
            Map.of("spotCount", false, "brightField", false, "allSpots", false, "noise", false, "threshold", false),
            Map.of("spotCount", false, "brightField", false, "allSpots", false, "noise", false),
            Map.of("spotCount", false, "brightField", false, "allSpots", false, "threshold", false),
            Map.of("darkField", true, "innerRadius", 5.0, "outerRadius", 4.0),
            Map.of("darkField", true, "minRank", 5, "maxRank", 4), Map.of("scanSize", "GIVEN", "scanWidth", 0))) {
            assertThrows(InvalidSettingsException.class, () -> m_workflow.run(MAP, wrong, m_reflections));
        }
    }

    @Test
    void cancelStops() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(MAP, Map.of(), m_reflections));
    }
}
