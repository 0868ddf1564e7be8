// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.renderer;

import java.awt.Color;
import java.awt.Component;

import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;

import org.knime.core.data.DataColumnSpec;

/** A renderer that paints the value set last. */
@SuppressWarnings({"rawtypes", "serial"}) // raw lists as in the renderer interface; never serialized
public abstract class AbstractPainterDataValueRenderer extends JComponent implements DataValueRenderer {

    /** For sub-classes. */
    public AbstractPainterDataValueRenderer() {
        setOpaque(true);
    }

    /**
     * @param value the value to paint next, a missing cell or null
     */
    protected abstract void setValue(Object value);

    @Override
    public String getDescription() {
        return "Default";
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
        return coloured(value, isSelected ? table.getSelectionForeground() : table.getForeground(),
            isSelected ? table.getSelectionBackground() : table.getBackground());
    }

    @Override
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean isSelected, final boolean cellHasFocus) {
        return coloured(value, isSelected ? list.getSelectionForeground() : list.getForeground(),
            isSelected ? list.getSelectionBackground() : list.getBackground());
    }

    private Component coloured(final Object value, final Color foreground, final Color background) {
        setForeground(foreground);
        setBackground(background);
        return getRendererComponent(value);
    }
}
