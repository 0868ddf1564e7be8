// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;

/** Single numbers for pages: JSON has none that are not finite. */
public final class Numbers {

    private Numbers() {
    }

    /**
     * @param value a number
     * @return the number; null if it is not finite
     */
    public static Double orNull(final double value) {
        return Double.isFinite(value) ? (Double)value : null;
    }

    /**
     * @param row a row
     * @param column a column of it; negative if there is none
     * @return the number there; not a number if there is none
     */
    public static double in(final DataRow row, final int column) {
        return column >= 0 && row.getCell(column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    /**
     * @param row a row
     * @param first the first of some columns
     * @param count how many
     * @return the numbers there; not a number where there is none
     */
    public static double[] from(final DataRow row, final int first, final int count) {
        return IntStream.range(first, first + count).mapToDouble(column -> in(row, column)).toArray();
    }
}
