// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Rows and what their cells are. */
public interface DataTable extends Iterable<DataRow> {

    /**
     * @return the columns
     */
    DataTableSpec getDataTableSpec();

    @Override
    RowIterator iterator();
}
