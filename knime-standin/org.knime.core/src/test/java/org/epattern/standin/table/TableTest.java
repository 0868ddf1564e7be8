// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import static org.epattern.standin.Standin.column;
import static org.epattern.standin.Standin.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.epattern.standin.CellTypes;
import org.epattern.standin.PairCell;
import org.epattern.standin.Standin;
import org.epattern.standin.WorkflowEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.DuplicateKeyException;

class TableTest {

    @TempDir
    private Path m_temp;

    private WorkflowEnvironment m_workflow;

    private ExecutionContext m_exec;

    @BeforeEach
    void open() {
        m_workflow = Standin.workflow(m_temp);
        m_workflow.cellTypes().register(PairCell.class.getName(), PairCell.Serializer.class.getName());
        m_exec = Standin.context(m_workflow);
    }

    private static final DataTableSpec ALL_TYPES = spec(column("i", IntCell.TYPE), column("l", LongCell.TYPE),
        column("d", DoubleCell.TYPE), column("s", StringCell.TYPE), column("b", BooleanCell.TYPE),
        column("p", PairCell.TYPE));

    private static DataRow row(final int i) {
        final DataCell text = i % 5 == 0 ? new MissingCell("none for " + i) : new StringCell("text " + i);
        return new DefaultRow(RowKey.createRowKey((long)i), new IntCell(i), new LongCell(-1L * i * i),
            i % 7 == 0 ? DataType.getMissingCell() : new DoubleCell(i / 3.0), text, BooleanCell.get(i % 2 == 0),
            new PairCell(new IntCell(i), text));
    }

