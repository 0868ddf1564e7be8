// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A row of a table: a key and cells. */
public interface DataRow extends Iterable<DataCell> {

    /**
     * @return number of cells, the key not counted
     */
    int getNumCells();

    /**
     * @return the key, unique in the table
     */
    RowKey getKey();

    /**
     * @param index from 0
     * @return the cell, not null
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    DataCell getCell(int index);

    /**
     * @return the cells from left to right
     */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
