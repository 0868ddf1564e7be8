// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** Goes through the rows of a table and can be ended early. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** For sub-classes. */
    public CloseableRowIterator() {
    }

    /** Ends the iteration: there are no further rows then. */
    @Override
    public abstract void close();

    /**
     * @return an iterator without rows
     */
    public static CloseableRowIterator empty() {
        return from(Collections.emptyIterator());
    }

    /**
     * @param rows rows
     * @return the same rows
     */
    public static CloseableRowIterator from(final Iterator<? extends DataRow> rows) {
        return new CloseableRowIterator() {

            private Iterator<? extends DataRow> m_rows = rows;

            @Override
            public boolean hasNext() {
                return m_rows.hasNext();
            }

            @Override
            public DataRow next() {
                return m_rows.next();
            }

            @Override
            public void close() {
                m_rows = Collections.emptyIterator();
            }
        };
    }
}
