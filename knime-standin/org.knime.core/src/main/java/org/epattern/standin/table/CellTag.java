// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

/** The first byte of a cell in a table file. */
final class CellTag {

    static final int MISSING = 0;

    static final int MISSING_WITH_REASON = 1;

    static final int INT = 2;

    static final int LONG = 3;

    static final int DOUBLE = 4;

    static final int STRING = 5;

    static final int FALSE = 6;

    static final int TRUE = 7;

    /** Written by the serializer of the class of cell. */
    static final int SERIALIZED = 8;

    private CellTag() {
    }
}
