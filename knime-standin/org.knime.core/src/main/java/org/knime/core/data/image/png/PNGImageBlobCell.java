// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataValue;
import org.knime.core.data.container.BlobDataCell;

/** A large PNG picture in a cell, which KNIME keeps in a file of its own. */
public class PNGImageBlobCell extends BlobDataCell implements PNGImageValue {

    private static final long serialVersionUID = 1L;

    private final transient PNGImageContent m_content;

    PNGImageBlobCell(final PNGImageContent content) {
        m_content = content;
    }

    /**
     * @return a serializer of these cells
     */
    public static DataCellSerializer<PNGImageBlobCell> getCellSerializer() {
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

    private static final class Serializer implements DataCellSerializer<PNGImageBlobCell> {

        @Override
        public void serialize(final PNGImageBlobCell cell, final DataCellDataOutput output) throws IOException {
            final byte[] bytes = cell.m_content.getByteArrayReference();
            output.writeInt(bytes.length);
            output.write(bytes);
        }

        @Override
        public PNGImageBlobCell deserialize(final DataCellDataInput input) throws IOException {
            final byte[] bytes = new byte[input.readInt()];
            input.readFully(bytes);
            return new PNGImageBlobCell(new PNGImageContent(bytes));
        }
    }
}
