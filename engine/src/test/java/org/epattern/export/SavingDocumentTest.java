// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.epattern.scan.SampleType;
import org.junit.jupiter.api.Test;

/** Holds that the page about saving tells what the program writes, and no more. */
class SavingDocumentTest {

    private static final Pattern PATTERNS =
        Pattern.compile("^\\| `([\\w-]+)` \\| ([^|]+) \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern REFLECTIONS = Pattern.compile("^\\| ([A-Z]+) \\|", Pattern.MULTILINE);

    private static String page() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docs/SAVING.md"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "The documents of the repository are not on this machine");
        return Files.readString(folder.resolve("docs/SAVING.md"));
    }

    private static String types(final Set<SampleType> types) {
        return types.stream().map(SampleType::name).sorted().collect(Collectors.joining(", "));
    }

    @Test
    void tableListsWhatIsWritten() throws IOException {
        assertEquals(
            ExportFormats.all().stream()
                .map(f -> f.name() + ": " + f.description() + ": " + types(f.sampleTypes())).toList(),
            PATTERNS.matcher(page()).results()
                .map(row -> row.group(1) + ": " + row.group(2) + ": "
                    + Stream.of(row.group(3).split(", ")).sorted().collect(Collectors.joining(", ")))
                .toList());
        assertEquals(Stream.of(ReflectionFormat.values()).map(Enum::name).toList(),
            REFLECTIONS.matcher(page()).results().map(row -> row.group(1)).toList());
    }
}
