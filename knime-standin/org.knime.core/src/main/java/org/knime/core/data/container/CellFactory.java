// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes the new cells of a row from the row. */
public interface CellFactory {

    /**
     * @param row input row
     * @return new cells, one for each column
     */
    default DataCell[] getCells(final DataRow row) {
        throw new UnsupportedOperationException("getCells(DataRow, long) is not implemented by "
            + getClass().getName());
    }

    /**
     * @param row input row
     * @param rowIndex index of the row from 0
     * @return new cells, one for each column
     */
    default DataCell[] getCells(final DataRow row, final long rowIndex) {
        return getCells(row);
    }

    /**
     * @return the new columns
     */
    DataColumnSpec[] getColumnSpecs();

    /**
     * @param curRowNr number of rows done
     * @param rowCount number of rows in all
     * @param lastKey key of the row done last
     * @param exec takes progress and message
     */
    void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec);

    /**
     * @param curRowNr number of rows done
     * @param rowCount number of rows in all
     * @param lastKey key of the row done last
     * @param exec takes progress and message
     */
    default void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((int)curRowNr, (int)rowCount, lastKey, exec);
    }
}
