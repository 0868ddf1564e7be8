// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of workflow variables and node options in the README exist in the workflow, and are accepted. */
class ReadmeKeysTest {

    private static final Pattern OPTION = Pattern.compile("-option=(\\d+),(\\w+),([\\w.]+),(\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("-workflow\\.variable=(\\w+),");

    private static Set<String> options() throws IOException {
        final Set<String> options = new LinkedHashSet<>();
        final Matcher matcher = OPTION.matcher(Files.readString(House.root().resolve("README.md")));
        while (matcher.find()) {
            options.add(matcher.group());
        }
        assertTrue(options.size() >= 10, options.toString());
        return options;
    }

    @Test
    void everyOptionIsASettingOfTheNodeWithThatTypeAndAValueThatIsNotTheDefault() throws IOException {
        final List<String> wrong = new ArrayList<>();
        for (final String option : options()) {
            final Matcher matcher = OPTION.matcher(option);
            assertTrue(matcher.matches());
            final Path settings = House.files(Runner.workflow("ePattern"), "settings.xml").stream()
                .filter(f -> f.getParent().getFileName().toString().endsWith("(#" + matcher.group(1) + ")"))
                .findAny().orElseThrow();
            final String text = Files.readString(settings);
            final String entry = "<entry key=\"" + matcher.group(2) + "\" type=\"x"
                + matcher.group(4).toLowerCase(java.util.Locale.ROOT) + "\" value=\"";
            if (!text.contains(entry) || text.contains(entry + matcher.group(3) + "\"")) {
                wrong.add(option);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyVariableIsDeclaredByAWorkflow() throws IOException {
        final String readme = Files.readString(House.root().resolve("README.md"));
        final StringBuilder declared = new StringBuilder();
        for (final Path workflow : House.files(House.root().resolve("test-workflows"), "workflow.knime")) {
            declared.append(Files.readString(workflow));
        }
        final Matcher matcher = VARIABLE.matcher(readme);
        assertTrue(matcher.find());
        do {
            assertTrue(declared.toString().contains("<entry key=\"name\" type=\"xstring\" value=\"" + matcher.group(1)
                + "\"/>"), matcher.group());
        } while (matcher.find());
    }

    /** Options that exclude each other are not in the README, so that all of them can be given at once. */
    @Test
    void workflowRunsWithAllTheOptionsAtOnce(@TempDir final Path out) throws IOException {
        final List<String> arguments = new ArrayList<>(options());
        // the scan has 12 by 9 points
        arguments.removeIf(o -> o.contains("scanWidth") || o.contains("scanHeight") || o.contains("scanSize"));
        arguments.addAll(List.of("--out", out.toString()));
        final JavaProcess run = Runner.run(Runner.workflow("ePattern"), arguments.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(!run.output().contains("changes nothing"), run.output());
        assertEquals(12 * 4, Csv.read(out.resolve("Spot Count Map/Maps.csv")).rows().size());
    }
}
