// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.probe;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;
import org.knime.core.data.renderer.DataValueRenderer;

/** Makes a renderer that paints a probe's grey level. */
public final class ProbeRendererFactory extends AbstractDataValueRendererFactory {

    @Override
    public String getDescription() {
        return "Probe";
    }

    @Override
    public DataValueRenderer createRenderer(final DataColumnSpec spec) {
        return new Renderer();
    }

    private static final class Renderer extends AbstractPainterDataValueRenderer {

        private static final long serialVersionUID = 1L;

        private int m_grey;

        @Override
        protected void setValue(final Object value) {
            m_grey = value instanceof ProbeValue probe ? probe.grey() : 255;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(5, 4);
        }

        @Override
        protected void paintComponent(final Graphics graphics) {
            graphics.setColor(new Color(m_grey, m_grey, m_grey));
            graphics.fillRect(0, 0, getWidth(), getHeight());
        }
    }
}
