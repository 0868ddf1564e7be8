// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is written about the formats is what the program has. */
class FormatsDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("docs/FORMATS.md"))) {
                return folder;
            }
        }
        Assumptions.abort("The documents of the repository are not on this machine");
        throw new IllegalStateException();
    }

    private static List<String> rows(final String document) throws IOException {
        final Matcher rows = ROW.matcher(Files.readString(root().resolve(document)));
        return rows.results().map(row -> row.group(1) + ": " + row.group(2)).toList();
    }

    @Test
    void tablesListTheFormatsOfTheProgram() throws IOException {
        final List<String> formats =
            ScanFormats.all().stream().map(format -> format.name() + ": " + format.description()).toList();
        assertEquals(formats, rows("docs/FORMATS.md"));
        assertEquals(formats, rows("README.md"));
    }

    @Test
    void testsThatAreNamedExist() throws IOException {
        final Path tests = root().resolve("engine/src/test/java/org/epattern/formats");
        final Matcher names = TEST.matcher(Files.readString(root().resolve("docs/FORMATS.md")));
        int checked = 0;
        while (names.find()) {
            assertTrue(Files.exists(tests.resolve(names.group(1) + ".java")), names.group(1));
            checked++;
        }
        assertTrue(checked >= ScanFormats.all().size());
    }
}