    private BufferedDataTable table(final int rows) {
        final BufferedDataContainer container = m_exec.createDataContainer(ALL_TYPES);
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(row(i));
        }
        container.close();
        return container.getTable();
    }

    private static void assertRows(final BufferedDataTable table, final int rows) {
        int i = 0;
        for (final DataRow row : table) {
            assertEquals(row(i), row);
            if (i % 5 == 0) {
                assertEquals("none for " + i, ((MissingCell)row.getCell(3)).getError());
            }
            i++;
        }
        assertEquals(rows, i);
        assertEquals(rows, table.size());
    }

    @Test
    void rangeOfRowsIsReadFromWhereItBegins() {
        final BufferedDataTable table = table(20_000);
        for (final int[] range : new int[][]{{0, 0}, {0, 19_999}, {7, 11}, {4_095, 4_097}, {9_000, 15_000},
            {19_999, 19_999}}) {
            final List<Integer> found = new ArrayList<>();
            try (CloseableRowIterator rows =
                table.filter(TableFilter.filterRangeOfRows(range[0], range[1])).iterator()) {
                rows.forEachRemaining(r -> found.add(((IntCell)r.getCell(0)).getIntValue()));
            }
            assertEquals(IntStream.rangeClosed(range[0], range[1]).boxed().toList(), found);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> table.filter(TableFilter.filterRangeOfRows(5, 20_000)));
        assertThrows(IndexOutOfBoundsException.class, () -> TableFilter.filterRangeOfRows(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> TableFilter.filterRangeOfRows(4, 3));
    }

    private List<Path> tableFiles() throws IOException {
        try (Stream<Path> files = Files.walk(m_temp)) {
            return files.filter(f -> f.toString().endsWith(".rows")).toList();
        }
    }

    @Test
    void aSmallTableNeedsNoFile() throws IOException {
        assertRows(table(10), 10);
        assertEquals(List.of(), tableFiles());
    }

    @Test
    void aTableWithoutRowsHasItsColumns() {
        assertRows(table(0), 0);
        assertEquals(6, table(0).getDataTableSpec().getNumColumns());
    }

    @Test
    void aLargeTableLiesOnDiskAndGivesEqualRows() throws IOException {
        final int rows = 30_000;
        final BufferedDataTable table = table(rows);
        assertRows(table, rows);
        assertEquals(1, tableFiles().size());
        assertTrue(Files.size(tableFiles().get(0)) > 1024 * 1024);
        assertTrue(m_exec.getNodeEnvironment().workflow().tempFolder().equals(m_temp));
    }

    @Test
    void rowsGoToDiskWhileTheTableIsWritten() throws IOException {
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("s", StringCell.TYPE)));
        final String text = "x".repeat(20_000);
        long largest = 0;
        for (int i = 0; i < 1500; i++) {
            container.addRowToTable(new DefaultRow("r" + i, text));
            final long onDisk = tableFiles().isEmpty() ? 0 : Files.size(tableFiles().get(0));
            largest = Math.max(largest, (i + 1L) * text.length() - onDisk);
        }
        assertTrue(largest < 1500 * 1024, largest + " bytes were in memory");
        container.close();
        assertEquals(1500, container.getTable().size());
    }

    @Test
    void aCellOfAPluginIsReadBackThroughItsSerializerEvenInASmallTable() {
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("p", PairCell.TYPE)));
        final PairCell cell = new PairCell(new StringCell("a"), new PairCell(new IntCell(1), new IntCell(2)));
        container.addRowToTable(new DefaultRow("r", cell));
        container.close();
        final DataCell back = container.getTable().iterator().next().getCell(0);
        assertEquals(cell, back);
        assertNotSame(cell, back);
    }

    @Test
    void aCellWithoutSerializerIsRefused() {
        final ExecutionContext exec = Standin.context(m_temp);
        final BufferedDataContainer container = exec.createDataContainer(spec(column("p", PairCell.TYPE)));
        final DataRow row = new DefaultRow("r", new PairCell(new IntCell(1), new IntCell(2)));
        final String message =
            assertThrows(DataContainerException.class, () -> container.addRowToTable(row)).getMessage();
        assertTrue(message.contains(PairCell.class.getName()), message);
    }

    @Test
    void aSerializerThatDoesNotReadAllItWroteIsFound() {
        final CellTypes types = new CellTypes(getClass().getClassLoader());
        types.register(PairCell.class.getName(), PairCell.ForgetfulSerializer.class.getName());
        final ExecutionContext exec = Standin.context(new WorkflowEnvironment(null, m_temp, types));
        final BufferedDataContainer container = exec.createDataContainer(spec(column("p", PairCell.TYPE)));
        container.addRowToTable(new DefaultRow("r", new PairCell(new IntCell(1), new IntCell(2))));
        container.close();
        final CloseableRowIterator rows = container.getTable().iterator();
        final String message = assertThrows(DataContainerException.class, rows::next).getMessage();
        assertTrue(message.contains("wrote 10 bytes but read only 5"), message);
    }

    @Test
    void aLongTextSurvives() {
        final String text = "ä€\ud83d\ude00".repeat(100_000);
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("s", StringCell.TYPE)));
        container.addRowToTable(new DefaultRow("r", text));
        container.close();
        assertEquals(text, container.getTable().iterator().next().getCell(0).toString());
    }

    @Test
    void aWrongNumberOfCellsIsRefused() {
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("i", IntCell.TYPE)));
        assertEquals("Row \"r\" has 2 cells, but the table has 1 columns.",
            assertThrows(DataContainerException.class, () -> container.addRowToTable(new DefaultRow("r", 1, 2)))
                .getMessage());
    }

    @Test
    void aCellOfAnotherTypeIsRefusedAndLeavesNothingBehind() {
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("i", IntCell.TYPE)));
        final String message = assertThrows(DataContainerException.class,
            () -> container.addRowToTable(new DefaultRow("r", "text"))).getMessage();
        assertTrue(message.contains("row \"r\"") && message.contains("column \"i\""), message);
        container.addRowToTable(new DefaultRow("r", 1));
        container.close();
        assertEquals(1, container.getTable().size());
    }

    @Test
    void anIntCellFitsADoubleColumnButNotTheOtherWayRound() {
        final BufferedDataContainer doubles = m_exec.createDataContainer(spec(column("d", DoubleCell.TYPE)));
        doubles.addRowToTable(new DefaultRow("r", 1));
        final BufferedDataContainer ints = m_exec.createDataContainer(spec(column("i", IntCell.TYPE)));
        assertThrows(DataContainerException.class, () -> ints.addRowToTable(new DefaultRow("r", 1.0)));
        assertEquals(1, doubles.size());
    }

    @Test
    void aNullCellIsRefused() {
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("i", IntCell.TYPE)));
        assertThrows(NullPointerException.class,
            () -> container.addRowToTable(new DefaultRow("r", new DataCell[]{null})));
        assertThrows(IllegalArgumentException.class, () -> container.addRowToTable(null));
    }

    @Test
    void aRowKeyThatAppearsTwiceIsRefused() {
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("i", IntCell.TYPE)));
        IntStream.range(0, 20_000).forEach(i -> container.addRowToTable(new DefaultRow("k" + i, i)));
        final DuplicateKeyException e = assertThrows(DuplicateKeyException.class,
            () -> container.addRowToTable(new DefaultRow("k7", 1)));
        assertEquals("k7", e.getKey());
    }

    @Test
    void rowKeysInSortedRunsOnDiskAreCompared() throws IOException {
        final List<String> keys = new ArrayList<>();
        final RowKeyCheck check = new RowKeyCheck(keys::forEach, m_exec.getNodeEnvironment(), 100);
        for (int i = 0; i < 1050; i++) {
            check.add("key " + i, i);
            keys.add("key " + i);
        }
        assertTrue(tableFiles().size() >= 10);
        check.add("key 33", 1050); // in a run that is on disk already
        keys.add("key 33");
        assertEquals("key 33", assertThrows(DuplicateKeyException.class, check::finish).getKey());
    }

    @Test
    void differentRowKeysInRunsAreNotRefused() throws IOException {
        final List<String> keys = IntStream.range(0, 1000).mapToObj(i -> "key " + i).toList();
        final RowKeyCheck check = new RowKeyCheck(keys::forEach, m_exec.getNodeEnvironment(), 100);
        for (int i = 0; i < keys.size(); i++) {
            check.add(keys.get(i), i);
        }
        check.finish();
        assertEquals(List.of(), tableFiles());
    }

    @Test
    void hashesOfAMillionRowKeysDiffer() {
        final HashSet64 hashes = new HashSet64();
        IntStream.range(0, 1_000_000).forEach(i -> assertTrue(hashes.add(RowKeyCheck.hash("Row" + i))));
        assertEquals(1_000_000, hashes.size());
        assertFalse(hashes.add(RowKeyCheck.hash("Row5")));
    }

    @Test
    void rowsCannotBeAddedToAClosedContainerNorATableTakenFromAnOpenOne() {
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("i", IntCell.TYPE)));
        assertThrows(IllegalStateException.class, container::getTable);
        container.close();
        container.close();
        assertThrows(IllegalStateException.class, () -> container.addRowToTable(new DefaultRow("r", 1)));
        assertEquals(0, container.getTable().size());
    }

    @Test
    void domainsHoldBoundsAndPossibleValuesWithoutMissingAndNaN() {
        final BufferedDataContainer container = m_exec.createDataContainer(
            spec(column("d", DoubleCell.TYPE), column("s", StringCell.TYPE), column("many", StringCell.TYPE)));
        final double[] values = {3, Double.NaN, -2.5, 7, 0};
        for (int i = 0; i < 61; i++) {
            container.addRowToTable(new DefaultRow("r" + i,
                i == 9 ? DataType.getMissingCell() : new DoubleCell(values[i % values.length]),
                new StringCell("value " + i % 3), new StringCell("value " + i)));
        }
        container.close();
        final DataTableSpec spec = container.getTable().getDataTableSpec();
        assertEquals(new DoubleCell(-2.5), spec.getColumnSpec("d").getDomain().getLowerBound());
        assertEquals(new DoubleCell(7), spec.getColumnSpec("d").getDomain().getUpperBound());
        assertNull(spec.getColumnSpec("d").getDomain().getValues());
        assertEquals(Set.of(new StringCell("value 0"), new StringCell("value 1"), new StringCell("value 2")),
            spec.getColumnSpec("s").getDomain().getValues());
        assertFalse(spec.getColumnSpec("s").getDomain().hasBounds());
        assertNull(spec.getColumnSpec("many").getDomain().getValues());
    }

    @Test
    void sixtyPossibleValuesAreListed() {
        final BufferedDataContainer container = m_exec.createDataContainer(spec(column("s", StringCell.TYPE)));
        IntStream.range(0, 60).forEach(i -> container.addRowToTable(new DefaultRow("r" + i, "value " + i)));
        container.close();
        assertEquals(60, container.getTable().getDataTableSpec().getColumnSpec(0).getDomain().getValues().size());
    }

    @Test
    void theDomainOfTheSpecIsTheStartOnlyIfAskedFor() {
        final BufferedDataContainer first = m_exec.createDataContainer(spec(column("i", IntCell.TYPE)));
        first.addRowToTable(new DefaultRow("r", 100));
        first.close();
        final DataTableSpec known = first.getTable().getDataTableSpec();
        for (final boolean init : new boolean[]{true, false}) {
            final BufferedDataContainer container = m_exec.createDataContainer(known, init);
            container.addRowToTable(new DefaultRow("r", 5));
            container.close();
            assertEquals(new IntCell(init ? 100 : 5),
                container.getTable().getDataTableSpec().getColumnSpec(0).getDomain().getUpperBound());
        }
    }

    @Test
    void severalThreadsReadATableAtOnce() throws InterruptedException, ExecutionException {
        final int rows = 20_000;
        final BufferedDataTable table = table(rows);
        final ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            final List<Future<?>> readers =
                IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> assertRows(table, rows)))
                    .collect(Collectors.toList());
            for (final Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anInterruptedThreadDoesNotHarmOtherReaders() {
        final BufferedDataTable table = table(20_000);
        Thread.currentThread().interrupt();
        try {
            table.iterator().next();
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertRows(table, 20_000);
    }

    @Test
    void aClosedIteratorHasNoFurtherRows() {
        final CloseableRowIterator rows = table(3).iterator();
        rows.next();
        rows.close();
        assertFalse(rows.hasNext());
        assertThrows(NoSuchElementException.class, rows::next);
    }

    @Test
    void aSavedTableIsLoadedAgainWithDomainsAndProperties() throws IOException {
        for (final int rows : new int[]{0, 10, 30_000}) {
            final BufferedDataTable table = table(rows);
            final Path folder = Files.createDirectory(m_temp.resolve("saved" + rows));
            TableFolder.save(table, folder);
            deleteTableFiles();
            final BufferedDataTable loaded = TableFolder.load(folder, m_workflow);
            assertRows(loaded, rows);
            assertEquals(table.getDataTableSpec(), loaded.getDataTableSpec());
        }
    }

    private void deleteTableFiles() throws IOException {
        tableFiles().forEach(file -> {
            try {
                Files.delete(file);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void columnAndTablePropertiesAreSaved() throws IOException {
        final DataColumnSpecCreator column = new DataColumnSpecCreator("i", IntCell.TYPE);
        column.setProperties(new DataColumnProperties(java.util.Map.of("pixel size", "0.1 1/nm")));
        final DataTableSpec spec = new DataTableSpecCreator().addColumns(column.createSpec()).setName("scan")
            .putProperty("scan width", "200").createSpec();
        TableFolder.save(m_exec.createVoidTable(spec), m_temp);
        final DataTableSpec loaded = TableFolder.load(m_temp, m_workflow).getDataTableSpec();
        assertEquals("0.1 1/nm", loaded.getColumnSpec(0).getProperties().getProperty("pixel size"));
        assertEquals("200", loaded.getProperties().get("scan width"));
        assertEquals("scan", loaded.getName());
    }

    @Test
    void aSavedTableThatIsCutShortIsRefused() throws IOException {
        TableFolder.save(table(100), m_temp);
        final Path rows = m_temp.resolve("rows.bin");
        final byte[] bytes = Files.readAllBytes(rows);
        Files.write(rows, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        final String message = assertThrows(IOException.class, () -> TableFolder.load(m_temp, m_workflow)).getMessage();
        assertTrue(message.contains("rows.bin") && message.contains("expected were " + bytes.length), message);
    }

    @Test
    void aTableWithATypeThatIsNotInstalledIsRefused() throws IOException {
        TableFolder.save(table(1), m_temp);
        final Path spec = m_temp.resolve("spec.xml");
        Files.writeString(spec, Files.readString(spec).replace(PairCell.class.getName(), "org.other.Cell"));
        final String message = assertThrows(IOException.class, () -> TableFolder.load(m_temp, m_workflow)).getMessage();
        assertTrue(message.contains("\"org.other.Cell\" is not installed"), message);
    }
}
