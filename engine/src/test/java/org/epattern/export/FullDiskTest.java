// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.epattern.register.Reflection;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that a disk that becomes full at any moment leaves nothing behind, and what existed as it was. */
class FullDiskTest {

    private static final ScanGeometry GEOMETRY = new ScanGeometry(3, 2, 16, 16, SampleType.UINT8);

    @TempDir
    private Path m_folder;

    static Stream<String> formats() {
        return ExportFormats.all().stream().map(ExportFormat::name);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(m_folder)) {
            return files.filter(f -> !f.equals(m_folder)).map(f -> m_folder.relativize(f).toString()).sorted().toList();
        }
    }

    private static long write(final ExportFormat format, final Path target) throws IOException {
        try (PatternOutput output = format.begin(target, GEOMETRY, Calibration.NONE, true)) {
            for (int i = 0; i < 6; i++) {
                final byte[] samples = new byte[256];
                new Random(i).nextBytes(samples);
                output.write(output.pack(samples));
            }
            return output.publish();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void diskFullOfPatternsLeavesNothingBehind(final String name) throws IOException {
        final ExportFormat format = ExportFormats.byName(name);
        final Path target = format.complete(m_folder.resolve("scan"), GEOMETRY);
        final long bytes = write(format, target);
        final List<String> before = left();
        for (int step = 0; step < 12; step++) {
            final FullDisk disk = new FullDisk(bytes * step / 12);
            final String message =
                assertThrows(IOException.class, () -> write(format, disk.at(target))).getMessage();
            assertTrue(message.startsWith(target.toString()) && message.contains("No space left on device"), message);
            assertEquals(before, left());
        }
        assertEquals(bytes, write(format, new FullDisk(3 * bytes).at(target)));
        assertEquals(before, left());
    }

    @ParameterizedTest
    @EnumSource(ReflectionFormat.class)
    void diskFullOfReflectionsLeavesNothingBehind(final ReflectionFormat format) throws IOException {
        final Path target = new FullDisk(100).at(format.complete(m_folder.resolve("spots")));
        final String message = assertThrows(IOException.class, () -> {
            try (ReflectionOutput output = format.begin(target, GEOMETRY, Calibration.NONE, false)) {
                for (int i = 0; i < 50; i++) {
                    output.write(0, 0, new Reflection(i, i, 3, 4, 5, 6, i + 1, Set.of()));
                }
                output.publish();
            }
        }).getMessage();
        assertTrue(message.contains("No space left on device"), message);
        assertEquals(List.of(), left());
    }
}
