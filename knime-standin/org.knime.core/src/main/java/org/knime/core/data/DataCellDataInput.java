// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.DataInput;
import java.io.IOException;

/** Bytes that hold cells too. */
public interface DataCellDataInput extends DataInput {

    /**
     * @return the next cell
     * @throws IOException if reading fails
     */
    DataCell readDataCell() throws IOException;
}
