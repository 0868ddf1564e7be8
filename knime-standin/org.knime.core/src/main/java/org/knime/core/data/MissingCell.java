// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** The cell that stands for a missing value. */
public final class MissingCell extends DataCell implements MissingValue {

    private static final long serialVersionUID = 1L;

    static final MissingCell INSTANCE = new MissingCell(null);

    private final String m_error;

    /**
     * @param error why the value is missing, or null
     */
    public MissingCell(final String error) {
        m_error = error;
    }

    @Override
    public String getError() {
        return m_error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return true;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
