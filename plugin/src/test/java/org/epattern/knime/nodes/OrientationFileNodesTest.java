// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.CrystalScan;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds that orientations survive the way through the files of other programs. */
class OrientationFileNodesTest {

    private static final String SAVE = "saveorientations.SaveOrientationsNodeFactory";
    private static final String LOAD = "loadorientations.LoadOrientationsNodeFactory";

    @TempDir
    private Path m_temp;
    @TempDir
    private Path m_files;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_orientations;
    private BufferedDataTable m_phases;

    @BeforeEach
    void match() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        final Path file = CrystalScan.cif(m_files, "test.cif", CrystalScan.CIF);
        final Output bank = m_workflow.run("bank.SimulateBankNodeFactory",
            Map.of("files", file.toString(), "step", 10.0, "largestRadius", 9.0));
        m_phases = bank.table(1);
        m_orientations = m_workflow.run("match.MatchPatternsNodeFactory", Map.of(),
            CrystalScan.reflections(m_workflow, true), bank.table(0), m_phases).table(0);
    }

    private static double number(final DataCell cell) {
        return ((DoubleValue)cell).getDoubleValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANG", "CTF"})
    void orientationsComeBack(final String format) throws Exception {
        final Path file = m_files.resolve("map");
        final Output saved = m_workflow.run(SAVE, Map.of("file", file.toString(), "format", format, "step", 12.5),
            m_orientations, m_phases);
        final String written = TestWorkflow.column(saved.table(0), Schema.FILE).get(0).toString();
        assertTrue(written.endsWith("map." + format.toLowerCase(Locale.ROOT)), written);
        assertEquals(Files.size(Path.of(written)),
            Long.parseLong(TestWorkflow.column(saved.table(0), Schema.BYTES).get(0).toString()));
        assertEquals("The table does not know the step of the scan; 12.5 nm of the dialog were written",
            saved.warning());
        final Output loaded = m_workflow.run(LOAD, Map.of("file", written));
        assertEquals(4, loaded.table(0).size());
        for (final String column : List.of(MatchSchema.PHI1, MatchSchema.CAPITAL_PHI, MatchSchema.PHI2)) {
            final List<DataCell> before = TestWorkflow.column(m_orientations, column);
            final List<DataCell> after = TestWorkflow.column(loaded.table(0), column);
            for (int i = 0; i < 4; i++) {
                assertEquals(before.get(i).isMissing(), after.get(i).isMissing());
                if (!before.get(i).isMissing()) {
                    assertEquals(number(before.get(i)), number(after.get(i)), 0.01);
                }
            }
        }
        assertEquals(TestWorkflow.column(m_orientations, MatchSchema.PHASE),
            TestWorkflow.column(loaded.table(0), MatchSchema.PHASE));
        assertEquals("mmm", TestWorkflow.column(loaded.table(1), MatchSchema.LAUE_GROUP).get(0).toString());
        // what was loaded can be shown, without a CIF file
        final Output maps =
            m_workflow.run("orientation.OrientationMapNodeFactory", Map.of(), loaded.table(0), loaded.table(1));
        assertEquals(2, maps.table(2).size());
        assertEquals(new Schema.Size(4, 1), Schema.scanSize(maps.table(0).getDataTableSpec().getColumnSpec(0)));
    }

    @Test
    void filesThatExistAreKeptUnlessTheSettingsSayOtherwise() throws Exception {
        final Path file = Files.writeString(m_files.resolve("old.ang"), "old");
        assertTrue(assertThrows(KNIMEException.class,
            () -> m_workflow.run(SAVE, Map.of("file", file.toString()), m_orientations, m_phases)).getMessage()
            .endsWith("old.ang exists already; choose another name, or allow it to be replaced"));
        assertEquals("old", Files.readString(file));
        m_workflow.run(SAVE, Map.of("file", file.toString(), "replace", true), m_orientations, m_phases);
        assertTrue(Files.readString(file).startsWith("# TEM_PIXperUM"));
    }

    @Test
    void wrongFilesAreNamed() throws Exception {
        assertTrue(assertThrows(InvalidSettingsException.class, () -> m_workflow.run(LOAD, Map.of())).getMessage()
            .startsWith("No file is given"));
        final Path text = Files.writeString(m_files.resolve("map.txt"), "x");
        assertEquals(
            "The name of the file map.txt does not tell its format; a name that ends in .ang or .ctf is expected",
            assertThrows(KNIMEException.class, () -> m_workflow.run(LOAD, Map.of("file", text.toString())))
                .getMessage());
        assertTrue(assertThrows(KNIMEException.class, () -> m_workflow.run(SAVE,
            Map.of("file", m_files.resolve("none/map.ang").toString()), m_orientations, m_phases)).getMessage()
            .contains("the folder above does not exist"));
    }
}
