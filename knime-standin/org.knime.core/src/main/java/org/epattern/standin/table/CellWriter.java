// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.IOException;

import org.epattern.standin.NodeEnvironment;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.NodeLogger;

/** Writes cells of a table: numbers and texts directly, all others through the serializer of their class. */
final class CellWriter {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(CellWriter.class);

    private final NodeEnvironment m_node;

    private final ClassNames m_names;

    CellWriter(final NodeEnvironment node, final ClassNames names) {
        m_node = node;
        m_names = names;
    }

    void write(final DataCell cell, final CellOutput output) throws IOException {
        if (cell instanceof MissingCell missing) {
            writeMissing(missing, output);
        } else if (cell instanceof StringCell text) {
            output.writeByte(CellTag.STRING);
            output.writeUTF(text.getStringValue());
        } else if (cell instanceof BooleanCell truth) {
            output.writeByte(truth.getBooleanValue() ? CellTag.TRUE : CellTag.FALSE);
        } else if (cell instanceof DoubleCell number) {
            output.writeByte(CellTag.DOUBLE);
            output.writeDouble(number.getDoubleValue());
        } else if (cell.getClass() == IntCell.class) { // not final in the API: a sub-class has its own serializer
            output.writeByte(CellTag.INT);
            output.writeInt(((IntCell)cell).getIntValue());
        } else if (cell.getClass() == LongCell.class) {
            output.writeByte(CellTag.LONG);
            output.writeLong(((LongCell)cell).getLongValue());
        } else {
            writeSerialized(cell, output);
        }
    }

    private static void writeMissing(final MissingCell missing, final CellOutput output) {
        if (missing.getError() == null) {
            output.writeByte(CellTag.MISSING);
        } else {
            output.writeByte(CellTag.MISSING_WITH_REASON);
            output.writeUTF(missing.getError());
        }
    }

    private void writeSerialized(final DataCell cell, final CellOutput output) throws IOException {
        final DataCellSerializer<DataCell> serializer = m_node.workflow().cellTypes().serializer(cell.getClass())
            .orElseThrow(() -> new DataContainerException("No serializer is registered for cells of class "
                + cell.getClass().getName() + " (extension point org.knime.core.DataType)."));
        final FileStoreKey[] keys;
        if (cell instanceof FileStoreCell fileStoreCell) {
            try {
                FileStoreUtil.flush(fileStoreCell);
            } catch (final IOException e) { // the contract: the table goes on with a missing cell
                LOGGER.error("The content of a cell could not be written to its file: " + e.getMessage(), e);
                write(new MissingCell("The content could not be written to its file: " + e.getMessage()), output);
                return;
            }
            keys = keys(fileStoreCell);
        } else {
            keys = new FileStoreKey[0];
        }
        output.writeByte(CellTag.SERIALIZED);
        output.writeShort(m_names.number(cell.getClass().getName()));
        output.writeShort(keys.length);
        for (final FileStoreKey key : keys) {
            key.save(output);
        }
        final int length = output.reserveInt();
        serializer.serialize(cell, output);
        output.fillLength(length);
    }

    private FileStoreKey[] keys(final FileStoreCell cell) throws IOException {
        final FileStore[] stores = FileStoreUtil.getFileStores(cell);
        final FileStoreKey[] keys = new FileStoreKey[stores.length];
        for (int i = 0; i < stores.length; i++) {
            keys[i] = FileStoreUtil.getFileStoreKey(stores[i]);
            if (!m_node.workflow().fileStores().contains(keys[i].getStoreUUID())) {
                // made outside of the workflow: the table needs a copy that lives as long as the node
                keys[i] = FileStoreUtil.getFileStoreKey(m_node.fileStores().adopt(stores[i]));
            }
        }
        return keys;
    }

    /** Whether a column of a type takes the cell. */
    static boolean fits(final DataCell cell, final DataType type) {
        final DataType own = cell.getType();
        return own == type || type.isASuperTypeOf(own);
    }
}
