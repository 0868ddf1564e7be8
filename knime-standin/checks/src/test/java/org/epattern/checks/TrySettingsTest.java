// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflow "Try settings on a few lines": only those lines, two settings side by side. */
class TrySettingsTest {

    private static final int SCAN_WIDTH = 12;

    @Test
    void bothSettingsAreTriedOnTheLinesThatTheVariablesChoose(@TempDir final Path out) throws IOException {
        final JavaProcess run = Runner.run(Runner.workflow("Try settings on a few lines"),
            "-workflow.variable=first_line,5,int", "-workflow.variable=lines,2,int",
            "-workflow.variable=factor_a,4,double", "-workflow.variable=factor_b,12,double", "--out", out.toString());
        assertEquals(0, run.exitCode(), run.output());
        final Csv patterns = Csv.read(out.resolve("Load 4D-STEM/Patterns.csv"));
        final Set<Double> lines = new TreeSet<>();
        for (final List<String> row : patterns.rows()) {
            lines.add(patterns.number(row, "scan y"));
        }
        assertEquals(2 * SCAN_WIDTH, patterns.rows().size());
        assertEquals(2, lines.size());
        final int spotsOfA = Csv.read(out.resolve("Adaptive Peak Register (#3)/Reflections.csv")).rows().size();
        final int spotsOfB = Csv.read(out.resolve("Adaptive Peak Register (#4)/Reflections.csv")).rows().size();
        assertTrue(spotsOfA > spotsOfB + 50 && spotsOfB > 2 * SCAN_WIDTH, spotsOfA + " and " + spotsOfB);
        for (final String table : List.of("Spot Count Map (#5)/Maps", "Spot Count Map (#6)/Maps",
            "Quality Metrics (#9)/Metrics per pattern", "Quality Metrics (#10)/Metrics per pattern")) {
            assertEquals(2 * SCAN_WIDTH, Csv.read(out.resolve(table + ".csv")).rows().size(), table);
        }
    }
}
