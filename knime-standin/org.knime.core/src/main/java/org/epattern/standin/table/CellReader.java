// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
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

/** Reads the cells that a {@link CellWriter} has written. Safe for several threads, each with its own input. */
final class CellReader {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(CellReader.class);

    private final WorkflowEnvironment m_workflow;

    private final ClassNames m_names;

    private final Map<Integer, DataCellSerializer<DataCell>> m_serializers = new ConcurrentHashMap<>();

    CellReader(final WorkflowEnvironment workflow, final ClassNames names) {
        m_workflow = workflow;
        m_names = names;
    }

    WorkflowEnvironment workflow() {
        return m_workflow;
    }

    DataCell read(final CellInput input) throws IOException {
        final int tag = input.readByte();
        return switch (tag) {
            case CellTag.MISSING -> DataType.getMissingCell();
            case CellTag.MISSING_WITH_REASON -> new MissingCell(input.readUTF());
            case CellTag.INT -> new IntCell(input.readInt());
            case CellTag.LONG -> new LongCell(input.readLong());
            case CellTag.DOUBLE -> new DoubleCell(input.readDouble());
            case CellTag.STRING -> new StringCell(input.readUTF());
            case CellTag.FALSE -> BooleanCell.FALSE;
            case CellTag.TRUE -> BooleanCell.TRUE;
            case CellTag.SERIALIZED -> readSerialized(input);
            default -> throw new IOException("The table file is damaged: " + tag + " is no kind of cell.");
        };
    }

    private DataCell readSerialized(final CellInput input) throws IOException {
        final int number = input.readUnsignedShort();
        final FileStoreKey[] keys = new FileStoreKey[input.readUnsignedShort()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = FileStoreKey.load(input);
        }
        final CellInput content = input.part(input.readInt());
        final int length = content.remaining();
        final DataCell cell = serializer(number).deserialize(content);
        if (cell == null || content.hasRemaining()) {
            throw new IOException("The serializer of " + m_names.name(number) + " wrote " + length
                + " bytes but " + (cell == null ? "gave no cell back." : "read only "
                    + (length - content.remaining()) + " of them."));
        }
        return cell instanceof FileStoreCell fileStoreCell ? restored(fileStoreCell, keys) : cell;
    }

    private DataCell restored(final FileStoreCell cell, final FileStoreKey[] keys) throws IOException {
        final FileStore[] stores = new FileStore[keys.length];
        for (int i = 0; i < keys.length; i++) {
            stores[i] = m_workflow.fileStores().resolve(keys[i]);
        }
        try {
            FileStoreUtil.restore(cell, stores);
            return cell;
        } catch (final IOException e) { // the contract: the table goes on with a missing cell
            LOGGER.error("The content of a cell could not be read from its file: " + e.getMessage(), e);
            return new MissingCell("The content could not be read from its file: " + e.getMessage());
        }
    }

    private DataCellSerializer<DataCell> serializer(final int number) throws IOException {
        final DataCellSerializer<DataCell> known = m_serializers.get(number);
        if (known != null) {
            return known;
        }
        final String name = m_names.name(number);
        try {
            final DataCellSerializer<DataCell> serializer = m_workflow.cellTypes()
                .serializer(m_workflow.cellTypes().cellClass(name))
                .orElseThrow(() -> new IOException("No serializer is registered for cells of class " + name + "."));
            m_serializers.put(number, serializer);
            return serializer;
        } catch (final ClassNotFoundException e) {
            throw new IOException("The table has cells of class " + name + ", which is not installed.", e);
        }
    }
}
