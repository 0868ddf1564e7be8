// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;

/**
 * Makes a picture of a map with title, colour bar and scale bar. Works without a screen.
 *
 * <p>Colours run from the smallest to the largest finite value, both of which are written at the colour bar; points
 * without a value have a colour of their own, named in a legend. A scan position is drawn as a square of a whole number
 * of screen pixels, at most {@value #LARGEST_ZOOM}, so small scans stay crisp; scans of only a few lines are stretched
 * to at least {@value #THINNEST} px across and then always have axes.</p>
 */
public final class MapPicture {

    /** Longer side of the map that is aimed at, when none is asked for (px). */
    public static final int DEFAULT_SIZE = 480;

    private static final int THINNEST = 32;
    private static final int LARGEST_ZOOM = 64;
    private static final int BORDER = 14;
    private static final int GAP = 18;
    private static final int BAR_WIDTH = 18;
    private static final int SHORTEST_BAR = 150;
    private static final int TICK = 5;
    private static final int TICK_DISTANCE = 55;
    private static final int WIDEST_TITLE = 720;
    private static final double SCALE_BAR_SHARE = 0.34;
    private static final int SHORT_SCALE_BAR = 48;
    private static final int SCALE_BAR_HEIGHT = 6;
    private static final int SWATCH = 13;
    private static final String MISSING = "no value";
    private static final double NM_PER_UM = 1000;

    private final ScanMap m_map;
    private final ColourMap m_colours;
    private final String m_title;
    private final OptionalDouble m_stepNm;
    private final int m_zoomX;
    private final int m_zoomY;
    private final double m_low;
    private final double m_high;
    private final boolean m_hasValues;
    private final boolean m_hasMissing;
    private final Ticks m_valueTicks;
    private final String m_unit;
    private final FontMetrics m_text = Drawing.metrics(Drawing.TEXT);
    private final FontMetrics m_titleText = Drawing.metrics(Drawing.TITLE);

    private MapPicture(final ScanMap map, final ColourMap colours, final String title, final Calibration calibration,
        final int size) {
        m_map = map;
        m_colours = colours;
        m_title = Drawing.fitting(title, m_titleText, WIDEST_TITLE);
        final int zoom = Math.min(LARGEST_ZOOM, Math.max(1, size / Math.max(map.width(), map.height())));
        m_zoomX = Math.max(zoom, (THINNEST + map.width() - 1) / map.width());
        m_zoomY = Math.max(zoom, (THINNEST + map.height() - 1) / map.height());
        m_stepNm = m_zoomX == m_zoomY ? calibration.stepNm() : OptionalDouble.empty();
        boolean missing = false;
        boolean whole = true;
        for (final float v : map.values()) {
            missing |= !Float.isFinite(v);
            whole &= !Float.isFinite(v) || v == Math.rint(v);
        }
        final double min = map.min();
        final double max = map.max();
        m_hasMissing = missing;
        m_hasValues = min <= max;
        // a constant map still needs an axis of some length; its one colour is then that of the middle
        final double half = min == max ? Math.max(0.5, Math.abs(min) * 1e-3) : 0;
        m_low = m_hasValues ? min - half : 0;
        m_high = m_hasValues ? max + half : 1;
        m_valueTicks = m_hasValues ? Ticks.withEnds(min, max, Math.max(2, barHeight() / TICK_DISTANCE), whole,
            1.2 * m_text.getHeight() / barHeight()) : new Ticks(List.of(), List.of(), 0);
        m_unit = (map.unit() + " " + m_valueTicks.factor()).strip();
    }

    /**
     * @param map the map
     * @param colours colours of the values
     * @param title title above the map; empty for none
     * @param calibration with a step in nm: scale bar; without: axes in scan positions
     * @return the picture
     */
    public static BufferedImage draw(final ScanMap map, final ColourMap colours, final String title,
        final Calibration calibration) {
        return draw(map, colours, title, calibration, DEFAULT_SIZE);
    }

    /**
     * @param map the map
     * @param colours colours of the values
     * @param title title above the map; empty for none
     * @param calibration with a step in nm: scale bar; without: axes in scan positions
     * @param size longer side of the map alone (px), above 0; the largest whole number of px per scan position that
     *            fits is taken, at least 1
     * @return the picture
     */
    public static BufferedImage draw(final ScanMap map, final ColourMap colours, final String title,
        final Calibration calibration, final int size) {
        return new MapPicture(map, colours, title, calibration, size).paint();
    }

