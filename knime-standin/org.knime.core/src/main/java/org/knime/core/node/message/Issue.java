// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One detail of a message: a text, and for an issue with a cell the place of that cell.
 *
 * @param text what is wrong
 * @param port input port of the table, empty for a plain text
 * @param row index of the row from 0
 * @param column index of the column from 0
 */
record Issue(String text, OptionalInt port, OptionalLong row, OptionalInt column) {

    static Issue ofText(final String text) {
        return new Issue(text, OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty());
    }

    static Issue ofCell(final int port, final int column, final long row, final String text) {
        return new Issue(text, OptionalInt.of(port), OptionalLong.of(row), OptionalInt.of(column));
    }

    String print() {
        if (row.isEmpty()) {
            return text;
        }
        return "Row " + (row.getAsLong() + 1) + ", column " + (column.getAsInt() + 1) + " of input table "
            + (port.getAsInt() + 1) + ": " + text;
    }
}
