// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** A cell whose content lies in a file store that it shares with others. */
public final class ProbeCell extends FileStoreCell implements ProbeValue {

    static final DataType TYPE = DataType.getType(ProbeCell.class);

    private static final long serialVersionUID = 1L;

    private final int m_index;

    ProbeCell(final FileStore store, final int index) {
        super(store);
        m_index = index;
    }

    private ProbeCell(final int index) {
        m_index = index;
    }

    @Override
    public int grey() {
        try {
            return Files.readAllBytes(getFileStores()[0].getFile().toPath())[m_index];
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public String toString() {
        return "block " + m_index;
    }

    @Override
    protected boolean equalFileStoreContent(final DataCell cell) {
        return ((ProbeCell)cell).m_index == m_index;
    }

    @Override
    public int hashCode() {
        return m_index;
    }

    /** Writes and reads such cells. */
    public static final class Serializer implements DataCellSerializer<ProbeCell> {

        @Override
        public void serialize(final ProbeCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.m_index);
        }

        @Override
        public ProbeCell deserialize(final DataCellDataInput input) throws IOException {
            return new ProbeCell(input.readInt());
        }
    }
}
