// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds that the output folder replaces its own files only, and never leaves half a file. */
class OutputFolderTest {

    @TempDir
    private Path m_temp;

    private static void write(final OutputFolder folder, final String name, final String text) throws IOException {
        folder.<RuntimeException> write(Path.of(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(m_temp)) {
            return files.filter(Files::isRegularFile).map(p -> m_temp.relativize(p).toString().replace('\\', '/'))
                .filter(n -> !n.equals(OutputFolder.LIST)).sorted().toList();
        }
    }

    private OutputFolder prepared() throws IOException {
        final OutputFolder folder = OutputFolder.at(m_temp, Files::newOutputStream);
        folder.prepare();
        return folder;
    }

    @Test
    void theNextRunReplacesWhatTheLastOneWrote() throws IOException {
        final OutputFolder first = prepared();
        write(first, "Node A/table.csv", "old");
        write(first, "Node B/pictures/1.png", "old");
        Files.writeString(m_temp.resolve("Node A/notes.txt"), "mine");
        final OutputFolder second = prepared();
        write(second, "Node A/table.csv", "new");
        assertEquals(List.of("Node A/notes.txt", "Node A/table.csv"), files());
        assertEquals("new", Files.readString(m_temp.resolve("Node A/table.csv")));
        assertFalse(Files.exists(m_temp.resolve("Node B")));
    }

    @Test
    void refusesAFolderWithOtherFilesAndLeavesThem() throws IOException {
        Files.writeString(m_temp.resolve("thesis.txt"), "mine");
        final IOException error =
            assertThrows(IOException.class, () -> OutputFolder.at(m_temp, Files::newOutputStream));
        assertTrue(error.getMessage().contains(m_temp.toString()), error.getMessage());
        assertEquals(List.of("thesis.txt"), files());
    }

    @Test
    void neverOverwritesAFileOfTheUser() throws IOException {
        final OutputFolder folder = prepared();
        Files.writeString(m_temp.resolve("table.csv"), "mine");
        assertThrows(IOException.class, () -> write(folder, "table.csv", "new"));
        assertEquals("mine", Files.readString(m_temp.resolve("table.csv")));
    }

    @Test
    void aListThatPointsOutsideDeletesNothingThere() throws IOException {
        final Path folder = Files.createDirectory(m_temp.resolve("out"));
        Files.writeString(m_temp.resolve("mine.txt"), "mine");
        Files.writeString(folder.resolve(OutputFolder.LIST), "../mine.txt\n" + m_temp.resolve("mine.txt") + "\n.\n\n");
        OutputFolder.at(folder, Files::newOutputStream).prepare();
        assertTrue(Files.exists(m_temp.resolve("mine.txt")));
    }

    @Test
    void aFullDiskLeavesNothingHalfWritten() throws IOException {
        final OutputFolder folder = OutputFolder.at(m_temp, file -> new FullDisk(Files.newOutputStream(file), 10));
        folder.prepare();
        write(folder, "small.csv", "0123456789");
        final IOException error = assertThrows(IOException.class, () -> write(folder, "a/large.csv", "0123456789x"));
        assertEquals("The file '" + m_temp.resolve("a/large.csv") + "' cannot be written: " + FullDisk.MESSAGE + ".",
            error.getMessage());
        assertEquals(List.of("small.csv"), files());
    }

    @Test
    void aFileUnderConstructionHasAnotherNameAndGoesWhenTheRunIsStopped() throws IOException {
        final OutputFolder folder = prepared();
        assertThrows(IOException.class, () -> folder.<RuntimeException> write(Path.of("table.csv"), out -> {
            out.write(1);
            assertEquals(List.of("table.csv.part"), files());
            assertEquals(List.of(), folder.abort());
            assertEquals(List.of(), files());
        }));
        assertEquals(List.of(), files());
    }

    /** Takes so many bytes and no more. */
    private static final class FullDisk extends OutputStream {

        static final String MESSAGE = "No space left on device";

        private final OutputStream m_out;

        private int m_left;

        FullDisk(final OutputStream out, final int bytes) {
            m_out = out;
            m_left = bytes;
        }

        @Override
        public void write(final int b) throws IOException {
            if (m_left-- <= 0) {
                throw new IOException(MESSAGE);
            }
            m_out.write(b);
        }

        @Override
        public void close() throws IOException {
            m_out.close();
        }
    }
}
