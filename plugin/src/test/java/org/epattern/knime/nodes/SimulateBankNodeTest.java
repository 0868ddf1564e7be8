// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.CrystalScan;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.IntValue;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds what "Simulate Template Bank" gives and which sentences it says. */
class SimulateBankNodeTest {

    private static final String BANK = "bank.SimulateBankNodeFactory";

    @TempDir
    private Path m_temp;
    @TempDir
    private Path m_files;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    private String refused(final String files) {
        return assertThrows(KNIMEException.class,
            () -> m_workflow.run(BANK, Map.of("files", files, "step", 10.0))).getMessage();
    }

    @Test
    void everyZoneAxisHasARowAndEveryPhaseAnother() throws Exception {
        final Path file = CrystalScan.cif(m_files, "test.cif", CrystalScan.CIF);
        final Output output = m_workflow.run(BANK, Map.of("files", file.toString(), "step", 10.0));
        final int zones = output.table(0).size() > 0
            ? ((IntValue)TestWorkflow.column(output.table(1), MatchSchema.ZONE_AXES).get(0)).getIntValue() : 0;
        assertEquals(zones, output.table(0).size());
        assertTrue(zones > 150 && zones < 400, "zone axes " + zones);
        assertEquals("test", TestWorkflow.column(output.table(1), MatchSchema.PHASE).get(0).toString());
        assertEquals("mmm", TestWorkflow.column(output.table(1), MatchSchema.LAUE_GROUP).get(0).toString());
        assertEquals(CrystalScan.CIF, TestWorkflow.column(output.table(1), MatchSchema.CIF).get(0).toString());
        final int spots = ((IntValue)TestWorkflow.column(output.table(0), Schema.SPOT_COUNT).get(0)).getIntValue();
        final String[] reflections =
            TestWorkflow.column(output.table(0), MatchSchema.REFLECTIONS).get(0).toString().split("; ");
        assertEquals(spots, reflections.length);
        assertEquals(6, reflections[0].split(" ").length);
        assertEquals("test: 1 note about the CIF file; see the column \"notes\" of the phases", output.warning());
    }

    @Test
    void folderStandsForItsFiles() throws Exception {
        CrystalScan.cif(m_files, "b.CIF", CrystalScan.CIF.replace("10.329", "9.9"));
        CrystalScan.cif(m_files, "a.cif", CrystalScan.CIF);
        Files.writeString(m_files.resolve("readme.txt"), "not a crystal");
        final Output output = m_workflow.run(BANK, Map.of("files", m_files + "\n", "step", 10.0));
        assertEquals("[a, b]", TestWorkflow.column(output.table(1), MatchSchema.PHASE).toString());
    }

    @Test
    void wrongFilesAreNamed() throws Exception {
        assertTrue(refused(m_files.resolve("none.cif").toString()).contains("none.cif does not exist"));
        assertTrue(refused(m_files.toString()).contains("holds no file ending in .cif"));
        final Path one = CrystalScan.cif(m_files, "one.cif", CrystalScan.CIF);
        assertEquals("Two CIF files are named one; rename one, so that each phase has a name of its own",
            refused(one + "\n" + one));
        final Path broken = CrystalScan.cif(m_files, "broken.cif", CrystalScan.CIF.replace("Fe1", "Qq1"));
        assertEquals("The CIF file broken.cif gives the atom Qq1 the type 'Qq1'; a chemical symbol from H to Lr is "
            + "expected", refused(broken.toString()));
    }

    @Test
    void settingsOutOfRangeAreRefusedBeforeTheNodeRuns() {
        assertTrue(assertThrows(InvalidSettingsException.class, () -> m_workflow.run(BANK, Map.of())).getMessage()
            .startsWith("No CIF file is given"));
        assertEquals("\"Angular step\" is 0.1; expected 0.5 to 20 degrees",
            assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(BANK, Map.of("files", "x.cif", "step", 0.1))).getMessage());
        assertEquals("The beam energy is 200000.0 keV; 1 to 10000 keV are expected, 200 for a usual microscope",
            assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(BANK, Map.of("files", "x.cif", "energy", 200_000.0))).getMessage());
    }

    @Test
    void canBeCanceled() {
        final Path file = CrystalScan.cif(m_files, "test.cif", CrystalScan.CIF);
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class,
            () -> m_workflow.run(BANK, Map.of("files", file.toString(), "step", 2.0)));
    }
}
