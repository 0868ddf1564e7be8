// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.imageio.ImageIO;

import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.CrystalScan;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds what "Match Patterns" finds and which sentences it says. */
class MatchPatternsNodeTest {

    private static final String MATCH = "match.MatchPatternsNodeFactory";
    private static final CrystalSymmetry SYMMETRY = CrystalSymmetry.standard(LaueGroup.ORTHORHOMBIC);

    @TempDir
    private Path m_temp;
    @TempDir
    private Path m_files;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_reflections;
    private Output m_bank;

    @BeforeEach
    void simulateBank() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        m_reflections = CrystalScan.reflections(m_workflow, true);
        final Path file = CrystalScan.cif(m_files, "test.cif", CrystalScan.CIF);
        m_bank = m_workflow.run("bank.SimulateBankNodeFactory",
            Map.of("files", file.toString(), "step", 5.0, "largestRadius", 9.0));
    }

    private Output match(final Map<String, Object> settings, final BufferedDataTable table) throws Exception {
        return m_workflow.run(MATCH, settings, table, m_bank.table(0), m_bank.table(1));
    }

    private static double number(final Output output, final String column, final int row) {
        return ((DoubleValue)TestWorkflow.column(output.table(0), column).get(row)).getDoubleValue();
    }

    private static Rotation orientation(final Output output, final int row) {
        return Rotation.ofEuler(number(output, MatchSchema.PHI1, row), number(output, MatchSchema.CAPITAL_PHI, row),
            number(output, MatchSchema.PHI2, row));
    }

    @Test
    void orientationsOfTheReflectionsAreFound() throws Exception {
        final Output output = match(Map.of(), m_reflections);
        assertEquals(4, output.table(0).size());
        for (final int row : new int[] {0, 2}) {
            assertEquals(0, SYMMETRY.disorientation(CrystalScan.TRUTH.get(row / 2), orientation(output, row)), 0.3);
            assertEquals(1, number(output, MatchSchema.INDEX, row), 0.02);
            assertEquals(50, number(output, MatchSchema.RELIABILITY, row), 49.9);
            assertEquals("test", TestWorkflow.column(output.table(0), MatchSchema.PHASE).get(row).toString());
            assertTrue(TestWorkflow.column(output.table(0), MatchSchema.PHASE_RELIABILITY).get(row).isMissing());
            assertEquals(TestWorkflow.column(output.table(0), Schema.SPOT_COUNT).get(row),
                TestWorkflow.column(output.table(0), MatchSchema.MATCHED).get(row));
        }
        assertEquals(new Schema.Size(4, 1), Schema.scanSize(output.table(0).getDataTableSpec().getColumnSpec(0)));
    }

    @Test
    void scanPointsWithFewReflectionsAreFlaggedAndNotReliable() throws Exception {
        final Output output = match(Map.of(), m_reflections);
        // the second has two spots, the fourth none
        for (final int row : new int[] {1, 3}) {
            assertEquals(0, number(output, MatchSchema.RELIABILITY, row));
            assertEquals(0, number(output, MatchSchema.INDEX, row));
            assertTrue(TestWorkflow.column(output.table(0), MatchSchema.PHASE).get(row).isMissing());
            assertTrue(TestWorkflow.column(output.table(0), MatchSchema.PHI1).get(row).isMissing());
            assertEquals("few reflections", TestWorkflow.column(output.table(0), Schema.FLAGS).get(row).toString());
        }
        assertEquals("2 scan points have fewer than 4 reflections and no solution", output.warning());
    }

    @Test
    void imagesGiveTheSameOrientations() throws Exception {
        final BufferedDataTable patterns =
            m_workflow.run("reconstruct.ReconstructNodeFactory", Map.of(), m_reflections).table(0);
        // the direct beam of each pattern wanders; without its position the first pattern alone is right
        final Output output = match(Map.of("compare", "IMAGES"), patterns);
        assertEquals(4, output.table(0).size());
        assertEquals(0, SYMMETRY.disorientation(CrystalScan.TRUTH.get(0), orientation(output, 0)), 2);
        assertEquals(50, number(output, MatchSchema.RELIABILITY, 0), 49.9);
        assertTrue(number(output, MatchSchema.MATCHED, 0) >= 4);
        assertEquals("few reflections", TestWorkflow.column(output.table(0), Schema.FLAGS).get(3).toString());
        assertTrue(output.warning().contains("fewer than 4 reflections"), output.warning());
    }

    @Test
    void severalSolutionsGetRowsOfTheirOwn() throws Exception {
        final Output one = match(Map.of("refined", 0, "radius", 0.15), m_reflections);
        final Output two = match(Map.of("refined", 0, "radius", 0.15, "solutions", 2), m_reflections);
        assertTrue(two.table(0).size() >= one.table(0).size());
        assertEquals(List.of("1", "1", "1", "1"),
            TestWorkflow.column(one.table(0), MatchSchema.SOLUTION).stream().map(Object::toString).toList());
    }

    @Test
    void unknownPixelSizeSaysHowToFindIt() throws Exception {
        final BufferedDataTable bare = CrystalScan.reflections(m_workflow, false);
        final String message =
            assertThrows(KNIMEException.class, () -> match(Map.of(), bare)).getMessage();
        assertTrue(message.startsWith("The table does not know the size of a pixel; give \"Size of a pixel\""),
            message);
        final Output given = match(Map.of("pixelSize", "GIVEN", "pixel", CrystalScan.PIXEL), bare);
        assertTrue(SYMMETRY.disorientation(CrystalScan.TRUTH.get(0), orientation(given, 0)) < 0.3);
    }

    @Test
    void absurdPixelSizeGivesNoAnswerThatLooksReliable() throws Exception {
        final Output output = match(Map.of("pixelSize", "GIVEN", "pixel", 8.0), m_reflections);
        assertEquals(0, number(output, MatchSchema.RELIABILITY, 0));
        assertEquals("no template", TestWorkflow.column(output.table(0), Schema.FLAGS).get(0).toString());
    }

    @Test
    void emptyBankAndUnknownPhaseAreNamed() {
        final BufferedDataTable empty = m_workflow.table(MatchSchema.bank(), List.of());
        assertEquals("The template bank has no row with a phase and three Euler angles; connect the bank of Simulate "
            + "Template Bank", assertThrows(KNIMEException.class,
                () -> m_workflow.run(MATCH, Map.of(), m_reflections, empty, m_bank.table(1))).getMessage());
        final BufferedDataTable none = m_workflow.table(MatchSchema.phases(), List.of());
        assertTrue(assertThrows(KNIMEException.class,
            () -> m_workflow.run(MATCH, Map.of(), m_reflections, m_bank.table(0), none)).getMessage()
            .startsWith("The template bank has the phase \"test\", which the table \"phases\" has not"));
    }

    @Test
    void canBeCanceled() {
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> match(Map.of(), m_reflections));
    }

    @Test
    void picturesShowTheTemplateOverThePattern() throws Exception {
        final BufferedDataTable patterns =
            m_workflow.run("reconstruct.ReconstructNodeFactory", Map.of(), m_reflections).table(0);
        for (final Output output : List.of(match(Map.of(), m_reflections),
            match(Map.of("compare", "IMAGES"), patterns))) {
            final BufferedDataTable pictures = output.table(1);
            assertTrue(MatchSchema.matchPictures().equalStructure(pictures.getDataTableSpec()));
            // two points have a solution
            assertEquals(Set.of("1", "2"), Set.copyOf(TestWorkflow.column(pictures, Schema.RANK).stream()
                .map(Object::toString).toList()));
            final PNGImageValue picture = (PNGImageValue)TestWorkflow.column(pictures, Schema.PICTURE).get(0);
            final byte[] png = ((PNGImageContent)picture.getImageContent()).getByteArray();
            assertEquals(512, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        }
        assertEquals(1, match(Map.of("pictures", 1), m_reflections).table(1).size());
        assertEquals(0, match(Map.of("pictures", 0), m_reflections).table(1).size());
    }

    @Test
    void pixelSizeIsFittedToAKnownCrystal() throws Exception {
        final BufferedDataTable bare = CrystalScan.reflections(m_workflow, false);
        final Output output = match(Map.of("pixelSize", "FITTED", "refined", 5), bare);
        assertTrue(output.warning().contains("fit best with a pixel size of "), output.warning());
        final double size =
            Double.parseDouble(output.warning().replaceAll("(?s).*pixel size of ([0-9.]+) 1/nm.*", "$1"));
        assertEquals(CrystalScan.PIXEL, size, 0.005 * CrystalScan.PIXEL);
        assertTrue(SYMMETRY.disorientation(CrystalScan.TRUTH.get(0), orientation(output, 0)) < 0.3);
        assertEquals("The size of a pixel is fitted to reflections, but images are compared; fit it with the "
            + "reflection table first and give the size that was found", assertThrows(InvalidSettingsException.class,
                () -> match(Map.of("pixelSize", "FITTED", "compare", "IMAGES"), bare)).getMessage());
    }
}
