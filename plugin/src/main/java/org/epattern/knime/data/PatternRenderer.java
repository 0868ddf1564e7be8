// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Graphics;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

import org.epattern.maps.Contrast;
import org.epattern.maps.PatternPicture;
import org.epattern.maps.PictureSettings;
import org.knime.core.data.DataCell;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;

/** Shows a pattern as a picture; only the pattern that is shown is read. */
final class PatternRenderer extends AbstractPainterDataValueRenderer {

    private static final long serialVersionUID = 1;
    private static final int DEFAULT_SIZE = 128;
    private static final int TEXT_MARGIN = 4;

    private final PictureSettings m_settings;
    private final String m_description;
    private transient DiffractionPatternValue m_pattern;
    private transient String m_text;

    /** @param contrast how grey levels become brightness */
    PatternRenderer(final Contrast contrast) {
        m_settings = new PictureSettings(contrast, PictureSettings.DEFAULTS.lowPercent(),
            PictureSettings.DEFAULTS.highPercent(), false);
        m_description = description(contrast);
    }

    /** @return name of the renderer in menus */
    static String description(final Contrast contrast) {
        return "Diffraction pattern (" + contrast.label() + ")";
    }

    @Override
    protected void setValue(final Object value) {
        m_pattern = value instanceof DiffractionPatternValue pattern ? pattern : null;
        m_text = value instanceof DataCell cell && cell.isMissing() || value == null ? "?" : value.toString();
        setToolTipText(m_pattern == null ? null : m_text);
    }

    @Override
    public String getDescription() {
        return m_description;
    }

    /** Keeps the shape of the pattern. */
    @Override
    public Dimension getPreferredSize() {
        if (m_pattern == null) {
            return new Dimension(DEFAULT_SIZE, DEFAULT_SIZE);
        }
        final double ratio = (double)m_pattern.getPatternHeight() / m_pattern.getPatternWidth();
        return new Dimension(DEFAULT_SIZE, Math.max(1, (int)Math.round(DEFAULT_SIZE * ratio)));
    }

    @Override
    protected void paintComponent(final Graphics g) {
        super.paintComponent(g);
        if (m_pattern == null) {
            g.drawString(m_text == null ? "" : m_text, TEXT_MARGIN, getHeight() / 2);
            return;
        }
        try {
            paintPicture((Graphics2D)g);
        } catch (IOException e) {
            g.drawString(EngineErrors.sentence(e), TEXT_MARGIN, getHeight() / 2);
        }
    }

    private void paintPicture(final Graphics2D g) throws IOException {
        final int width = m_pattern.getPatternWidth();
        final int height = m_pattern.getPatternHeight();
        final double scale = Math.min((double)getWidth() / width, (double)getHeight() / height);
        final int shownWidth = Math.max(1, (int)Math.round(width * scale));
        final int shownHeight = Math.max(1, (int)Math.round(height * scale));
        final BufferedImage picture = PatternPicture.draw(m_pattern.readPixels(), width, height, m_settings, List.of(),
            Math.min(shownWidth, 4 * width));
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(picture, (getWidth() - shownWidth) / 2, (getHeight() - shownHeight) / 2, shownWidth, shownHeight,
            null);
    }
}
