// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;

/** Makes cells with PNG pictures. */
public class PNGImageCellFactory implements DataCellFactory.FromInputStream {

    /** The type of the cells made. */
    public static final DataType TYPE = PNGImageContent.TYPE;

    /** From this size in bytes on KNIME keeps a picture outside of its row. */
    private static final int BLOB_SIZE = 256 * 1024;

    @Override
    public DataType getDataType() {
        return TYPE;
    }

    @Override
    public DataCell createCell(final InputStream input) throws IOException {
        return create(input);
    }

    /**
     * @param input bytes of a PNG file, closed here
     * @return a cell
     * @throws IOException if reading fails
     */
    public static DataCell create(final InputStream input) throws IOException {
        try (input) {
            return create(input.readAllBytes());
        }
    }

    /**
     * @param pngBytes bytes of a PNG file
     * @return a cell
     * @throws IllegalArgumentException if they are no PNG file
     */
    public static DataCell create(final byte[] pngBytes) {
        final PNGImageContent content = new PNGImageContent(pngBytes);
        return pngBytes.length < BLOB_SIZE ? new PNGImageCell(content) : new PNGImageBlobCell(content);
    }
}
