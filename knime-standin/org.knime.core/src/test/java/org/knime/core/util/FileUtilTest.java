// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.epattern.standin.CellTypes;
import org.epattern.standin.WorkflowEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUtilTest {

    @TempDir
    private Path m_temp;

    private WorkflowEnvironment workflow(final Path folder) {
        return new WorkflowEnvironment(folder, m_temp, new CellTypes(getClass().getClassLoader()));
    }

    private static Path resolve(final String address) throws Exception {
        return FileUtil.resolveToPath(FileUtil.toURL(address));
    }

    @Test
    void pathsAndFileAddressesAreResolved() throws Exception {
        final Path file = m_temp.resolve("scan (0-199,0-199) 100% #1 é").resolve("a b.blo");
        assertEquals(file, resolve(file.toString()));
        assertEquals(file, resolve(file.toUri().toString()));
        assertEquals(Path.of("data", "x.blo").toAbsolutePath(), resolve("data/x.blo"));
        assertEquals(Path.of("/data/a b.blo"), resolve("file:/data/a b.blo"));
        assertThrows(IllegalArgumentException.class, () -> resolve("file:relative.blo"));
    }

    @Test
    void addressesInTheWorkflowAreResolvedAndRead() throws Exception {
        final Path folder = Files.createDirectories(m_temp.resolve("my workflow"));
        final Path file = Files.createDirectories(folder.resolve("data")).resolve("a b+c.txt");
        Files.writeString(file, "content");
        workflow(folder).call(() -> {
            assertEquals(file, resolve("knime://knime.workflow/data/a b+c.txt"));
            assertEquals(file, resolve("knime://knime.workflow/data/a%20b+c.txt"));
            assertEquals(folder.resolve("100%.raw"), resolve("knime://knime.workflow/100%.raw"));
            try (InputStream in = FileUtil.openStreamWithTimeout(
                FileUtil.toURL("knime://knime.workflow/data/a b+c.txt"))) {
                assertEquals("content", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            try (InputStream in = FileUtil.toURL("knime://knime.workflow/data/a%20b+c.txt").openStream()) {
                assertEquals(7, in.readAllBytes().length);
            }
            return null;
        });
    }

    @Test
    void otherKnimeAddressesAndAddressesWithoutWorkflowAreRefused() throws Exception {
        final String noWorkflow =
            assertThrows(IOException.class, () -> resolve("knime://knime.workflow/data/x")).getMessage();
        assertTrue(noWorkflow.contains("works for none"), noWorkflow);
        workflow(m_temp).call(() -> {
            final String message = assertThrows(IOException.class, () -> resolve("knime://LOCAL/x")).getMessage();
            assertTrue(message.contains("knime://LOCAL/x"), message);
            assertThrows(IOException.class, () -> resolve("knime://knime.workflow/../other/x"));
            return null;
        });
    }

    @Test
    void anAddressOnAServerIsNoPath() throws Exception {
        assertNull(resolve("http://localhost/scan.blo"));
        assertThrows(InvalidPathException.class, () -> FileUtil.toURL(""));
    }

    @Test
    void foldersAreDeletedWithoutFollowingLinks() throws IOException {
        final Path kept = Files.createDirectory(m_temp.resolve("kept"));
        Files.createFile(kept.resolve("file"));
        final Path folder = Files.createDirectories(m_temp.resolve("folder/inner"));
        Files.createSymbolicLink(folder.resolve("link"), kept);
        assertTrue(FileUtil.deleteRecursively(m_temp.resolve("folder").toFile()));
        assertFalse(Files.exists(m_temp.resolve("folder")));
        assertTrue(Files.exists(kept.resolve("file")));
    }
}
