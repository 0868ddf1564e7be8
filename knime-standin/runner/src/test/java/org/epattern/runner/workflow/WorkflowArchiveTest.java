// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds how archives are packed and unpacked. */
class WorkflowArchiveTest {

    @TempDir
    private Path m_folder;

    private Path zip(final String... names) throws IOException {
        final Path file = m_folder.resolve("flow.knwf");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void whatIsPackedIsUnpackedAgain() throws IOException {
        final Path flow = Files.createDirectory(m_folder.resolve("My Flow"));
        Files.writeString(flow.resolve("workflow.knime"), "w");
        Files.createDirectories(flow.resolve("Node (#1)"));
        Files.writeString(flow.resolve("Node (#1)/settings.xml"), "s");
        Files.createDirectories(flow.resolve("data"));
        final Path archive = m_folder.resolve("flow.knwf");
        WorkflowArchive.pack(flow, archive);
        final Path target = Files.createDirectory(m_folder.resolve("target"));
        WorkflowArchive.unpack(archive, target);
        final Path found = WorkflowArchive.workflowIn(target);
        assertEquals(target.resolve("My Flow"), found);
        assertEquals("s", Files.readString(found.resolve("Node (#1)/settings.xml")));
        assertTrue(Files.isDirectory(found.resolve("data")));
    }

    @Test
    void refusesAnEntryThatLeavesTheFolderAndWritesNothing() throws IOException {
        for (final String evil : List.of("../evil.txt", "flow/../../evil.txt", "..\\evil.txt")) {
            final Path archive = zip("flow/workflow.knime", evil);
            final Path target = Files.createTempDirectory(m_folder, "target");
            final IOException error =
                assertThrows(IOException.class, () -> WorkflowArchive.unpack(archive, target));
            assertTrue(error.getMessage().contains("evil.txt"), error.getMessage());
            assertFalse(Files.exists(m_folder.resolve("evil.txt")));
            try (Stream<Path> files = Files.list(target)) {
                assertEquals(0, files.count());
            }
        }
    }

    @Test
    void refusesAFileThatIsNoArchive() throws IOException {
        final Path archive = Files.writeString(m_folder.resolve("flow.knwf"), "no zip at all");
        final IOException error = assertThrows(IOException.class, () -> WorkflowArchive.unpack(archive, m_folder));
        assertTrue(error.getMessage().contains("flow.knwf"), error.getMessage());
    }

    @Test
    void theWorkflowMayBeAtTheTop() throws IOException {
        Files.writeString(m_folder.resolve("workflow.knime"), "w");
        Files.createDirectory(m_folder.resolve("a"));
        assertEquals(m_folder, WorkflowArchive.workflowIn(m_folder));
    }
}
