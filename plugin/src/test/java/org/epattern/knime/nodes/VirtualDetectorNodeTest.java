// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import javax.imageio.ImageIO;

import org.epattern.detector.Annulus;
import org.epattern.detector.DetectorSignal;
import org.epattern.detector.EdgePixels;
import org.epattern.detector.VirtualDetector;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.SmallScans;
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
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;

/** Holds what "Virtual Detector" gives and which sentences it says. */
class VirtualDetectorNodeTest {

    private static final String DETECTOR = "detector.VirtualDetectorNodeFactory";
    private static final int POINTS = SmallScans.WIDTH * SmallScans.HEIGHT;
    private static final Map<String, Object> SMALL =
        Map.of("discRadius", 6.0, "innerRadius", 15.0, "outerRadius", 30.0);

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_patterns;

    @BeforeEach
    void openWorkflow() throws IOException {
        m_workflow = new TestWorkflow(m_temp);
        m_patterns = SmallScans.patterns(m_workflow);
    }

    private static double[] values(final Output output, final String map) {
        return TestWorkflow.column(output.table(0), map).stream()
            .mapToDouble(c -> c instanceof DoubleValue v ? v.getDoubleValue() : Double.NaN).toArray();
    }

    private static Map<String, Object> with(final Map<String, Object> settings, final Object... more) {
        final Map<String, Object> all = new HashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i].toString(), more[i + 1]);
        }
        return all;
    }

    private DetectorSignal expected(final int row, final Annulus shape, final double x, final double y)
        throws IOException {
        final DiffractionPatternValue pattern =
            (DiffractionPatternValue)TestWorkflow.column(m_patterns, Schema.PATTERN).get(row);
        return new VirtualDetector(SmallScans.PATTERN, SmallScans.PATTERN, shape, EdgePixels.WEIGHTED, true)
            .measure(pattern.readPixels(), x, y, null);
    }

    @Test
    void mapsAreTheSignalsOfTheEngineAboutTheCentreOfThePattern() throws Exception {
        final Output output = m_workflow.run(DETECTOR, with(SMALL, "mass", true), m_patterns);
        assertEquals(List.of("scan x", "scan y", "disc sum", "disc mean", "disc shift x", "disc shift y", "disc shift",
            "disc shift direction", "annulus sum", "annulus mean", "annulus shift x", "annulus shift y",
            "annulus shift", "annulus shift direction"), TestWorkflow.names(output.table(0)));
        for (int i = 0; i < POINTS; i++) {
            final DetectorSignal disc = expected(i, Annulus.disc(6), 48, 48);
            final DetectorSignal ring = expected(i, new Annulus(15, 30), 48, 48);
            assertEquals(disc.sum(), values(output, "disc sum")[i], 1e-6 * disc.sum());
            assertEquals(disc.mean(), values(output, "disc mean")[i], 1e-4);
            assertEquals(disc.x(), values(output, "disc shift x")[i], 1e-6);
            assertEquals(disc.direction(), values(output, "disc shift direction")[i], 1e-3);
            assertEquals(ring.sum(), values(output, "annulus sum")[i], 1e-6 * ring.sum());
            assertEquals(ring.shift(), values(output, "annulus shift")[i], 1e-6);
        }
        assertEquals("", output.warning());
    }

    /** @return the patterns with a direct beam, which two of them do not know */
    private BufferedDataTable withBeam() {
        final DataTableSpec spec = new DataTableSpecCreator(m_patterns.getDataTableSpec())
            .addColumns(Schema.doubleColumn(Schema.DIRECT_BEAM_X), Schema.doubleColumn(Schema.DIRECT_BEAM_Y))
            .createSpec();
        final List<DataRow> rows = new ArrayList<>();
        for (final DataRow row : TestWorkflow.rows(m_patterns)) {
            final List<DataCell> cells = new ArrayList<>(row.stream().toList());
            final boolean known = rows.size() > 1;
            cells.add(known ? DoubleCellFactory.create(45 + rows.size() % 3) : DataType.getMissingCell());
            cells.add(known ? DoubleCellFactory.create(49.25) : DataType.getMissingCell());
            rows.add(new DefaultRow(row.getKey(), cells));
        }
        return m_workflow.table(spec, rows);
    }

    @Test
    void detectorsFollowTheDirectBeam() throws Exception {
        final BufferedDataTable table = withBeam();
        final double[] disc = values(m_workflow.run(DETECTOR, SMALL, table), "disc sum");
        double mean = 0;
        for (int i = 2; i < POINTS; i++) {
            mean += 45 + i % 3;
            assertEquals(expected(i, Annulus.disc(6), 45 + i % 3, 49.25).sum(), disc[i], 1e-2);
        }
        assertEquals(expected(0, Annulus.disc(6), mean / (POINTS - 2), 49.25).sum(), disc[0], 1e-2);
        final double[] centre = values(m_workflow.run(DETECTOR, with(SMALL, "centre", "PATTERN"), table), "disc sum");
        assertEquals(expected(3, Annulus.disc(6), 48, 48).sum(), centre[3], 1e-2);
        final double[] given = values(m_workflow.run(DETECTOR,
            with(SMALL, "centre", "GIVEN", "centreX", 40.0, "centreY", 30.5), table), "disc sum");
        assertEquals(expected(3, Annulus.disc(6), 40, 30.5).sum(), given[3], 1e-2);
    }

    @Test
    void resultsDoNotDependOnTheOrderOfTheRows() throws Exception {
        final Output forward = m_workflow.run(DETECTOR, SMALL, m_patterns);
        final Output backward = m_workflow.run(DETECTOR, SMALL, SmallScans.reversed(m_workflow, m_patterns));
        assertEquals(TestWorkflow.column(forward.table(0), "annulus mean"),
            TestWorkflow.column(backward.table(0), "annulus mean"));
    }

    @Test
    void spotsAreLeftOutOfTheAnnulusAndNotOfTheDisc() throws Exception {
        final Output all = m_workflow.run(DETECTOR, SMALL, m_patterns);
        final Output without =
            m_workflow.run(DETECTOR, SMALL, m_patterns, SmallScans.reflections(m_workflow));
        assertArrayEquals(values(all, "disc mean"), values(without, "disc mean"));
        int lower = 0;
        for (int i = 0; i < POINTS; i++) {
            assertTrue(values(without, "annulus sum")[i] <= values(all, "annulus sum")[i] + 1e-3);
            lower += values(without, "annulus mean")[i] < values(all, "annulus mean")[i] ? 1 : 0;
        }
        assertTrue(lower > POINTS / 2, lower + " lower");
        final Output nothingLeft = m_workflow.run(DETECTOR, with(SMALL, "margin", 500.0), m_patterns,
            SmallScans.reflections(m_workflow));
        assertTrue(Double.isNaN(values(nothingLeft, "annulus mean")[0]));
        assertTrue(nothingLeft.warning().contains("no pixel"), nothingLeft.warning());
    }

    @Test
    void aMaskPictureMayBeTheOnlyDetector() throws Exception {
        final BufferedImage image =
            new BufferedImage(SmallScans.PATTERN, SmallScans.PATTERN, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(7, 5, 0, 255);
        final Path file = m_temp.resolve("mask.png");
        ImageIO.write(image, "png", file.toFile());
        final Output output = m_workflow.run(DETECTOR,
            Map.of("disc", false, "annulus", false, "mask", true, "maskFile", file.toString()), m_patterns);
        assertEquals(List.of("scan x", "scan y", "mask sum", "mask mean"), TestWorkflow.names(output.table(0)));
        final float pixel = ((DiffractionPatternValue)TestWorkflow.column(m_patterns, Schema.PATTERN).get(4))
            .readPixels()[5 * SmallScans.PATTERN + 7];
        assertEquals(pixel, values(output, "mask sum")[4]);
    }

    @Test
    void masksThatCannotBeUsedAreSaidInOneSentence() throws Exception {
        final Path small = m_temp.resolve("small.png");
        final BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 1, 0, 255);
        ImageIO.write(image, "png", small.toFile());
        final String size = assertThrows(KNIMEException.class, () -> m_workflow.run(DETECTOR,
            Map.of("mask", true, "maskFile", small.toString()), m_patterns)).getMessage();
        assertTrue(size.contains("8 x 6 px") && size.contains("96 x 96 px"), size);
        final String absent = assertThrows(KNIMEException.class, () -> m_workflow.run(DETECTOR,
            Map.of("mask", true, "maskFile", m_temp.resolve("no.png").toString()), m_patterns)).getMessage();
        assertTrue(absent.contains("no such file"), absent);
        final String none = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(DETECTOR, Map.of("mask", true), m_patterns)).getMessage();
        assertTrue(none.contains("No mask file is given"), none);
    }

    @Test
    void radiiMayBeReciprocalLengthsOrAngles() throws Exception {
        final Calibration known =
            new Calibration(OptionalDouble.of(2), OptionalDouble.of(0.25), OptionalDouble.of(200));
        final BufferedDataTable table = m_workflow.table(
            Schema.describe(Schema.patterns(), new ScanGeometry(SmallScans.WIDTH, SmallScans.HEIGHT, SmallScans.PATTERN,
                SmallScans.PATTERN, SampleType.UINT8), known),
            TestWorkflow.rows(m_patterns));
        final double[] pixels = values(m_workflow.run(DETECTOR, SMALL, table), "annulus sum");
        assertArrayEquals(pixels, values(m_workflow.run(DETECTOR, Map.of("unit", "PER_NM", "discRadius", 1.5,
            "innerRadius", 3.75, "outerRadius", 7.5), table), "annulus sum"), 1e-2);
        final double mrad = 0.25 * 2.507934;
        assertArrayEquals(pixels, values(m_workflow.run(DETECTOR, Map.of("unit", "MRAD", "discRadius", 6 * mrad,
            "innerRadius", 15 * mrad, "outerRadius", 30 * mrad), table), "annulus sum"), 1);
        final String unknown = assertThrows(InvalidSettingsException.class, () -> m_workflow.run(DETECTOR,
            Map.of("unit", "MRAD"), SmallScans.withoutProperties(m_workflow, m_patterns))).getMessage();
        assertTrue(unknown.contains("not known"), unknown);
    }

    @Test
    void picturesAreAsManyAsMapsAndTheFirstIsAtTheImagePort() throws Exception {
        final Output output = m_workflow.run(DETECTOR, SMALL, m_patterns);
        assertEquals(List.of("disc sum", "disc mean", "annulus sum", "annulus mean"),
            TestWorkflow.column(output.table(1), Schema.NAME).stream().map(Object::toString).toList());
        assertEquals(TestWorkflow.rows(output.table(1)).get(0).getCell(1),
            ((ImagePortObject)output.others().get(0)).toDataCell());
    }

    @Test
    void missingPatternsAreCountedAndTheirPointsStayEmpty() throws Exception {
        final Output output = m_workflow.run(DETECTOR, SMALL,
            SmallScans.withMissing(m_workflow, m_patterns, 2, Schema.PATTERN));
        assertEquals("1 pattern or its scan position is missing; its point of the maps is empty (Row2)", output.warning());
        assertTrue(Double.isNaN(values(output, "disc sum")[2]));
        assertTrue(values(output, "disc sum")[3] > 0);
    }

    @Test
    void twoPatternsOfOnePointAreCounted() throws Exception {
        final List<DataRow> rows = new ArrayList<>(TestWorkflow.rows(m_patterns));
        rows.add(new DefaultRow("again", rows.get(0)));
        final Output output =
            m_workflow.run(DETECTOR, SMALL, m_workflow.table(m_patterns.getDataTableSpec(), rows));
        assertTrue(output.warning().contains("the last one counts (again)"), output.warning());
    }

    @Test
    void emptyTableGivesEmptyMapsOfTheKnownSize() throws Exception {
        final Output output = m_workflow.run(DETECTOR, SMALL, SmallScans.empty(m_workflow, m_patterns));
        assertEquals(POINTS, output.table(0).size());
        assertTrue(Double.isNaN(values(output, "disc sum")[0]));
        final Output unknown = m_workflow.run(DETECTOR, SMALL,
            SmallScans.withoutProperties(m_workflow, SmallScans.empty(m_workflow, m_patterns)));
        assertEquals(0, unknown.table(0).size());
    }

    @Test
    void wrongSettingsAreSaidInOneSentence() throws Exception {
        for (final Map<String, Object> wrong : List.<Map<String, Object>>of(
            Map.of("disc", false, "annulus", false), Map.of("sum", false, "mean", false), Map.of("discRadius", 0.0),
            Map.of("innerRadius", -1.0), Map.of("innerRadius", 90.0), Map.of("margin", -1.0),
            Map.of("outerRadius", Double.NaN), Map.of("centre", "GIVEN", "centreX", -4.0))) {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(DETECTOR, wrong, m_patterns)).getMessage();
            assertTrue(message.contains("expected") || message.contains("choose"), message);
        }
        final String absent = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(DETECTOR, Map.of("patternColumn", "images"), m_patterns)).getMessage();
        assertTrue(absent.contains("no column \"images\""), absent);
    }

    @Test
    void reflectionsOfCentredPatternsAreRefusedForOthers() throws Exception {
        final BufferedDataTable reflections = SmallScans.reflections(m_workflow);
        final DataTableSpec spec = reflections.getDataTableSpec();
        final int x = spec.findColumnIndex(Schema.X);
        final BufferedDataTable centred = m_workflow.table(new DataTableSpecCreator(spec)
            .replaceColumn(x, Schema.centred(spec.getColumnSpec(x), true)).createSpec(),
            TestWorkflow.rows(reflections));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(DETECTOR, SMALL, m_patterns, centred)).getMessage();
        assertTrue(message.contains("do not lie over each other"), message);
    }

    @Test
    void cancelStops() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(DETECTOR, SMALL, m_patterns));
    }
}
