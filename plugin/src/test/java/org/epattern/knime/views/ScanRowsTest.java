// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.node.BufferedDataTable;

/** Holds that the rows of a scan point are found, in tables much larger than what is kept of them. */
class ScanRowsTest {

    private static final DataTableSpec SPEC = new DataTableSpec(Schema.intColumn(Schema.SCAN_X),
        Schema.intColumn(Schema.SCAN_Y), Schema.intColumn("n"));
    private static final int WIDTH = 70;
    private static final int HEIGHT = 60;

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    /** A point has 0 to 9 rows; row i of a point holds i. */
    private static int rowsAt(final int x, final int y) {
        return (x * 7 + y * 3) % 10;
    }

    private static List<DataRow> rows() {
        final List<DataRow> rows = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int i = 0; i < rowsAt(x, y); i++) {
                    rows.add(new DefaultRow(RowKey.createRowKey((long)rows.size()), IntCellFactory.create(x),
                        IntCellFactory.create(y), IntCellFactory.create(i)));
                }
            }
        }
        return rows;
    }

    private static void assertFound(final ScanRows rows, final int x, final int y) {
        final List<DataRow> found = rows.at(x, y);
        final boolean inside = x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT;
        assertEquals(inside ? rowsAt(x, y) : 0, found.size(), x + ", " + y);
        for (int i = 0; i < found.size(); i++) {
            assertEquals(List.of(Integer.toString(x), Integer.toString(y), Integer.toString(i)),
                found.get(i).stream().map(Object::toString).toList());
        }
    }

    @Test
    void everyPointIsFoundInAnyOrder() {
        final BufferedDataTable table = m_workflow.table(SPEC, rows());
        final ScanRows rows = new ScanRows(table, 0, 1);
        for (int y = -1; y <= HEIGHT; y++) {
            for (int x = -1; x <= WIDTH; x++) {
                assertFound(rows, x, y);
            }
        }
        final Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            assertFound(rows, random.nextInt(WIDTH), random.nextInt(HEIGHT));
        }
    }

    @Test
    void visitorSeesEveryRowWithAPosition() {
        final List<DataRow> all = new ArrayList<>(rows());
        all.add(5, new DefaultRow(new RowKey("nowhere"), DataType.getMissingCell(), IntCellFactory.create(0),
            IntCellFactory.create(0)));
        final List<Integer> seen = new ArrayList<>();
        final ScanRows rows =
            new ScanRows(m_workflow.table(SPEC, all), 0, 1, (x, y, row) -> seen.add(y * WIDTH + x));
        assertEquals(all.size() - 1, seen.size());
        assertFound(rows, 1, 0);
        assertFound(rows, 3, 4);
    }

    @Test
    void tablesInAnotherOrderAreSearched() {
        final List<DataRow> shuffled = new ArrayList<>(rows().subList(0, 2_000));
        Collections.reverse(shuffled);
        final ScanRows rows = new ScanRows(m_workflow.table(SPEC, shuffled), 0, 1);
        for (int x = 0; x < WIDTH; x += 9) {
            assertEquals(rowsAt(x, 1), rows.at(x, 1).size());
        }
        assertEquals(List.of(), rows.at(500, 500));
    }
}
