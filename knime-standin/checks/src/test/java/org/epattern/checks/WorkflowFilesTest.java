// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.epattern.checks.flows.MakeWorkflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the workflows are those that test-workflows/make writes. */
class WorkflowFilesTest {

    @Test
    void everyWorkflowIsUpToDate() throws IOException {
        assertEquals(List.of(), MakeWorkflows.outdated(House.root()), "run test-workflows/make");
    }

    @Test
    void whatIsMissingChangedOrLeftOverIsFoundAndMade(@TempDir final Path root) throws IOException {
        for (final String source : List.of("plugin/plugin.xml", "plugin/src", "test-workflows/ePattern rapid")) {
            for (final Path file : House.files(House.root().resolve(source), "")) {
                final Path copy = root.resolve(House.root().relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        MakeWorkflows.main(new String[]{root.toString()});
        assertEquals(List.of(), MakeWorkflows.outdated(root));

        final String flow = "test-workflows/ePattern rapid/";
        Files.delete(root.resolve(flow + "Reconstruct (#4)/settings.xml"));
        Files.writeString(root.resolve(flow + "Load 4D-STEM (#1)/settings.xml"), "changed by hand");
        Files.createDirectories(root.resolve(flow + "Old Node (#9)"));
        Files.writeString(root.resolve(flow + "Old Node (#9)/settings.xml"), "left over");
        assertEquals(List.of(flow + "Load 4D-STEM (#1)/settings.xml", flow + "Reconstruct (#4)/settings.xml",
            flow + "Old Node (#9)/settings.xml"), MakeWorkflows.outdated(root));

        MakeWorkflows.main(new String[]{root.toString()});
        assertEquals(List.of(), MakeWorkflows.outdated(root));
        assertTrue(Files.exists(root.resolve(flow + "data/demo.blo")), "the scan is not touched");
    }
}
