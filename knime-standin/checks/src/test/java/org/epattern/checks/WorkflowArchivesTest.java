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
            final Map<String, byte[]> expected = new TreeMap<>();
            for (final Path file : House.files(workflow, "")) {
                expected.put(name + "/" + workflow.relativize(file).toString().replace('\\', '/'),
                    Files.readAllBytes(file));
            }
            final Map<String, byte[]> found = files(archive(name));
            assertEquals(expected.keySet(), found.keySet());
            expected.forEach((file, bytes) -> assertArrayEquals(bytes, found.get(file), file));
        }
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
