// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflow "Does ePattern help" on a very small scan: one table with the figures of all ways to prepare patterns. */
class DoesItHelpTest {

    private static final int POINTS = 5;

    @Test
    void lastSummaryHasTheFiguresOfAllWaysToPreparePatterns(@TempDir final Path out) throws IOException {
        final JavaProcess run = Runner.run(Runner.workflow("Does ePattern help"),
            "-workflow.variable=points," + POINTS + ",int", "-option=2,step,6,double", "--out", out.toString());
        assertEquals(0, run.exitCode(), run.output());
        final Csv summary = Csv.read(out.resolve("Compare Orientations (#23)/Summary.csv"));
        final List<String> wholeMaps = new ArrayList<>();
        for (final List<String> row : summary.rows()) {
            final int points = (int)summary.number(row, "points");
            final int crystal = (int)summary.number(row, "crystal points");
            final int judged = (int)(summary.number(row, "within 5 degrees") + summary.number(row, "wrong orientation")
                + summary.number(row, "wrong phase") + summary.number(row, "no orientation"));
            assertEquals(crystal, judged, row::toString);
            assertTrue(points >= crystal + summary.number(row, "amorphous points"), row::toString);
            assertTrue(summary.number(row, "within 1 degree") <= summary.number(row, "within 2 degrees"),
                row::toString);
            if (summary.text(row, "region").equals("whole map")) {
                assertEquals(POINTS * POINTS, points);
                wholeMaps.add(summary.text(row, "name"));
            }
        }
        assertEquals(List.of("no filter", "ASTAR (1, 2, 0)", "ASTAR (1, 4, 10)", "ASTAR (1, 4, 10), wide circle",
            "masking", "reconstruction", "reflections"), wholeMaps);
        assertTrue(reliability(summary, "reconstruction") > reliability(summary, "no filter"), summary::toString);
        assertTrue(Files.isRegularFile(out.resolve("Compare Orientations (#17)/Points.csv")));
    }

    private static double reliability(final Csv summary, final String name) {
        return summary.rows().stream().filter(
            r -> summary.text(r, "name").equals(name) && summary.text(r, "region").equals("true crystal"))
            .mapToDouble(r -> summary.number(r, "mean reliability")).findFirst().orElseThrow();
    }
}
