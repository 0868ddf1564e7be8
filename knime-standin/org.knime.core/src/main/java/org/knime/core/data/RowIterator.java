// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Iterator;

/** Goes through the rows of a table. */
public abstract class RowIterator implements Iterator<DataRow> {

    /** For sub-classes. */
    public RowIterator() {
    }

    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();

    /** Not possible: tables do not change. */
    @Override
    public final void remove() {
        throw new UnsupportedOperationException("Rows of a table cannot be removed");
    }
}
