// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.renderer;

import java.awt.Component;
import java.awt.Dimension;

import javax.swing.ListCellRenderer;
import javax.swing.table.TableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Draws values of one kind. */
@SuppressWarnings("rawtypes") // as in KNIME: lists of any element type
public interface DataValueRenderer extends TableCellRenderer, ListCellRenderer {

    /**
     * @return name as the user reads it in the list of renderers
     */
    String getDescription();

    /**
     * @return wished size of a cell in px
     */
    Dimension getPreferredSize();

    /**
     * @param value a value or a missing cell
     * @return a component that draws it
     */
    Component getRendererComponent(Object value);

    /**
     * @param spec a column
     * @return whether the column can be drawn
     */
    boolean accepts(DataColumnSpec spec);
}
