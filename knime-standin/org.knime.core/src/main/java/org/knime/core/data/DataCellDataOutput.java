// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** Takes bytes and cells. */
public interface DataCellDataOutput extends DataOutput {

    /**
     * Writes a text of any length; the limit of {@link DataOutput#writeUTF(String)} does not hold here.
     */
    @Override
    void writeUTF(String text) throws IOException;

    /**
     * @param cell cell to write, not null
     * @throws IOException if writing fails
     */
    void writeDataCell(DataCell cell) throws IOException;
}