    /**
     * @param map the map
     * @param colours colours of the values
     * @param title title above the map; empty for none
     * @param calibration with a step in nm: scale bar; without: axes in scan positions
     * @return the picture as a PNG file
     */
    public static byte[] png(final ScanMap map, final ColourMap colours, final String title,
        final Calibration calibration) {
        return Png.encode(draw(map, colours, title, calibration));
    }

    /** @return a PNG file of one white pixel: the picture of a scan without points */
    public static byte[] nothing() {
        final BufferedImage white = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        white.setRGB(0, 0, 0xffffff);
        return Png.encode(white);
    }

    private int mapWidth() {
        return m_map.width() * m_zoomX;
    }

    private int mapHeight() {
        return m_map.height() * m_zoomY;
    }

    private int barHeight() {
        return Math.max(SHORTEST_BAR, m_map.height() * m_zoomY);
    }

    private BufferedImage paint() {
        final int line = m_text.getHeight();
        final Ticks ticksX = positionTicks(m_map.width(), mapWidth());
        final Ticks ticksY = positionTicks(m_map.height(), mapHeight());
        final boolean axes = m_stepNm.isEmpty();
        final int left = BORDER + (axes ? line + 4 + widest(ticksY) + TICK + 3 : 0);
        final int titleHeight = m_title.isEmpty() ? 0 : m_titleText.getHeight() + 8;
        // the unit stands above the colour bar and the label of its upper end
        final int top = BORDER + titleHeight + (m_unit.isEmpty() ? line / 2 : line + line / 2 + 2);
        final int mapArea = Math.max(mapWidth(), axes ? m_text.stringWidth("scan x") : scaleBarWidth());
        final int barLeft = left + mapArea + GAP;
        final int barArea = Math.max(m_text.stringWidth(m_unit),
            Math.max(BAR_WIDTH + TICK + 4 + widest(m_valueTicks),
                m_hasMissing ? SWATCH + 6 + m_text.stringWidth(MISSING) : 0));
        final int belowMap = top + mapHeight() + (axes ? TICK + 2 * line + 8 : GAP + line);
        final int belowBar = top + barHeight() + line / 2 + (m_hasMissing ? GAP + line : 0);
        final int width = BORDER + Math.max(barLeft + barArea, BORDER + m_titleText.stringWidth(m_title));
        final BufferedImage image = Drawing.canvas(width, BORDER + Math.max(belowMap, belowBar));
        final Graphics2D g = Drawing.graphics(image);
        try {
            if (!m_title.isEmpty()) {
                g.setFont(Drawing.TITLE);
                g.drawString(m_title, BORDER, BORDER + m_titleText.getAscent());
            }
            g.setFont(Drawing.TEXT);
            g.drawImage(points(), left, top, mapWidth(), mapHeight(), null);
            frame(g, left, top, mapWidth(), mapHeight());
            if (axes) {
                paintAxes(g, left, top, ticksX, ticksY);
            } else {
                paintScaleBar(g, left, top + mapHeight() + GAP);
            }
            paintColourBar(g, barLeft, top);
        } finally {
            g.dispose();
        }
        return image;
    }

