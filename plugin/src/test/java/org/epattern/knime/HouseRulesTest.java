// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.knime.testing.PluginFiles;
import org.junit.jupiter.api.Test;

/** Holds the rules of the house for the sources of the bundle. */
class HouseRulesTest {

    private static final Pattern PIXEL_ARRAY = Pattern.compile("\\b(?:float|byte|double)\\[\\] (\\w+)");
    private static final int LINE_LENGTH = 120;

    /** All science is in the engine: the bundle hands arrays of pixels on and never looks inside. */
    @Test
    void noSourceTouchesSinglePixels() throws IOException {
        final List<String> found = new ArrayList<>();
        for (final Path source : PluginFiles.sources()) {
            final String text = Files.readString(source);
            final Matcher arrays = PIXEL_ARRAY.matcher(text);
            while (arrays.find()) {
                final Matcher access = Pattern.compile("\\b" + arrays.group(1) + "\\[[^\\]]").matcher(text);
                if (access.find()) {
                    found.add(source.getFileName() + ": " + arrays.group(1));
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void sourcesAreLicensedAndFitThePage() throws IOException {
        final List<String> found = new ArrayList<>();
        for (final Path source : PluginFiles.sources()) {
            final List<String> lines = Files.readAllLines(source);
            if (!lines.get(0).startsWith("// SPDX-FileCopyrightText: ")
                || !lines.get(1).equals("// SPDX-License-Identifier: Apache-2.0")) {
                found.add(source.getFileName() + ": no licence");
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LINE_LENGTH) {
                    found.add(source.getFileName() + ":" + (i + 1));
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /** The button for files is the one exception: Java ignores an annotation that a later KNIME no longer has. */
    @Test
    void sourcesUseNoOtherApiThanTheNodeApi() throws IOException {
        final Pattern button = Pattern.compile(
            "import org\\.knime\\.core\\.webui\\.[a-z.]+\\.internal\\.file\\.LocalFile(Reader|Writer)Widget;");
        final Pattern internal = Pattern.compile("org\\.knime\\.core\\.(webui|internal)|org\\.knime\\.filehandling"
            + "|System\\.(out|err)|catch \\((final )?(Exception|Throwable) ");
        for (final Path source : PluginFiles.sources()) {
            final String text = button.matcher(Files.readString(source)).replaceAll("");
            assertTrue(!internal.matcher(text).find(), source.toString());
        }
    }
}
