// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.Map;

/** Draws a sentence where a picture cannot be drawn, over as many lines as there is room for. */
final class WrappedText {

    /** Can be read on white and on black: a picture is laid over whatever ground the table has. */
    private static final Color COLOUR = new Color(0x808080);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    private static final int MARGIN = 2;

    private WrappedText() {
    }

    /**
     * @param g where to draw, from (0, 0)
     * @param text what to say; may be empty
     * @param width width of the place (px)
     * @param height height of the place (px)
     */
    static void draw(final Graphics2D g, final String text, final int width, final int height) {
        if (text.isEmpty()) {
            return;
        }
        g.setColor(COLOUR);
        final AttributedString attributed = new AttributedString(text, Map.of(TextAttribute.FONT, FONT));
        final LineBreakMeasurer lines =
            new LineBreakMeasurer(attributed.getIterator(), g.getFontRenderContext());
        float y = MARGIN;
        while (lines.getPosition() < text.length() && y < height) {
            final TextLayout line = lines.nextLayout(Math.max(1, width - 2 * MARGIN));
            y += line.getAscent();
            line.draw(g, MARGIN, y);
            y += line.getDescent() + line.getLeading();
        }
    }
}
