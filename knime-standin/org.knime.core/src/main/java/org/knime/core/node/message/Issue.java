// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One detail of a message: a text, and for an issue with a cell or a row its place. As in KNIME the text alone is
 * printed; the place serves a user interface that shows the row.
 *
 * @param text what is wrong
 * @param port input port of the table, empty for a plain text
 * @param row index of the row from 0
 * @param column index of the column from 0, empty for a row as a whole
 */
record Issue(String text, OptionalInt port, OptionalLong row, OptionalInt column) {

    static Issue ofText(final String text) {
        return new Issue(text, OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty());
    }

    static Issue ofCell(final int port, final int column, final long row, final String text) {
        checkIndex("port", port);
        checkIndex("column", column);
        checkIndex("row", row);
        return new Issue(text, OptionalInt.of(port), OptionalLong.of(row), OptionalInt.of(column));
    }

    static Issue ofRow(final int port, final long row, final String text) {
        checkIndex("port", port);
        checkIndex("row", row);
        return new Issue(text, OptionalInt.of(port), OptionalLong.of(row), OptionalInt.empty());
    }

    private static void checkIndex(final String what, final long index) {
        if (index < 0) {
            throw new IllegalArgumentException("The index of a " + what + " must not be negative: " + index);
        }
    }
}
