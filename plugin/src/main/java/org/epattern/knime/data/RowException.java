// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;

import org.knime.core.data.RowKey;

/** An error that arose while a row of an input table was worked on. */
final class RowException extends IOException {

    private static final long serialVersionUID = 1;

    private final int m_port;
    private final int m_column;
    private final long m_row;
    private final String m_key;

    /**
     * @param cause what went wrong, a sentence for the user
     * @param port input port of the table, from 0
     * @param column index of the column with the pattern, from 0
     * @param row index of the row, from 0
     * @param key name of the row
     */
    RowException(final Exception cause, final int port, final int column, final long row, final RowKey key) {
        super(cause.getMessage(), cause);
        m_port = port;
        m_column = column;
        m_row = row;
        m_key = key.getString();
    }

    int port() {
        return m_port;
    }

    int column() {
        return m_column;
    }

    long row() {
        return m_row;
    }

    /** @return where the work stopped; KNIME shows the row itself only for the first thousand rows of a table */
    String place() {
        return "The work stopped at row \"" + m_key + "\" of input " + (m_port + 1);
    }
}
