// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataValue;

/** A small PNG picture in a cell. */
public class PNGImageCell extends DataCell implements PNGImageValue {

    private static final long serialVersionUID = 1L;

    private final transient PNGImageContent m_content;

    PNGImageCell(final PNGImageContent content) {
        m_content = content;
    }

    /**
     * @return a serializer of these cells
     */
    public static DataCellSerializer<PNGImageCell> getCellSerializer() {
        return new Serializer();
    }

    @Override
    public PNGImageContent getImageContent() {
        return m_content;
    }

    @Override
    public String getImageExtension() {
        return "png";
    }

    @Override
    public String toString() {
        return m_content.getSummary();
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return PNGImageValue.equalContent(this, (PNGImageValue)cell);
    }

    @Override
    protected boolean equalContent(final DataValue value) {
        return PNGImageValue.equalContent(this, (PNGImageValue)value);
    }

    @Override
    public int hashCode() {
        return m_content.hashCode();
    }

    private static final class Serializer implements DataCellSerializer<PNGImageCell> {

        @Override
        public void serialize(final PNGImageCell cell, final DataCellDataOutput output) throws IOException {
            final byte[] bytes = cell.m_content.getByteArrayReference();
            output.writeInt(bytes.length);
            output.write(bytes);
        }

        @Override
        public PNGImageCell deserialize(final DataCellDataInput input) throws IOException {
            final byte[] bytes = new byte[input.readInt()];
            input.readFully(bytes);
            return new PNGImageCell(new PNGImageContent(bytes));
        }
    }
}
