// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** A cell of a plugin for tests whose text lies in a file store and is written late. */
public final class NoteCell extends FileStoreCell implements NoteValue {

    private static final long serialVersionUID = 1L;

    public static final DataType TYPE = DataType.getType(NoteCell.class);

    private final int m_number;

    private final transient AtomicInteger m_flushes = new AtomicInteger();

    private String m_text;

    public NoteCell(final FileStore store, final int number, final String text) {
        super(store);
        m_number = number;
        m_text = text;
    }

    private NoteCell(final int number) {
        m_number = number;
    }

    public int flushes() {
        return m_flushes.get();
    }

    public int number() {
        return m_number;
    }

    public String text() {
        return m_text;
    }

    public FileStore store() {
        return getFileStores()[0];
    }

    @Override
    protected void flushToFileStore() throws IOException {
        m_flushes.incrementAndGet();
        Files.writeString(store().getFile().toPath(), m_text, StandardCharsets.UTF_8);
    }

    @Override
    protected void postConstruct() throws IOException {
        m_text = Files.readString(store().getFile().toPath(), StandardCharsets.UTF_8);
    }

    @Override
    protected boolean equalFileStoreContent(final DataCell cell) {
        return m_text.equals(((NoteCell)cell).m_text);
    }

    @Override
    public int hashCode() {
        return m_text.hashCode();
    }

    @Override
    public String toString() {
        return m_text;
    }

    /** Writes the number only; the text is in the file. */
    public static final class Serializer implements DataCellSerializer<NoteCell> {

        @Override
        public void serialize(final NoteCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.m_number);
        }

        @Override
        public NoteCell deserialize(final DataCellDataInput input) throws IOException {
            return new NoteCell(input.readInt());
        }
    }
}