    /** The map with a screen pixel per scan position. */
    private BufferedImage points() {
        final BufferedImage image = new BufferedImage(m_map.width(), m_map.height(), BufferedImage.TYPE_INT_RGB);
        final float[] values = m_map.values();
        final int[] row = new int[m_map.width()];
        for (int y = 0; y < m_map.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                final float v = values[y * row.length + x];
                row[x] = Float.isFinite(v) ? m_colours.rgb((v - m_low) / (m_high - m_low)) : m_colours.missingRgb();
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }

    private static void frame(final Graphics2D g, final int x, final int y, final int width, final int height) {
        g.setColor(Drawing.INK);
        g.fillRect(x - 1, y - 1, width + 2, 1);
        g.fillRect(x - 1, y + height, width + 2, 1);
        g.fillRect(x - 1, y - 1, 1, height + 2);
        g.fillRect(x + width, y - 1, 1, height + 2);
    }

    private int widest(final Ticks ticks) {
        return ticks.labels().stream().mapToInt(m_text::stringWidth).max().orElse(0);
    }

    /** Ticks at scan positions, as many as have room for their labels. */
    private Ticks positionTicks(final int count, final int length) {
        final int room = m_text.stringWidth(Integer.toString(count)) + GAP;
        return count == 1 ? Ticks.between(0, 0.5, 2, true)
            : Ticks.between(0, count - 1.0, Math.max(2, length / Math.max(room, TICK_DISTANCE)), true);
    }

    private void paintAxes(final Graphics2D g, final int left, final int top, final Ticks ticksX,
        final Ticks ticksY) {
        final int bottom = top + mapHeight();
        final int line = m_text.getHeight();
        for (int i = 0; i < ticksX.values().size(); i++) {
            // a tick points at the middle of its scan position
            final int x = left + (int)((ticksX.values().get(i) + 0.5) * m_zoomX);
            final String label = ticksX.labels().get(i);
            g.fillRect(x, bottom, 1, TICK + 1);
            g.drawString(label, x - m_text.stringWidth(label) / 2f, bottom + TICK + 2f + m_text.getAscent());
        }
        for (int i = 0; i < ticksY.values().size(); i++) {
            final int y = top + (int)((ticksY.values().get(i) + 0.5) * m_zoomY);
            final String label = ticksY.labels().get(i);
            g.fillRect(left - 1 - TICK, y, TICK + 1, 1);
            g.drawString(label, left - TICK - 4f - m_text.stringWidth(label), y + m_text.getAscent() / 2f - 1);
        }
        g.drawString("scan x", left + (mapWidth() - m_text.stringWidth("scan x")) / 2f,
            bottom + TICK + 6f + line + m_text.getAscent());
        final AffineTransform upright = g.getTransform();
        g.translate(BORDER + m_text.getAscent(), top + (mapHeight() + m_text.stringWidth("scan y")) / 2.0);
        g.rotate(-Math.PI / 2);
        g.drawString("scan y", 0, 0);
        g.setTransform(upright);
    }

    private int scaleBarLength() {
        return (int)Math.max(1, Math.round(scaleBarNm().doubleValue() / m_stepNm.getAsDouble() * m_zoomX));
    }

    private BigDecimal scaleBarNm() {
        // a third of the map; more of a very small one, whose bar would be a mere dot
        final double px = Math.min(mapWidth(), Math.max(SCALE_BAR_SHARE * mapWidth(), SHORT_SCALE_BAR));
        return Ticks.niceAtMost(px / m_zoomX * m_stepNm.getAsDouble());
    }

    private String scaleBarLabel() {
        final BigDecimal nm = scaleBarNm();
        final boolean micro = nm.doubleValue() >= NM_PER_UM;
        return (micro ? nm.movePointLeft(3) : nm).stripTrailingZeros().toPlainString() + (micro ? " µm" : " nm");
    }

    private int scaleBarWidth() {
        return scaleBarLength() + 8 + m_text.stringWidth(scaleBarLabel());
    }

    private void paintScaleBar(final Graphics2D g, final int left, final int top) {
        final int middle = top + m_text.getHeight() / 2;
        g.fillRect(left, middle - SCALE_BAR_HEIGHT / 2, scaleBarLength(), SCALE_BAR_HEIGHT);
        g.drawString(scaleBarLabel(), left + scaleBarLength() + 8, middle + m_text.getAscent() / 2 - 1);
    }

    private void paintColourBar(final Graphics2D g, final int left, final int top) {
        final int height = barHeight();
        for (int y = 0; y < height; y++) {
            g.setColor(new Color(m_colours.rgb(1 - (y + 0.5) / height)));
            g.fillRect(left, top + y, BAR_WIDTH, 1);
        }
        frame(g, left, top, BAR_WIDTH, height);
        g.drawString(m_unit, left, top - m_text.getHeight() / 2 - 2 - m_text.getDescent());
        for (int i = 0; i < m_valueTicks.values().size(); i++) {
            final double share = (m_valueTicks.values().get(i) - m_low) / (m_high - m_low);
            final int y = top + (int)Math.round((1 - share) * (height - 1));
            g.fillRect(left + BAR_WIDTH, y, TICK, 1);
            g.drawString(m_valueTicks.labels().get(i), left + BAR_WIDTH + TICK + 4, y + m_text.getAscent() / 2 - 1);
        }
        if (m_hasMissing) {
            final int y = top + height + GAP + m_text.getHeight() / 2;
            g.setColor(new Color(m_colours.missingRgb()));
            g.fillRect(left, y - SWATCH / 2, SWATCH, SWATCH);
            frame(g, left, y - SWATCH / 2, SWATCH, SWATCH);
            g.drawString(MISSING, left + SWATCH + 6, y + m_text.getAscent() / 2 - 1);
        }
    }
}
