// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** A cell factory that makes one cell per row. */
public abstract class SingleCellFactory extends AbstractCellFactory {

    /**
     * A factory that works on one row after the other.
     *
     * @param newColSpec the new column
     */
    public SingleCellFactory(final DataColumnSpec newColSpec) {
        super(newColSpec);
    }

    /**
     * @param processConcurrently whether several rows are worked on at once
     * @param newColSpec the new column
     */
    public SingleCellFactory(final boolean processConcurrently, final DataColumnSpec newColSpec) {
        super(processConcurrently, newColSpec);
    }

    /**
     * @param processConcurrently whether several rows are worked on at once
     * @param workerCount number of rows worked on at once
     * @param maxQueueSize number of rows that are done or waiting before the oldest one is written
     * @param newColSpec the new column
     */
    public SingleCellFactory(final boolean processConcurrently, final int workerCount, final int maxQueueSize,
        final DataColumnSpec newColSpec) {
        super(processConcurrently, workerCount, maxQueueSize, newColSpec);
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        return new DataCell[]{getCell(row, rowIndex)};
    }

    /**
     * @param row input row
     * @return the new cell
     */
    public DataCell getCell(final DataRow row) {
        throw new UnsupportedOperationException("getCell(DataRow, long) is not implemented by "
            + getClass().getName());
    }

    /**
     * @param row input row
     * @param rowIndex index of the row from 0
     * @return the new cell
     */
    public DataCell getCell(final DataRow row, final long rowIndex) {
        return getCell(row);
    }
}
