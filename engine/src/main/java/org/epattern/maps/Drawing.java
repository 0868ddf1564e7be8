// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Fonts, ink and text placement that all pictures share. */
final class Drawing {

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x222222);

    private static final String ELLIPSIS = "…";

    private Drawing() {
    }

    /** @return a canvas filled with paper colour */
    static BufferedImage canvas(final int width, final int height) {
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = image.createGraphics();
        g.setColor(PAPER);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    /** @return graphics with smooth text and lines, ink colour */
    static Graphics2D graphics(final BufferedImage image) {
        final Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(INK);
        return g;
    }

    /** @return the metrics of a font, for laying out before there is a canvas */
    static FontMetrics metrics(final Font font) {
        final Graphics2D g = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        try {
            return g.getFontMetrics(font);
        } finally {
            g.dispose();
        }
    }

    /** @return the text, shortened with an ellipsis where it is wider than {@code width} px */
    static String fitting(final String text, final FontMetrics metrics, final int width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 0 && metrics.stringWidth(text.substring(0, length).stripTrailing() + ELLIPSIS) > width) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + ELLIPSIS;
    }
}
