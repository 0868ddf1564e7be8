// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;

/** What a picture is called after: the row's name, else its place in the scan, else its key. */
final class RowLabel {

    private static final String NAME = "name";

    private static final String SCAN_X = "scan x";

    private static final String SCAN_Y = "scan y";

    private final int m_name;

    private final int m_x;

    private final int m_y;

    RowLabel(final DataTableSpec spec) {
        m_name = compatible(spec, NAME, StringValue.class) ? spec.findColumnIndex(NAME) : -1;
        final boolean scan = compatible(spec, SCAN_X, IntValue.class) && compatible(spec, SCAN_Y, IntValue.class);
        m_x = scan ? spec.findColumnIndex(SCAN_X) : -1;
        m_y = scan ? spec.findColumnIndex(SCAN_Y) : -1;
    }

    private static boolean compatible(final DataTableSpec spec, final String column,
        final Class<? extends DataValue> value) {
        return spec.containsName(column) && spec.getColumnSpec(column).getType().isCompatible(value);
    }

    String of(final DataRow row) {
        if (m_name >= 0 && !row.getCell(m_name).isMissing()) {
            return ((StringValue)row.getCell(m_name)).getStringValue();
        }
        if (m_x >= 0) {
            final DataCell x = row.getCell(m_x);
            final DataCell y = row.getCell(m_y);
            if (!x.isMissing() && !y.isMissing()) {
                return "x " + ((IntValue)x).getIntValue() + " y " + ((IntValue)y).getIntValue();
            }
        }
        return row.getKey().getString();
    }
}
