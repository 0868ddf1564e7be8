// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Puts pictures of one size into rows and columns, with a text over each column and beside each row. */
final class FigureGrid {

    private static final int GAP = 6;
    private static final int HEAD = 20;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private final List<String> m_columns;
    private final List<String> m_rows = new ArrayList<>();
    private final List<List<BufferedImage>> m_pictures = new ArrayList<>();

    /** @param columns text over each column */
    FigureGrid(final List<String> columns) {
        m_columns = columns;
    }

    /**
     * @param text text beside the row
     * @param pictures a picture per column, null for none
     */
    void row(final String text, final List<BufferedImage> pictures) {
        m_rows.add(text);
        m_pictures.add(pictures);
    }

    /** @return the figure */
    BufferedImage draw() {
        final BufferedImage first = m_pictures.get(0).stream().filter(p -> p != null).findFirst().orElseThrow();
        final int w = first.getWidth();
        final int h = first.getHeight();
        final BufferedImage image = new BufferedImage(HEAD + m_columns.size() * (w + GAP),
            HEAD + m_rows.size() * (h + GAP), BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(Color.BLACK);
        g.setFont(FONT);
        final FontMetrics text = g.getFontMetrics();
        for (int c = 0; c < m_columns.size(); c++) {
            g.drawString(m_columns.get(c), HEAD + c * (w + GAP) + (w - text.stringWidth(m_columns.get(c))) / 2,
                HEAD - 6);
        }
        final AffineTransform upright = g.getTransform();
        for (int r = 0; r < m_rows.size(); r++) {
            final int top = HEAD + r * (h + GAP);
            for (int c = 0; c < m_columns.size(); c++) {
                if (m_pictures.get(r).get(c) != null) {
                    g.drawImage(m_pictures.get(r).get(c), HEAD + c * (w + GAP), top, null);
                }
            }
            g.rotate(-Math.PI / 2);
            g.drawString(m_rows.get(r), -(top + (h + text.stringWidth(m_rows.get(r))) / 2), HEAD - 6);
            g.setTransform(upright);
        }
        g.dispose();
        return image;
    }
}
