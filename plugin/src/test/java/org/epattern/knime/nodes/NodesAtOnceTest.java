// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** KNIME runs the nodes of several branches at once: they share tables and file stores, and nothing else. */
class NodesAtOnceTest {

    private static final String REGISTER = "register.RegisterNodeFactory";
    private static final Map<String, Object> SETTINGS =
        Map.of("patternColumn", "pattern", "noiseSource", "MEASURE", "rawSource", "NONE");

    @Test
    void nodesThatReadOneTableAtOnceGiveWhatOneAloneGives(@TempDir final Path temp) throws Exception {
        final TestWorkflow workflow = new TestWorkflow(temp);
        final BufferedDataTable patterns = SmallScans.patterns(workflow);
        final List<String> alone = text(workflow.run(REGISTER, SETTINGS, patterns).table(0));
        final ExecutorService branches = Executors.newFixedThreadPool(3);
        try {
            final List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                results.add(branches.submit(() -> text(workflow.run(REGISTER, SETTINGS, patterns).table(0))));
            }
            for (final Future<List<String>> result : results) {
                assertEquals(alone, result.get());
            }
        } finally {
            branches.shutdownNow();
        }
    }

    private static List<String> text(final BufferedDataTable table) {
        final List<String> rows = new ArrayList<>();
        for (final DataRow row : TestWorkflow.rows(table)) {
            final StringBuilder text = new StringBuilder(row.getKey().getString());
            row.forEach(cell -> text.append(' ').append(cell));
            rows.add(text.toString());
        }
        return rows;
    }
}
