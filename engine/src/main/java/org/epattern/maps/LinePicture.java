// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.epattern.scan.FoundLines;
import org.epattern.scan.ScanLines;

/**
 * Shows which scan lines were found in the frames of a free-running camera: the brightness of all frames, that of the
 * first few lines in detail, and the length of every line. Regular lines are blue, lines that need a look orange, and
 * pieces that were left out grey.
 */
public final class LinePicture {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 690;
    private static final int LEFT = 90;
    private static final int RIGHT = 20;
    private static final int PANEL = 150;
    private static final int[] TOPS = {50, 265, 480};
    private static final int BAND = 10;
    private static final int LINES_IN_DETAIL = 5;
    private static final int TICKS = 8;
    private static final double HEADROOM = 1.05;
    private static final Color REGULAR = new Color(0x0072B2);
    private static final Color ODD = new Color(0xD55E00);
    private static final Color LEFT_OUT = new Color(0x9A9A9A);
    private static final Color TRACE = new Color(0x444444);

    private final FoundLines m_found;
    private final Graphics2D m_g;

    private LinePicture(final FoundLines found, final Graphics2D g) {
        m_found = found;
        m_g = g;
    }

    /**
     * @param found what was found
     * @return the picture, 1000 x 690 px
     */
    public static BufferedImage draw(final FoundLines found) {
        final BufferedImage image = Drawing.canvas(WIDTH, HEIGHT);
        final Graphics2D g = Drawing.graphics(image);
        try {
            new LinePicture(found, g).draw();
        } finally {
            g.dispose();
        }
        return image;
    }

    private void draw() {
        final float[] brightness = m_found.brightness();
        m_g.setFont(Drawing.TITLE);
        final long odd = m_found.lines().size() - m_found.count(FoundLines.Kind.REGULAR);
        m_g.drawString("Scan lines: " + m_found.lines().size() + " of usually " + m_found.usualLength() + " frames"
            + (odd == 0 ? "" : ", " + odd + " to be checked (orange)")
            + (m_found.left().isEmpty() ? "" : ", " + m_found.left().size() + " pieces left out (grey)"), LEFT, 28);
        trace(panel(0), 0, brightness.length, "mean grey level");
        final List<FoundLines.Line> lines = m_found.lines();
        final long from = Math.max(0, lines.get(0).run().first() - m_found.usualLength() / 10 - 2);
        final long to = Math.min(brightness.length,
            lines.get(Math.min(LINES_IN_DETAIL, lines.size()) - 1).run().end() + m_found.usualLength() / 10 + 2);
        trace(panel(1), (int)from, (int)to, "first lines");
        lengths(panel(2));
    }

    private static Rectangle panel(final int number) {
        return new Rectangle(LEFT, TOPS[number], WIDTH - LEFT - RIGHT, PANEL);
    }

    private static Color colour(final FoundLines.Kind kind) {
        return kind == FoundLines.Kind.REGULAR ? REGULAR : ODD;
    }

