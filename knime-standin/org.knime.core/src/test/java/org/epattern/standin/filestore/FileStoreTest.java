// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.filestore;

import static org.epattern.standin.Standin.column;
import static org.epattern.standin.Standin.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.epattern.standin.NoteCell;
import org.epattern.standin.Standin;
import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.table.TableFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeLogger.LEVEL;
import org.knime.core.util.DuplicateKeyException;

class FileStoreTest {

    @TempDir
    private Path m_temp;

    private WorkflowEnvironment m_workflow;

    private ExecutionContext m_exec;

    @BeforeEach
    void open() {
        m_workflow = workflow();
        m_exec = Standin.context(m_workflow);
    }

    private WorkflowEnvironment workflow() {
        final WorkflowEnvironment workflow = Standin.workflow(m_temp);
        workflow.cellTypes().register(NoteCell.class.getName(), NoteCell.Serializer.class.getName());
        return workflow;
    }

    private static BufferedDataTable table(final ExecutionContext exec, final DataCell... cells) {
        final BufferedDataContainer container = exec.createDataContainer(spec(column("note", NoteCell.TYPE)));
        for (int i = 0; i < cells.length; i++) {
            container.addRowToTable(new DefaultRow("r" + i, cells[i]));
        }
        container.close();
        return container.getTable();
    }

    private static List<DataCell> cells(final BufferedDataTable table) {
        final List<DataCell> cells = new ArrayList<>();
        for (final DataRow row : table) {
            cells.add(row.getCell(0));
        }
        return cells;
    }

    @Test
    void contentIsFlushedOnceAndComesBackFromTheFile() throws IOException {
        final NoteCell cell = new NoteCell(m_exec.createFileStore("note"), 3, "hello");
        assertFalse(cell.store().getFile().exists());
        final BufferedDataTable table = table(m_exec, cell, cell);
        table(m_exec, cell);
        assertEquals(1, cell.flushes());
        final NoteCell back = (NoteCell)cells(table).get(1);
        assertEquals("hello", back.text());
        assertEquals(3, back.number());
        assertEquals(cell, back);
        assertEquals(cell.store().getFile(), back.store().getFile());
    }

    @Test
    void aCellThatWasReadIsNotFlushedAgainByTheNextNode() throws IOException {
        final BufferedDataTable first = table(m_exec, new NoteCell(m_exec.createFileStore("note"), 1, "hello"));
        final NoteCell read = (NoteCell)cells(first).get(0);
        final BufferedDataTable second = table(Standin.context(m_workflow), read);
        assertEquals(0, read.flushes());
        assertEquals(read, cells(second).get(0));
    }

    @Test
    void namesAreUniqueWithinANodeAndFreeInTheNext() throws IOException {
        final FileStore first = m_exec.createFileStore("patterns");
        final String message =
            assertThrows(DuplicateKeyException.class, () -> m_exec.createFileStore("patterns")).getMessage();
        assertTrue(message.contains("\"patterns\""), message);
        final FileStore other = Standin.context(m_workflow).createFileStore("patterns");
        assertNotEquals(first.getFile(), other.getFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".hidden", "../a", "a/b", "a\\b"})
    void aNameThatIsNoFileNameIsRefused(final String name) {
        assertThrows(IOException.class, () -> m_exec.createFileStore(name));
    }

    @Test
    void aNodeThatHasEndedMakesNoFileStores() throws IOException {
        m_exec.createFileStore("in time");
        m_exec.getNodeEnvironment().close();
        assertThrows(IllegalStateException.class, () -> m_exec.createFileStore("late"));
        final ExecutionContext without = Standin.context(m_workflow);
        without.getNodeEnvironment().close();
        assertThrows(IllegalStateException.class, () -> without.createFileStore("late"));
        assertFalse(without.getNodeEnvironment().hasFileStores());
    }

