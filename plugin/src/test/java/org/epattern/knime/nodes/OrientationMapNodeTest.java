// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import javax.imageio.ImageIO;

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
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds what "Orientation Map" shows and which sentences it says. */
class OrientationMapNodeTest {

    private static final String MAP = "orientation.OrientationMapNodeFactory";

    @TempDir
    private Path m_temp;
    @TempDir
    private Path m_files;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_orientations;
    private BufferedDataTable m_phases;

    /** Three columns, two lines: a grain of four points, one point without solution, one point of its own. */
    @BeforeEach
    void layOut() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        final Path file = CrystalScan.cif(m_files, "test.cif", CrystalScan.CIF);
        m_phases = m_workflow.run("bank.SimulateBankNodeFactory", Map.of("files", file.toString(), "step", 20.0))
            .table(1);
        final DataTableSpec scan = Schema.describe(Schema.patterns(), new ScanGeometry(3, 2, 64, 64, SampleType.UINT8),
            new Calibration(OptionalDouble.of(10), OptionalDouble.empty(), OptionalDouble.empty()));
        final List<DataRow> rows = new ArrayList<>();
        add(rows, 0, 0, "test", 40, 0.9, 30);
        add(rows, 1, 0, "test", 41, 0.9, 30);
        add(rows, 2, 0, "test", 80, 0.3, 2);
        add(rows, 0, 1, "test", 40, 0.8, 20);
        // the same by a twofold axis
        add(rows, 1, 1, "test", 220, 0.8, 20);
        add(rows, 2, 1, null, 0, 0, 0);
        m_orientations = m_workflow.table(MatchSchema.orientations(scan.getColumnSpec(Schema.SCAN_X)), rows);
    }

    /** Along the c axis: phi1 turns about the beam, and by half a turn gives an equivalent orientation. */
    private static void add(final List<DataRow> rows, final int x, final int y, final String phase, final double phi1,
        final double index, final double reliability) {
        final DataCell missing = DataType.getMissingCell();
        final boolean found = phase != null;
        rows.add(new DefaultRow(RowKey.createRowKey((long)rows.size()), IntCellFactory.create(x),
            IntCellFactory.create(y), IntCellFactory.create(1), found ? StringCellFactory.create(phase) : missing,
            found ? DoubleCellFactory.create(phi1) : missing, found ? DoubleCellFactory.create(0) : missing,
            found ? DoubleCellFactory.create(0) : missing, DoubleCellFactory.create(index),
            DoubleCellFactory.create(reliability), missing, IntCellFactory.create(9), IntCellFactory.create(8),
            StringCellFactory.create(""), StringCellFactory.create("")));
    }

    private static List<String> texts(final Output output, final int table, final String column) {
        return TestWorkflow.column(output.table(table), column).stream().map(DataCell::toString).toList();
    }

    @Test
    void grainsTakeEquivalentOrientationsAsOne() throws Exception {
        final Output output = m_workflow.run(MAP, Map.of(), m_orientations, m_phases);
        assertEquals(List.of("4", "1"), texts(output, 2, "points"));
        assertEquals(List.of("0", "0", "1", "0", "0", "?"), texts(output, 0, MatchSchema.GRAIN));
        assertEquals(List.of("0.0", "1.0", "1.0", "0.0", "1.0", "?"), texts(output, 0, "grain boundaries"));
        final DoubleValue spread = (DoubleValue)TestWorkflow.column(output.table(2), "largest misorientation").get(0);
        assertEquals(0.75, spread.getDoubleValue(), 0.01);
        assertEquals("test", texts(output, 2, MatchSchema.PHASE).get(0));
        assertEquals(new Schema.Size(3, 2), Schema.scanSize(output.table(0).getDataTableSpec().getColumnSpec(0)));
    }

    @Test
    void picturesAreThoseThatWereChosen() throws Exception {
        final Output output = m_workflow.run(MAP, Map.of("alongX", true), m_orientations, m_phases);
        assertEquals(List.of("orientation x", "orientation z", "phase", "index", "reliability", "grain",
            "grain boundaries", "kernel average misorientation"), texts(output, 1, Schema.NAME));
        final PNGImageValue png = (PNGImageValue)TestWorkflow.column(output.table(1), Schema.PICTURE).get(1);
        final BufferedImage picture =
            ImageIO.read(new ByteArrayInputStream(png.getImageContent().getByteArray()));
        // the c axis lies along the beam: red
        assertEquals(0xff0000, picture.getRGB(60, 80) & 0xffffff);
        assertEquals(1, m_workflow.run(MAP, Map.of("phases", false, "quality", false, "grains", false), m_orientations,
            m_phases).table(1).size());
    }

    @Test
    void unreliablePointsCanBeHidden() throws Exception {
        final Output output = m_workflow.run(MAP, Map.of("reliability", 15.0), m_orientations, m_phases);
        assertEquals(List.of("4"), texts(output, 2, "points"));
        assertEquals("1 point has a smaller index or reliability than asked for and is shown without solution",
            output.warning());
    }

    @Test
    void foreignPhaseAndWrongSettingsAreNamed() {
        final BufferedDataTable none = m_workflow.table(MatchSchema.phases(), List.of());
        assertTrue(assertThrows(KNIMEException.class, () -> m_workflow.run(MAP, Map.of(), m_orientations, none))
            .getMessage().startsWith("The table \"orientations\" has the phase \"test\", which the table \"phases\""));
        assertEquals("\"Misorientation of grains\" is 0; expected 0.01 to 180 degrees",
            assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(MAP, Map.of("limit", 0.0), m_orientations, m_phases)).getMessage());
    }

    @Test
    void emptyTableGivesEmptyMaps() throws Exception {
        final BufferedDataTable empty =
            m_workflow.table(MatchSchema.orientations(Schema.intColumn(Schema.SCAN_X)), List.of());
        final Output output = m_workflow.run(MAP, Map.of(), empty, m_phases);
        assertEquals(List.of(0L, 0L, 0L),
            List.of(output.table(0).size(), output.table(1).size(), output.table(2).size()));
    }

    @Test
    void canBeCanceled() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class,
            () -> m_workflow.run(MAP, Map.of(), m_orientations, m_phases));
    }

    /** @return a map of the scan with one column */
    private BufferedDataTable map(final String column, final double... values) {
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(new DefaultRow(RowKey.createRowKey((long)i), IntCellFactory.create(i % 3),
                IntCellFactory.create(i / 3),
                Double.isNaN(values[i]) ? DataType.getMissingCell() : DoubleCellFactory.create(values[i])));
        }
        return m_workflow.table(new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y),
            Schema.doubleColumn(column)), rows);
    }

    @Test
    void combinedMapIsMadeOfConnectedMapsInAnyOrder() throws Exception {
        final BufferedDataTable spots = map(Schema.SPOT_COUNT, 20, 10, 3, 5, 15, Double.NaN);
        final BufferedDataTable ring = map("annulus mean", 1, 2, 3, 4, 5, 6);
        final Output one = m_workflow.run(MAP, Map.of(), m_orientations, m_phases, spots, ring);
        assertEquals("combined", texts(one, 1, Schema.NAME).get(0));
        assertEquals(texts(m_workflow.run(MAP, Map.of(), m_orientations, m_phases), 1, Schema.NAME),
            texts(one, 1, Schema.NAME).subList(1, texts(one, 1, Schema.NAME).size()));
        final Output other = m_workflow.run(MAP, Map.of(), m_orientations, m_phases, ring, spots);
        assertEquals(TestWorkflow.column(one.table(1), Schema.PICTURE),
            TestWorkflow.column(other.table(1), Schema.PICTURE));
        final Output fewer =
            m_workflow.run(MAP, Map.of("fewestSpots", 2), m_orientations, m_phases, spots, ring);
        assertTrue(!TestWorkflow.column(one.table(1), Schema.PICTURE).get(0)
            .equals(TestWorkflow.column(fewer.table(1), Schema.PICTURE).get(0)));
    }

    @Test
    void mapsThatCannotBeCombinedAreSaidInOneSentence() throws Exception {
        final BufferedDataTable spots = map(Schema.SPOT_COUNT, 20, 10, 3, 5, 15, 1);
        final BufferedDataTable ring = map("ring", 1, 2, 3, 4, 5, 6);
        final String absent = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(MAP, Map.of(), m_orientations, m_phases, spots, ring)).getMessage();
        assertTrue(absent.contains("Input 4") && absent.contains("\"annulus mean\""), absent);
        assertEquals("combined", texts(m_workflow.run(MAP, Map.of("amorphousColumn", "ring"), m_orientations, m_phases,
            spots, ring), 1, Schema.NAME).get(0));
        final BufferedDataTable larger = map("annulus mean", 1, 2, 3, 4, 5, 6, 7);
        final String size = assertThrows(KNIMEException.class,
            () -> m_workflow.run(MAP, Map.of(), m_orientations, m_phases, spots, larger)).getMessage();
        assertTrue(size.contains("scan point (0, 2)") && size.contains("3 x 2"), size);
        final String limits = assertThrows(InvalidSettingsException.class, () -> m_workflow.run(MAP,
            Map.of("fewestSpots", 9, "assuredSpots", 8), m_orientations, m_phases)).getMessage();
        assertTrue(limits.contains("expected 9 or more"), limits);
    }
}
