// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import org.epattern.knime.data.DiffractionPatternValue;
import org.knime.core.data.DataRow;

/**
 * A row with its pattern and the rows around it in the scan.
 *
 * @param row the row
 * @param pattern its pattern; null if it is missing
 * @param neighbours rows of up to 8 neighbours; null where there is none
 */
record Neighbourhood(DataRow row, DiffractionPatternValue pattern, DataRow[] neighbours) {

    private static final DataRow[] ALONE = {};

    /** @return a row whose neighbours do not count */
    static Neighbourhood alone(final DataRow row, final int patternColumn) {
        return new Neighbourhood(row, patternOf(row, patternColumn), ALONE);
    }

    /** @return the pattern of a row; null if it is missing */
    static DiffractionPatternValue patternOf(final DataRow row, final int patternColumn) {
        return row.getCell(patternColumn) instanceof DiffractionPatternValue value ? value : null;
    }
}