    @Test
    void aNameWithForbiddenCharactersBecomesAFileInTheFolder() throws IOException {
        final File file = m_exec.createFileStore("a:b c*é").getFile();
        assertTrue(file.toPath().normalize().startsWith(m_exec.getNodeEnvironment().fileStores().folder()));
        assertTrue(file.getParentFile().isDirectory());
    }

    @Test
    void manyFilesAreSpreadOverFolders() throws IOException {
        for (int i = 0; i < 1001; i++) {
            m_exec.createFileStore("s" + i);
        }
        try (var folders = Files.list(m_exec.getNodeEnvironment().fileStores().folder())) {
            assertEquals(2, folders.count());
        }
    }

    @Test
    void savedTablesAndFileStoresAreFoundAfterReopening() throws IOException {
        final BufferedDataTable table = table(m_exec, new NoteCell(m_exec.createFileStore("a"), 1, "one"),
            new NoteCell(m_exec.createFileStore("b"), 2, "two"));
        final Path saved = Files.createDirectory(m_temp.resolve("saved"));
        TableFolder.save(table, saved);
        final NodeFileStores stores = m_exec.getNodeEnvironment().fileStores();
        final Path moved = Files.move(stores.folder(), m_temp.resolve("filestore"));

        final WorkflowEnvironment reopened = workflow();
        final BufferedDataTable loaded = TableFolder.load(saved, reopened);
        final String message = assertThrows(DataContainerException.class, () -> cells(loaded)).getMessage();
        assertTrue(message.contains("not saved with the workflow"), message);
        reopened.fileStores().register(stores.id(), moved);
        assertEquals(List.of("one", "two"), cells(loaded).stream().map(DataCell::toString).toList());
    }

    @Test
    void contentThatCannotBeWrittenOrReadBecomesAMissingCellAndAnError() throws IOException {
        final StringWriter log = new StringWriter();
        NodeLogger.addWriter(log, LEVEL.ERROR, LEVEL.FATAL);
        try {
            final NoteCell bad = new NoteCell(m_exec.createFileStore("bad"), 1, "lost");
            assertTrue(bad.store().getFile().mkdir());
            final NoteCell gone = new NoteCell(m_exec.createFileStore("gone"), 2, "gone");
            final BufferedDataTable table = table(m_exec, bad, gone);
            Files.delete(gone.store().getFile().toPath());
            final List<DataCell> cells = cells(table);
            assertTrue(((MissingCell)cells.get(0)).getError().contains("could not be written"));
            assertTrue(((MissingCell)cells.get(1)).getError().contains("could not be read"));
        } finally {
            NodeLogger.removeWriter(log);
        }
        assertEquals(2, log.toString().lines().filter(line -> line.startsWith("ERROR")).count(), log.toString());
    }

    @Test
    void fileStoresMadeOutsideOfTheWorkflowAreCopiedIntoIt() throws IOException {
        final FileStoreFactory outside = FileStoreFactory.createNotInWorkflowFileStoreFactory();
        final NoteCell cell = new NoteCell(outside.createFileStore("note"), 1, "hello");
        final BufferedDataTable table = table(m_exec, cell, cell);
        outside.close();
        assertFalse(cell.store().getFile().exists());
        final List<DataCell> cells = cells(table);
        assertEquals("hello", cells.get(0).toString());
        assertEquals(((NoteCell)cells.get(0)).store().getFile(), ((NoteCell)cells.get(1)).store().getFile());
        assertTrue(m_workflow.fileStores().contains(
            FileStoreUtil.getFileStoreKeys((NoteCell)cells.get(0))[0].getStoreUUID()));
    }

    @Test
    void cellsWithEqualContentInDifferentFilesAreEqual() throws IOException {
        final NoteCell one = new NoteCell(m_exec.createFileStore("one"), 1, "same");
        final NoteCell two = new NoteCell(m_exec.createFileStore("two"), 1, "same");
        assertEquals(one, two);
        assertNotEquals(one, new NoteCell(m_exec.createFileStore("three"), 1, "other"));
    }
}
