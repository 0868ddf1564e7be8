// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.simulate.WriteSimulatedScan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds that the list of scans is what a loop and Load 4D-STEM need. */
class ListScansNodeTest {

    private static final String LIST = "listscans.ListScansNodeFactory";
    private static final String LOAD = "load.LoadNodeFactory";

    @TempDir
    private Path m_temp;
    @TempDir
    private Path m_files;
    private TestWorkflow m_workflow;

    @BeforeEach
    void makeScans() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        WriteSimulatedScan.main(new String[]{m_files.resolve("scan 10.blo").toString(), "2", "2", "64", "1", "LOW"});
        Files.createDirectories(m_files.resolve("day 2"));
        Files.copy(m_files.resolve("scan 10.blo"), m_files.resolve("day 2/scan 1.blo"));
        Files.writeString(m_files.resolve("notes.txt"), "no scan");
    }

    private static List<String> column(final Output output, final String name) throws Exception {
        return TestWorkflow.column(output.table(0), name).stream().map(Object::toString).toList();
    }

    @Test
    void loadOpensWhatIsListed() throws Exception {
        final Output list = m_workflow.run(LIST,
            Map.of("folder", m_files.toString(), "names", "scan*", "subfolders", true));
        assertEquals(List.of("scan 10.blo", "day 2/scan 1.blo"), column(list, Schema.SCAN));
        assertEquals(List.of("BLO", "BLO"), column(list, Schema.FORMAT));
        for (final String file : column(list, Schema.FILE)) {
            assertTrue(Path.of(file).isAbsolute(), file);
            assertTrue(m_workflow.run(LOAD, Map.of("file", file)).table(0).size() > 0, file);
        }
    }

    @Test
    void subfoldersArePassedOverByDefault() throws Exception {
        final Output list = m_workflow.run(LIST, Map.of("folder", m_files.toString(), "names", "scan*"));
        assertEquals(List.of("scan 10.blo"), column(list, Schema.SCAN));
    }

    @Test
    void mistakesAreNamed() {
        assertEquals("No folder is given; open the dialog of List Scans and enter the folder with the scans",
            assertThrows(InvalidSettingsException.class, () -> m_workflow.run(LIST, Map.of())).getMessage());
        assertTrue(assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(LIST, Map.of("folder", m_files.toString(), "names", "[blo"))).getMessage()
            .startsWith("File names are \"[blo\", expected wildcards"));
        assertTrue(assertThrows(KNIMEException.class,
            () -> m_workflow.run(LIST, Map.of("folder", m_files.resolve("no").toString()))).getMessage()
            .endsWith("no does not exist; check \"Folder\" in the dialog of List Scans"));
        assertTrue(assertThrows(KNIMEException.class,
            () -> m_workflow.run(LIST, Map.of("folder", m_files.resolve("notes.txt").toString()))).getMessage()
            .endsWith("notes.txt is no folder; check \"Folder\" in the dialog of List Scans"));
        assertTrue(assertThrows(KNIMEException.class,
            () -> m_workflow.run(LIST, Map.of("folder", m_files.toString(), "names", "*.dm4"))).getMessage()
            .endsWith("the folder holds no scan whose name fits, subfolders were not entered"));
    }
}
