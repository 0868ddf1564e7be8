// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JList;
import javax.swing.JTable;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.DataValueRenderer;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRendererFamily;
import org.knime.core.data.renderer.DefaultDataValueRenderer;

/** The renderers registered for the values of a column, with the one for text last. */
@SuppressWarnings("rawtypes") // raw lists as in the renderer interface
public final class RendererFamily implements DataValueRendererFamily {

    private final List<DataValueRenderer> m_renderers;

    private DataValueRenderer m_active;

    private RendererFamily(final List<DataValueRenderer> renderers) {
        m_renderers = renderers;
        m_active = renderers.get(0);
    }

    /**
     * @param factories factories of the renderers, possibly none
     * @param spec the column drawn
     * @return the renderers that accept the column
     */
    public static DataValueRendererFamily of(final List<DataValueRendererFactory> factories,
        final DataColumnSpec spec) {
        final List<DataValueRenderer> renderers = new ArrayList<>();
        for (final DataValueRendererFactory factory : factories) {
            final DataValueRenderer renderer = factory.createRenderer(spec);
            if (renderer.accepts(spec)) {
                renderers.add(renderer);
            }
        }
        renderers.add(new DefaultDataValueRenderer(spec, "String"));
        return new RendererFamily(renderers);
    }

    @Override
    public String[] getRendererDescriptions() {
        return m_renderers.stream().map(DataValueRenderer::getDescription).toArray(String[]::new);
    }

    @Override
    public void setActiveRenderer(final String description) {
        m_renderers.stream().filter(r -> r.getDescription().equals(description)).findFirst()
            .ifPresent(r -> m_active = r);
    }

    @Override
    public boolean accepts(final String description, final DataColumnSpec spec) {
        return m_renderers.stream().anyMatch(r -> r.getDescription().equals(description) && r.accepts(spec));
    }

    @Override
    public String getDescription() {
        return m_active.getDescription();
    }

    @Override
    public Dimension getPreferredSize() {
        return m_active.getPreferredSize();
    }

    @Override
    public Component getRendererComponent(final Object value) {
        return m_active.getRendererComponent(value);
    }

    @Override
    public boolean accepts(final DataColumnSpec spec) {
        return m_active.accepts(spec);
    }

    @Override
    public Component getTableCellRendererComponent(final JTable table, final Object value, final boolean isSelected,
        final boolean hasFocus, final int row, final int column) {
        return m_active.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, column);
    }

    @SuppressWarnings("unchecked") // raw type of the interface
    @Override
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean isSelected, final boolean cellHasFocus) {
        return m_active.getListCellRendererComponent(list, value, index, isSelected, cellHasFocus);
    }
}
