// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import static org.epattern.standin.Standin.column;
import static org.epattern.standin.Standin.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.epattern.standin.Standin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException.CancelChecker;
import org.knime.core.node.workflow.NodeProgress;

class ExecutionContextTest {

    @TempDir
    private Path m_temp;

    private ExecutionContext m_exec;

    @BeforeEach
    void open() {
        m_exec = Standin.context(m_temp);
    }

    private BufferedDataTable table(final DataTableSpec spec, final DataRow... rows) {
        final BufferedDataContainer container = m_exec.createDataContainer(spec);
        for (final DataRow row : rows) {
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    private static List<String> rows(final BufferedDataTable table) {
        final List<String> rows = new ArrayList<>();
        table.forEach(row -> rows.add(row.toString()));
        return rows;
    }

    private BufferedDataTable ints(final String column, final String... keys) {
        final DefaultRow[] rows = new DefaultRow[keys.length];
        for (int i = 0; i < keys.length; i++) {
            rows[i] = new DefaultRow(keys[i], i);
        }
        return table(spec(column(column, IntCell.TYPE)), rows);
    }

    @Test
    void tablesAreConcatenatedWithMissingCellsWhereAColumnIsAbsent() throws CanceledExecutionException {
        final BufferedDataTable second =
            table(spec(column("b", StringCell.TYPE), column("a", DoubleCell.TYPE)),
                new DefaultRow("r2", new StringCell("x"), new DoubleCell(0.5)));
        final BufferedDataTable all = m_exec.createConcatenateTable(m_exec, ints("a", "r0", "r1"), second);
        assertArrayEquals(new String[]{"a", "b"}, all.getDataTableSpec().getColumnNames());
        assertEquals(DoubleCell.TYPE, all.getDataTableSpec().getColumnSpec("a").getType());
        assertEquals(List.of("r0: [0, ?]", "r1: [1, ?]", "r2: [0.5, x]"), rows(all));
    }

    @Test
    void aRowKeyInTwoTablesIsRefusedOrGetsASuffix() throws CanceledExecutionException {
        final BufferedDataTable one = ints("a", "r0", "r1");
        final BufferedDataTable two = ints("a", "r1", "r1_dup");
        final String message = assertThrows(IllegalArgumentException.class,
            () -> m_exec.createConcatenateTable(m_exec, one, two)).getMessage();
        assertTrue(message.contains("\"r1\""), message);
        final BufferedDataTable all =
            m_exec.createConcatenateTable(m_exec, Optional.of("_dup"), true, one, two);
        assertEquals(List.of("r0: [0]", "r1: [1]", "r1_dup: [0]", "r1_dup_dup: [1]"), rows(all));
    }

    @Test
    void tablesWithTheSameRowKeysAreJoined() throws CanceledExecutionException {
        final BufferedDataTable joined =
            m_exec.createJoinedTable(ints("a", "x", "y"), ints("b", "x", "y"), m_exec);
        assertEquals(List.of("x: [0, 0]", "y: [1, 1]"), rows(joined));
        assertThrows(IllegalArgumentException.class,
            () -> m_exec.createJoinedTable(ints("a", "x", "y"), ints("b", "y", "x"), m_exec));
        assertThrows(IllegalArgumentException.class,
            () -> m_exec.createJoinedTable(ints("a", "x"), ints("b", "x", "y"), m_exec));
        assertThrows(IllegalArgumentException.class,
            () -> m_exec.createJoinedTable(ints("a", "x"), ints("a", "x"), m_exec));
    }

    @Test
    void aSpecIsReplacedByOneThatTakesTheCells() {
        final BufferedDataTable table = ints("a", "x");
        final BufferedDataTable renamed =
            m_exec.createSpecReplacerTable(table, spec(column("number", DoubleCell.TYPE)));
        assertArrayEquals(new String[]{"number"}, renamed.getDataTableSpec().getColumnNames());
        assertEquals(rows(table), rows(renamed));
        assertThrows(IllegalArgumentException.class,
            () -> m_exec.createSpecReplacerTable(table, spec(column("text", StringCell.TYPE))));
    }

    @Test
    void progressOfPartsAddsUpToThatOfTheWhole() {
        final ExecutionContext first = m_exec.createSubExecutionContext(0.25);
        final ExecutionMonitor second = m_exec.createSubProgress(0.75);
        final ExecutionMonitor inner = second.createSubProgress(0.5);
        first.setProgress(0.5);
        assertEquals(0.125, m_exec.getProgressMonitor().getProgress(), 1e-12);
        inner.setProgress(1);
        assertEquals(0.5, m_exec.getProgressMonitor().getProgress(), 1e-12);
        first.setProgress(0.2); // never goes back
        first.setProgress(1);
        second.setProgress(0.0 / 0.0); // a part of nothing
        second.setProgress(7); // cut to the end
        assertEquals(1, m_exec.getProgressMonitor().getProgress(), 1e-12);
    }

    @Test
    void messagesOfPartsAreShownUnlessSilent() {
        m_exec.createSubProgress(0.5).setMessage("first half");
        assertEquals("first half", m_exec.getProgressMonitor().getMessage());
        m_exec.createSilentSubProgress(0.5).setMessage(() -> "secret");
        assertEquals("first half", m_exec.getProgressMonitor().getMessage());
    }

    @Test
    void listenersHearOfEachChange() {
        final List<NodeProgress> heard = new ArrayList<>();
        final ExecutionMonitor exec =
            new ExecutionMonitor(new DefaultNodeProgressMonitor(e -> heard.add(e.getNodeProgress())));
        exec.setProgress(0.5, "half");
        exec.createSubProgress(0.5).setProgress(1.0);
        assertEquals(List.of("0.5: half", "1.0: half"), heard.stream().map(NodeProgress::toString).toList());
    }

    @Test
    void cancelReachesAllParts() {
        final ExecutionContext part = m_exec.createSubExecutionContext(0.5);
        final CancelChecker seldom = CancelChecker.checkCanceledPeriodically(part, 3);
        m_exec.getProgressMonitor().setExecuteCanceled();
        assertThrows(CanceledExecutionException.class, part::checkCanceled);
        assertThrows(CanceledExecutionException.class, () -> {
            for (int i = 0; i < 3; i++) {
                seldom.checkCanceled();
            }
        });
        assertThrows(CanceledExecutionException.class, () -> m_exec.createJoinedTable(ints("a", "x"),
            ints("b", "x"), part));
    }
}
