// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;

/** Marks a cell so large that KNIME keeps it in a file of its own; the stand-in keeps it with its row. */
public abstract class BlobDataCell extends DataCell {

    private static final long serialVersionUID = 1L;

    /** For sub-classes. */
    public BlobDataCell() {
    }
}
