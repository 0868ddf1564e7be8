// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.epattern.formats.PatternStack;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** Warnings and errors that concern rows name them. */
class RowMessagesTest {

    private static final int BROKEN = 3;

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_reflections;
    private BufferedDataTable m_patterns;

    @BeforeEach
    void makeTables() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        m_reflections = SmallScans.reflections(m_workflow);
        m_patterns = SmallScans.patterns(m_workflow);
    }

    /** The patterns of the scan, one of which lies in a file that is cut short. */
    private BufferedDataTable withBrokenPattern() throws Exception {
        final List<DataRow> rows = TestWorkflow.rows(m_patterns);
        final int column = m_patterns.getDataTableSpec().findColumnIndex(Schema.PATTERN);
        final DataRow row = rows.get(BROKEN);
        final List<DataCell> cells = new ArrayList<>();
        row.forEach(cells::add);
        cells.set(column, TestWorkflow.column(SmallScans.patterns(m_workflow), Schema.PATTERN).get(BROKEN));
        rows.set(BROKEN, new DefaultRow(row.getKey(), cells));
        final BufferedDataTable table = m_workflow.table(m_patterns.getDataTableSpec(), rows);
        // the last patterns of the second scan, and the one that is used, are lost
        final Path file = newestStack();
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 10));
        return table;
    }

    private Path newestStack() throws Exception {
        try (var files = Files.walk(m_temp)) {
            return files.filter(f -> f.getFileName().toString().endsWith("patterns-0"))
                .max((a, b) -> a.toString().compareTo(b.toString())).orElseThrow();
        }
    }

    private Message failure(final String factory, final Map<String, Object> settings,
        final BufferedDataTable... inputs) {
        return assertThrows(KNIMEException.class, () -> m_workflow.run(factory, settings, inputs)).getKNIMEMessage();
    }

    private static void namesTheRow(final Message message, final BufferedDataTable broken, final int port) {
        final Message expected = Message.builder().withSummary(message.getSummary())
            .addRowIssue(port, broken.getDataTableSpec().findColumnIndex(Schema.PATTERN), BROKEN,
                "The work stopped at row \"Row" + BROKEN + "\" of input " + (port + 1))
            .addResolutions(message.getResolutions().toArray(String[]::new)).build().orElseThrow();
        assertEquals(expected, message);
    }

    @Test
    void patternThatCannotBeReadIsNamedWithItsRow() throws Exception {
        final BufferedDataTable broken = withBrokenPattern();
        namesTheRow(failure("background.SubtractBackgroundNodeFactory", Map.of(), broken), broken, 0);
        namesTheRow(failure("register.RegisterNodeFactory", Map.of("patternColumn", Schema.PATTERN, "rawSource",
            "NONE", "noiseSource", "MEASURE"), broken), broken, 0);
        namesTheRow(failure("reconstruct.ReconstructNodeFactory",
            Map.of("mode", "MASK", "patternColumn", Schema.PATTERN), m_reflections, broken), broken, 1);
        namesTheRow(failure("metrics.QualityMetricsNodeFactory",
            Map.of("referenceColumn", Schema.PATTERN, "comparedColumn", Schema.PATTERN), broken, m_patterns), broken,
            0);
    }

    @Test
    void warningNamesTheFirstFewRows() {
        final RowNames rows = new RowNames();
        final Warnings none = new Warnings();
        none.add(rows, "1 is missing", "are missing");
        assertTrue(none.isEmpty());
        rows.add(new RowKey("Row7"));
        final Warnings one = new Warnings();
        one.add(rows, "1 is missing", "are missing");
        assertEquals("1 is missing (Row7)", one.toString());
        for (int i = 8; i < 20; i++) {
            rows.add(new RowKey("Row" + i));
        }
        final Warnings many = new Warnings();
        many.add(rows, "1 is missing", "are missing");
        assertEquals("13 are missing (Row7, Row8, Row9, Row10, Row11, ...)", many.toString());
    }
}
