// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.util.CheckUtils;

/** A cell with a text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {

    private static final long serialVersionUID = 1L;

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private final String m_text;

    /**
     * @param text the text, not null
     */
    public StringCell(final String text) {
        m_text = CheckUtils.checkNotNull(text, "The text of a cell must not be null; use a missing cell");
    }

    /**
     * @return a serializer of these cells
     */
    public static StringSerializer getCellSerializer() {
        return new StringSerializer();
    }

    @Override
    public String getStringValue() {
        return m_text;
    }

    @Override
    public String toString() {
        return m_text;
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return ((StringCell)cell).m_text.equals(m_text);
    }

    @Override
    public int hashCode() {
        return m_text.hashCode();
    }

    /** Writes and reads these cells. */
    public static final class StringSerializer implements DataCellSerializer<StringCell> {

        @Override
        public void serialize(final StringCell cell, final DataCellDataOutput output) throws IOException {
            output.writeUTF(cell.m_text);
        }

        @Override
        public StringCell deserialize(final DataCellDataInput input) throws IOException {
            return new StringCell(input.readUTF());
        }
    }

    /** Makes these cells. */
    public static final class StringCellFactory
        implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {

        /** The type of the cells made. */
        public static final DataType TYPE = StringCell.TYPE;

        @Override
        public DataCell createCell(final String input) {
            return create(input);
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }

        /**
         * @param text the text, not null
         * @return a cell
         */
        public static DataCell create(final String text) {
            return new StringCell(text);
        }
    }
}
