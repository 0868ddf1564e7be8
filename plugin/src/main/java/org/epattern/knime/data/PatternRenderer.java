// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

import org.epattern.maps.Contrast;
import org.epattern.maps.PatternPicture;
import org.epattern.maps.PictureSettings;
import org.epattern.register.Reflection;
import org.knime.core.data.DataCell;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;

/** Shows a pattern as a picture of the size that is asked for; only the pattern that is shown is read. */
final class PatternRenderer extends AbstractPainterDataValueRenderer {

    private static final long serialVersionUID = 1;
    private static final int DEFAULT_SIZE = 128;
    /** Pixels of a pattern that is shown larger stay squares; beyond this the screen enlarges the picture. */
    private static final int LARGEST_ZOOM = 4;

    private final Contrast m_contrast;
    private final boolean m_circlesSpots;
    private transient DiffractionPatternValue m_pattern;
    private transient String m_text;

    /**
     * @param contrast how grey levels become brightness
     * @param circlesSpots whether the spots are circled, if the pattern knows them
     */
    PatternRenderer(final Contrast contrast, final boolean circlesSpots) {
        m_contrast = contrast;
        m_circlesSpots = circlesSpots;
    }

    /** @return name of the renderer in menus */
    static String description(final Contrast contrast) {
        return "Diffraction pattern (" + contrast.label() + ")";
    }

    /** A component of its own for each value: the table view asks for several pictures at the same time. */
    @Override
    public Component getRendererComponent(final Object value) {
        final PatternRenderer component = new PatternRenderer(m_contrast, m_circlesSpots);
        component.setValue(value);
        return component;
    }

    @Override
    protected void setValue(final Object value) {
        m_pattern = value instanceof DiffractionPatternValue pattern ? pattern : null;
        m_text = value instanceof DataCell cell && cell.isMissing() || value == null ? "?" : value.toString();
        setToolTipText(m_pattern == null ? null : m_text);
    }

    @Override
    public String getDescription() {
        return description(m_contrast) + (m_circlesSpots ? " with spots" : "");
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
        final Graphics2D graphics = (Graphics2D)g;
        if (m_pattern == null) {
            WrappedText.draw(graphics, m_text == null ? "" : m_text, getWidth(), getHeight());
            return;
        }
        try {
            paintPicture(graphics);
        } catch (IOException e) {
            WrappedText.draw(graphics, EngineErrors.sentence(e), getWidth(), getHeight());
        }
    }

    private void paintPicture(final Graphics2D g) throws IOException {
        final int width = m_pattern.getPatternWidth();
        final int height = m_pattern.getPatternHeight();
        final double scale = Math.min((double)getWidth() / width, (double)getHeight() / height);
        final int shownWidth = Math.max(1, (int)Math.round(width * scale));
        final int shownHeight = Math.max(1, (int)Math.round(height * scale));
        final int pictureWidth = Math.min(shownWidth, LARGEST_ZOOM * width);
        final PictureSettings settings = new PictureSettings(m_contrast, PictureSettings.DEFAULTS.lowPercent(),
            PictureSettings.DEFAULTS.highPercent(), false);
        final List<Reflection> spots =
            m_circlesSpots && m_pattern instanceof DiffractionPatternCell cell ? cell.spots() : List.of();
        final ShownPattern shown = ShownPattern.read(m_pattern, pictureWidth);
        final BufferedImage picture = PatternPicture.draw(shown.pixels(), shown.width(), shown.height(), settings,
            shown.scaled(spots), pictureWidth);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(picture, (getWidth() - shownWidth) / 2, (getHeight() - shownHeight) / 2, shownWidth, shownHeight,
            null);
    }
}
