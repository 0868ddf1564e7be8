// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.IOException;
import java.nio.file.Path;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;

/** The rows of a finished table, readable any number of times and by several threads at once. */
public interface TableContent {

    /**
     * @return the columns
     */
    DataTableSpec spec();

    /**
     * @return number of rows
     */
    long size();

    /**
     * @return the rows from the first one
     */
    CloseableRowIterator rows();

    /**
     * @param first index of the first row, from 0
     * @param count number of rows
     * @return these rows; what lies before them is not read
     */
    CloseableRowIterator rows(long first, long count);

    /**
     * Writes the table into a folder; {@link TableFolder#load} reads it again.
     *
     * @param folder an existing folder without a table
     * @throws IOException if writing fails
     */
    void save(Path folder) throws IOException;

    /**
     * @param spec as many columns
     * @return the same rows under other columns
     */
    TableContent withSpec(DataTableSpec spec);
}
