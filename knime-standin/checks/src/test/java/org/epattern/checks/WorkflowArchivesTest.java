// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.epattern.runner.workflow.WorkflowArchive;
import org.epattern.runner.workflow.WorkflowRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives that people import into KNIME: update-site/target/workflows/*.knwf. */
class WorkflowArchivesTest {

    private static Path archive(final String name) {
        return House.root().resolve("update-site/target/workflows").resolve(name + ".knwf");
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> folders = Files.list(House.root().resolve("test-workflows"))) {
            return folders.filter(f -> Files.exists(f.resolve("workflow.knime"))).sorted().toList();
        }
    }

    @Test
    void everyWorkflowHasAnArchiveWithOneFolderThatHoldsItsFiles() throws IOException {
        assertTrue(workflows().size() >= 2);
        for (final Path workflow : workflows()) {
            final String name = workflow.getFileName().toString();
            assertHolds(archive(name), name, workflow);
        }
    }

    private static void assertHolds(final Path archive, final String top, final Path folder) throws IOException {
        final Map<String, byte[]> expected = new TreeMap<>();
        for (final Path file : House.files(folder, "")) {
            expected.put(top + "/" + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        final Map<String, byte[]> found = files(archive);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((file, bytes) -> assertArrayEquals(bytes, found.get(file), file));
    }

    @Test
    void theSharedComponentHasAnArchiveThatUnpacksToAComponent(@TempDir final Path folder) throws IOException {
        final Path archive = House.root().resolve("update-site/target/workflows/ePattern component.knar");
        assertHolds(archive, "ePattern component", House.root().resolve("test-workflows/components/ePattern"));
        WorkflowArchive.unpack(archive, folder);
        assertEquals(List.of(), WorkflowRules.checkTemplate(folder.resolve("ePattern component"), null));
    }

    private static Map<String, byte[]> files(final Path archive) throws IOException {
        final Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    @Test
    void everyArchiveLoads() throws IOException {
        for (final Path workflow : workflows()) {
            final JavaProcess run = run(workflow.getFileName().toString(), "-noexecute");
            assertEquals(0, run.exitCode(), run.output());
        }
    }

    @Test
    void archiveWithALoopAndAComponentRunsOnTheScansInIt(@TempDir final Path out) throws IOException {
        final JavaProcess run = run("Many scans in a loop", "--out", out.toString(), "--pictures", "1");
        assertEquals(0, run.exitCode(), run.output());
        assertEquals(36, Csv.read(out.resolve("Loop End/Collected results 2.csv")).rows().size());
    }

    @Test
    void archiveRunsOnTheScanInIt(@TempDir final Path out) throws IOException {
        final JavaProcess run = run("ePattern rapid", "--out", out.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertEquals(48, Csv.read(out.resolve("Reconstruct/Reconstructed patterns.csv")).rows().size());
    }

    private static JavaProcess run(final String name, final String... more) throws IOException {
        final List<String> arguments = new ArrayList<>(
            List.of("-workflowFile=" + archive(name), "-reset", "-nosave", "-failonloaderror"));
        arguments.addAll(List.of(more));
        return JavaProcess.runJar(House.root(), List.of("-Xmx1g"), House.runner(), arguments);
    }
}
