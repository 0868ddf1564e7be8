// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer started from and found interesting: each file is read or refused with a sentence, in short time. */
class FuzzCorpusTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path m_folder;

    static Stream<String> formats() {
        return FuzzTarget.NAMES.keySet().stream().sorted();
    }

    private static List<Path> corpus(final String format) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("engine/src/test/resources/fuzz"))) {
            folder = folder.getParent();
        }
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries =
            Files.newDirectoryStream(folder.resolve("engine/src/test/resources/fuzz").resolve(format))) {
            entries.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFileOfTheCorpusIsReadOrRefusedWithASentence(final String format) throws IOException {
        final FuzzTarget target = new FuzzTarget(m_folder, format);
        int read = 0;
        for (final Path file : corpus(format)) {
            final byte[] bytes = Files.readAllBytes(file);
            read += assertTimeoutPreemptively(LIMIT, () -> target.run(bytes) == null, file.toString()) ? 1 : 0;
        }
        assertTrue(read > 0, "none of the files of " + format + " is a scan");
    }
}
