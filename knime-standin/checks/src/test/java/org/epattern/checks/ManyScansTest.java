// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflow "Many scans in a loop": the rows of all scans of a folder, with the scan's name in a column. */
class ManyScansTest {

    private static final Path WORKFLOW = Runner.workflow("Many scans in a loop");
    private static final int POINTS = 12;

    private static Map<String, List<List<String>>> byScan(final Csv table) {
        final Map<String, List<List<String>>> scans = new TreeMap<>();
        for (final List<String> row : table.rows()) {
            scans.computeIfAbsent(table.text(row, "scan"), s -> new ArrayList<>()).add(row);
        }
        return scans;
    }

    @Test
    void reflectionsOfEachScanAreThoseOfARunOnThatScanAlone(@TempDir final Path out) throws IOException {
        final JavaProcess run = Runner.run(WORKFLOW, "--out", out.resolve("all").toString(), "--pictures", "1");
        assertEquals(0, run.exitCode(), run.output());
        final Map<String, List<List<String>>> reflections =
            byScan(Csv.read(out.resolve("all/Loop End/Collected results 1.csv")));
        final Map<String, List<List<String>>> maps =
            byScan(Csv.read(out.resolve("all/Loop End/Collected results 2.csv")));
        assertEquals(List.of("grains 1.blo", "grains 2.blo", "grains 3.blo"), List.copyOf(reflections.keySet()));
        maps.forEach((scan, rows) -> assertEquals(POINTS, rows.size(), scan));

        final Path scan = WORKFLOW.resolve("data/scans/grains 2.blo");
        final JavaProcess alone = Runner.run(Runner.workflow("ePattern"), "--out", out.resolve("one").toString(),
            "--pictures", "1", "-workflow.variable=input,'" + scan + "',String");
        assertEquals(0, alone.exitCode(), alone.output());
        final Csv expected = Csv.read(out.resolve("one/Adaptive Peak Register/Reflections.csv"));
        final List<List<String>> found = reflections.get("grains 2.blo");
        assertEquals(expected.rows().size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            // behind the columns of a reflection come the scan and the iteration
            assertEquals(expected.rows().get(i), found.get(i).subList(0, found.get(i).size() - 2));
            assertEquals("1", found.get(i).get(found.get(i).size() - 1));
        }
    }

    @Test
    void aScanThatCannotBeReadIsNamedAndNoHalfTableIsWritten(@TempDir final Path folder) throws IOException {
        for (final Path scan : House.files(WORKFLOW.resolve("data/scans"), ".blo")) {
            Files.copy(scan, folder.resolve(scan.getFileName()));
        }
        final byte[] whole = Files.readAllBytes(folder.resolve("grains 2.blo"));
        Files.write(folder.resolve("grains 2.blo"), Arrays.copyOf(whole, 60));
        final Path out = folder.resolve("out");
        final JavaProcess run = Runner.run(WORKFLOW, "-workflow.variable=folder,'" + folder + "',String", "--out",
            out.toString());
        assertEquals(4, run.exitCode(), run.output());
        assertTrue(run.output().lines().anyMatch(
            l -> l.startsWith("ERROR Load 4D-STEM (#3) failed in iteration 2 of 3 (") && l.contains("grains 2.blo")),
            run.output());
        assertFalse(Files.exists(out.resolve("Loop End")), run.output());

        final JavaProcess others = Runner.run(WORKFLOW, "-workflow.variable=folder,'" + folder + "',String",
            "-workflow.variable=names,'*{1,3}.blo',String", "--out", out.toString());
        assertEquals(0, others.exitCode(), others.output());
        assertEquals(2, byScan(Csv.read(out.resolve("Loop End/Collected results 1.csv"))).size());
    }
}