    /** Brightness against frame number; where several frames share a column of pixels, from darkest to brightest. */
    private void trace(final Rectangle p, final int from, final int to, final String title) {
        final float[] b = m_found.brightness();
        double top = 0;
        double bottom = 0;
        for (final float level : b) {
            top = Math.max(top, level * HEADROOM);
            bottom = Math.min(bottom, level);
        }
        top = top > bottom ? top : bottom + 1;
        final double perFrame = p.width / (double)(to - from);
        for (final FoundLines.Line line : m_found.lines()) {
            mark(p, line.run(), from, to, colour(line.kind()));
        }
        for (final ScanLines.Run run : m_found.left()) {
            mark(p, run, from, to, LEFT_OUT);
        }
        m_g.setColor(TRACE);
        m_g.setStroke(new BasicStroke(1));
        final Path2D path = new Path2D.Double();
        for (int column = 0; column < p.width; column++) {
            final int first = from + (int)(column / perFrame);
            final int last = Math.max(first, Math.min(to - 1, from + (int)((column + 1) / perFrame) - 1));
            double low = b[first];
            double high = low;
            for (int i = first; i <= last; i++) {
                low = Math.min(low, b[i]);
                high = Math.max(high, b[i]);
            }
            final double yLow = y(p, low, bottom, top);
            final double yHigh = y(p, high, bottom, top);
            if (column == 0) {
                path.moveTo(p.x, yLow);
            }
            path.lineTo(p.x + column + 0.5, yLow);
            path.lineTo(p.x + column + 0.5, yHigh);
        }
        m_g.draw(path);
        m_g.setColor(Drawing.INK);
        m_g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{6, 4}, 0));
        final double threshold = y(p, m_found.threshold(), bottom, top);
        m_g.draw(new Line2D.Double(p.x, threshold, p.x + p.width, threshold));
        axes(p, Ticks.between(from, to, TICKS, true), from, to, Ticks.between(bottom, top, 4, false), bottom, top,
            title, "frame");
    }

    /** Shades a line and marks its end. */
    private void mark(final Rectangle p, final ScanLines.Run run, final int from, final int to, final Color colour) {
        final double start = p.x + p.width * (Math.max(run.first(), from) - from) / (double)(to - from);
        final double end = p.x + p.width * (Math.min(run.end(), to) - from) / (double)(to - from);
        if (end <= start) {
            return;
        }
        m_g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 45));
        m_g.fill(new Rectangle2D.Double(start, p.y, end - start, p.height));
        m_g.setColor(colour);
        m_g.fill(new Rectangle2D.Double(start, p.y - BAND, Math.max(1, end - start), BAND - 2));
        m_g.setStroke(new BasicStroke(1));
        m_g.draw(new Line2D.Double(end, p.y - BAND, end, p.y + p.height));
    }

    private void lengths(final Rectangle p) {
        final List<FoundLines.Line> lines = m_found.lines();
        int least = m_found.usualLength();
        int most = least;
        for (final FoundLines.Line line : lines) {
            least = Math.min(least, line.run().length());
            most = Math.max(most, line.run().length());
        }
        final double bottom = least - Math.max(1, (most - least) * 0.1);
        final double top = most + Math.max(1, (most - least) * 0.1);
        m_g.setColor(Drawing.INK);
        m_g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{6, 4}, 0));
        final double usual = y(p, m_found.usualLength(), bottom, top);
        m_g.draw(new Line2D.Double(p.x, usual, p.x + p.width, usual));
        final double size = Math.max(2, Math.min(6, p.width / (2.0 * lines.size())));
        for (int i = 0; i < lines.size(); i++) {
            m_g.setColor(colour(lines.get(i).kind()));
            final double x = p.x + p.width * (i + 0.5) / lines.size();
            final double y = y(p, lines.get(i).run().length(), bottom, top);
            m_g.fill(new Rectangle2D.Double(x - size / 2, y - size / 2, size, size));
        }
        axes(p, Ticks.between(0, lines.size(), TICKS, true), 0, lines.size(), Ticks.between(bottom, top, 4, true),
            bottom, top, "frames in a line", "scan line");
    }

    private static double y(final Rectangle p, final double value, final double bottom, final double top) {
        return p.y + p.height * (1 - (value - bottom) / (top - bottom));
    }

    private void axes(final Rectangle p, final Ticks across, final double from, final double to, final Ticks up,
        final double bottom, final double top, final String title, final String unit) {
        m_g.setColor(Drawing.INK);
        m_g.setStroke(new BasicStroke(1));
        m_g.draw(p);
        m_g.setFont(Drawing.TEXT);
        final int height = m_g.getFontMetrics().getAscent();
        for (int i = 0; i < across.values().size(); i++) {
            final double x = p.x + p.width * (across.values().get(i) - from) / (to - from);
            m_g.draw(new Line2D.Double(x, p.y + p.height, x, p.y + p.height + 4));
            final String label = across.labels().get(i);
            m_g.drawString(label, (float)x - m_g.getFontMetrics().stringWidth(label) / 2f,
                p.y + p.height + 6 + height);
        }
        for (int i = 0; i < up.values().size(); i++) {
            final double y = y(p, up.values().get(i), bottom, top);
            m_g.draw(new Line2D.Double(p.x - 4, y, p.x, y));
            final String label = up.labels().get(i);
            m_g.drawString(label, p.x - 8 - m_g.getFontMetrics().stringWidth(label), (float)y + height / 3f);
        }
        final String below = unit + (across.exponent() == 0 ? "" : " " + across.factor());
        m_g.drawString(below, p.x + (p.width - m_g.getFontMetrics().stringWidth(below)) / 2,
            p.y + p.height + 22 + height);
        final var turned = m_g.getTransform();
        m_g.rotate(-Math.PI / 2);
        final String aside = title + (up.exponent() == 0 ? "" : " " + up.factor());
        m_g.drawString(aside, -(p.y + p.height / 2f) - m_g.getFontMetrics().stringWidth(aside) / 2f, p.x - 56f);
        m_g.setTransform(turned);
    }
}
