// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws lines and steps over two axes, with a legend. Works without a screen. */
public final class ChartPicture {

    /** Width and height of a chart (px). */
    public static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final Rectangle PANEL = new Rectangle(74, 40, WIDTH - 74 - 20, HEIGHT - 40 - 58);
    private static final int TICKS_ACROSS = 8;
    private static final int TICKS_UP = 6;
    private static final int SWATCH = 22;
    private static final int PADDING = 8;
    private static final double HEADROOM = 1.06;
    private static final int[] DASHED = {7, 4};
    // Okabe and Ito: apart for colour-blind readers as well
    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x222222};

    private final Axis m_across;
    private final Axis m_up;
    private final double m_right;
    private final double m_left;
    private final double m_top;

    /**
     * An axis.
     *
     * @param label what is written beside it
     * @param end its end; not a number: where the data end
     */
    public record Axis(String label, double end) {
    }

    /** How values are joined. */
    public enum Join {
        /** By a line from point to point. */
        LINE,
        /** By a dashed line from point to point. */
        DASHES,
        /** As bins: x has one value more than y, the borders. */
        STEPS
    }

    /**
     * A row of values.
     *
     * @param name what the legend says
     * @param x values across, rising or falling
     * @param y values up, 0 or more; not finite ones are left out
     * @param join how they are joined
     */
    public record Series(String name, double[] x, double[] y, Join join) {

        /** Refuses numbers of values that do not fit. */
        public Series {
            if (x.length != y.length + (join == Join.STEPS ? 1 : 0)) {
                throw new IllegalArgumentException("The series \"" + name + "\" has " + x.length + " values across and "
                    + y.length + " up; as many are expected, one more across for steps");
            }
        }
    }

    private ChartPicture(final Axis across, final Axis up, final List<Series> series) {
        m_across = across;
        m_up = up;
        double left = 0;
        double right = 0;
        double top = 0;
        for (final Series s : series) {
            for (final double x : s.x()) {
                left = Double.isFinite(x) ? Math.min(left, x) : left;
                right = Double.isFinite(x) ? Math.max(right, x) : right;
            }
            for (final double y : s.y()) {
                top = Double.isFinite(y) ? Math.max(top, y * HEADROOM) : top;
            }
        }
        m_left = left;
        m_right = Double.isNaN(across.end()) ? right > left ? right : left + 1 : across.end();
        m_top = Double.isNaN(up.end()) ? top > 0 ? top : 1 : up.end();
    }

    /**
     * @param title title above the chart
     * @param across axis across; it starts at 0 or at the smallest value below
     * @param up axis up; it starts at 0
     * @param series what is drawn, the first ones on top
     * @return the picture, 640 x 420 px
     */
    public static BufferedImage draw(final String title, final Axis across, final Axis up,
        final List<Series> series) {
        final BufferedImage image = Drawing.canvas(WIDTH, HEIGHT);
        final Graphics2D g = Drawing.graphics(image);
        try {
            g.setFont(Drawing.TITLE);
            g.drawString(Drawing.fitting(title, g.getFontMetrics(), PANEL.width), PANEL.x, 26);
            g.setFont(Drawing.TEXT);
            new ChartPicture(across, up, series).paint(g, series);
        } finally {
            g.dispose();
        }
        return image;
    }

    private void paint(final Graphics2D g, final List<Series> series) {
        axes(g);
        g.setClip(PANEL);
        for (int i = series.size() - 1; i >= 0; i--) {
            g.setColor(colour(i));
            g.setStroke(stroke(series.get(i).join()));
            g.draw(path(series.get(i)));
        }
        g.setClip(null);
        legend(g, series);
    }

    private static Color colour(final int number) {
        return new Color(COLOURS[number % COLOURS.length]);
    }

    private static BasicStroke stroke(final Join join) {
        return join == Join.DASHES
            ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {DASHED[0], DASHED[1]},
                0)
            : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private double x(final double value) {
        return PANEL.x + PANEL.width * (value - m_left) / (m_right - m_left);
    }

    private double y(final double value) {
        return PANEL.y + PANEL.height * (1 - value / m_top);
    }

    private Path2D path(final Series s) {
        final Path2D path = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i < s.y().length; i++) {
            if (!Double.isFinite(s.y()[i]) || !Double.isFinite(s.x()[i])) {
                open = false;
                continue;
            }
            if (open) {
                path.lineTo(x(s.x()[i]), y(s.y()[i]));
            } else {
                path.moveTo(x(s.x()[i]), y(s.y()[i]));
            }
            if (s.join() == Join.STEPS) {
                path.lineTo(x(s.x()[i + 1]), y(s.y()[i]));
            }
            open = true;
        }
        return path;
    }

    private void axes(final Graphics2D g) {
        final Ticks across = Ticks.between(m_left, m_right, TICKS_ACROSS, false);
        final Ticks up = Ticks.between(0, m_top, TICKS_UP, false);
        final FontMetrics text = g.getFontMetrics();
        g.setColor(Drawing.INK);
        g.setStroke(new BasicStroke(1));
        g.draw(PANEL);
        for (int i = 0; i < across.values().size(); i++) {
            final double x = x(across.values().get(i));
            g.draw(new Line2D.Double(x, PANEL.y + PANEL.height, x, PANEL.y + PANEL.height + 4));
            final String label = across.labels().get(i);
            g.drawString(label, (float)x - text.stringWidth(label) / 2f,
                PANEL.y + PANEL.height + 7f + text.getAscent());
        }
        for (int i = 0; i < up.values().size(); i++) {
            final double y = y(up.values().get(i));
            g.draw(new Line2D.Double(PANEL.x - 4, y, PANEL.x, y));
            final String label = up.labels().get(i);
            g.drawString(label, PANEL.x - 8 - text.stringWidth(label), (float)y + text.getAscent() / 3f);
        }
        final String below = (m_across.label() + " " + across.factor()).strip();
        g.drawString(below, PANEL.x + (PANEL.width - text.stringWidth(below)) / 2f,
            PANEL.y + PANEL.height + 26f + text.getAscent());
        final String aside = (m_up.label() + " " + up.factor()).strip();
        final AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2);
        g.drawString(aside, -(PANEL.y + PANEL.height / 2f) - text.stringWidth(aside) / 2f, 18f);
        g.setTransform(upright);
    }

    /** In the upper or the lower right corner, whichever hides fewer values. */
    private void legend(final Graphics2D g, final List<Series> series) {
        final FontMetrics text = g.getFontMetrics();
        int width = 0;
        for (final Series s : series) {
            width = Math.max(width, text.stringWidth(s.name()));
        }
        final int line = text.getHeight() + 2;
        final Rectangle upper = new Rectangle(PANEL.x + PANEL.width - width - SWATCH - 3 * PADDING,
            PANEL.y + PADDING, width + SWATCH + 2 * PADDING + 4, line * series.size() + PADDING);
        final Rectangle lower = new Rectangle(upper.x, PANEL.y + PANEL.height - PADDING - upper.height, upper.width,
            upper.height);
        final Rectangle place = hidden(upper, series) <= hidden(lower, series) ? upper : lower;
        g.setColor(new Color(255, 255, 255, 215));
        g.fill(place);
        for (int i = 0; i < series.size(); i++) {
            final int top = place.y + 4 + i * line;
            g.setColor(colour(i));
            g.setStroke(stroke(series.get(i).join()));
            g.draw(new Line2D.Double(place.x + PADDING / 2.0, top + line / 2.0, place.x + PADDING / 2.0 + SWATCH,
                top + line / 2.0));
            g.setColor(Drawing.INK);
            g.drawString(series.get(i).name(), place.x + SWATCH + PADDING, top + text.getAscent());
        }
    }

    private int hidden(final Rectangle place, final List<Series> series) {
        int hidden = 0;
        for (final Series s : series) {
            for (int i = 0; i < s.y().length; i++) {
                hidden += place.contains(x(s.x()[i]), y(s.y()[i])) ? 1 : 0;
            }
        }
        return hidden;
    }
}
