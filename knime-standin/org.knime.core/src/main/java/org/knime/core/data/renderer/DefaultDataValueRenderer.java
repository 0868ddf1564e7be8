// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.renderer;

import java.awt.Component;

import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Draws a value as text, or what a sub-class sets as text and icon. */
@SuppressWarnings({"rawtypes", "serial"}) // raw lists as in the renderer interface; never serialized
public class DefaultDataValueRenderer extends DefaultTableCellRenderer implements DataValueRenderer {

    private final DataColumnSpec m_spec;

    private final String m_description;

    /** For any column. */
    public DefaultDataValueRenderer() {
        this((DataColumnSpec)null);
    }

    /**
     * @param description name as the user reads it
     */
    public DefaultDataValueRenderer(final String description) {
        this(null, description);
    }

    /**
     * @param spec the column drawn, may be null
     */
    public DefaultDataValueRenderer(final DataColumnSpec spec) {
        this(spec, "Default");
    }

    /**
     * @param spec the column drawn, may be null
     * @param description name as the user reads it
     */
    public DefaultDataValueRenderer(final DataColumnSpec spec, final String description) {
        m_spec = spec;
        m_description = description;
    }

    /**
     * @return the column drawn, or null
     */
    protected DataColumnSpec getColSpec() {
        return m_spec;
    }

    @Override
    public String getDescription() {
        return m_description;
    }

    @Override
    public boolean accepts(final DataColumnSpec spec) {
        return true;
    }

    @Override
    public Component getRendererComponent(final Object value) {
        setValue(value);
        return this;
    }

    @Override
    public Component getTableCellRendererComponent(final JTable table, final Object value, final boolean isSelected,
        final boolean hasFocus, final int row, final int column) {
        return super.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, column);
    }

    @Override
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean isSelected, final boolean cellHasFocus) {
        setForeground(isSelected ? list.getSelectionForeground() : list.getForeground());
        setBackground(isSelected ? list.getSelectionBackground() : list.getBackground());
        return getRendererComponent(value);
    }
}
