// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;

import org.epattern.scan.Calibration;

/**
 * Makes a picture of a map of colours with title, keys, legend and scale bar. Works without a screen. A scan position
 * is drawn as a square of a whole number of screen pixels.
 */
public final class ColouredMapPicture {

    /** Longer side of the map that is aimed at (px). */
    public static final int DEFAULT_SIZE = 480;

    private static final int LARGEST_ZOOM = 64;
    private static final int BORDER = 14;
    private static final int GAP = 18;
    private static final int KEY = 150;
    private static final int SWATCH = 13;
    private static final int WIDEST_NAME = 200;
    private static final double SCALE_BAR_SHARE = 0.34;
    private static final int MISSING = 0x808080;

    private ColouredMapPicture() {
    }

    /**
     * @param map the map
     * @param title title above the map
     * @param calibration with a step in nm: scale bar
     * @return the picture
     */
    public static BufferedImage draw(final ColouredMap map, final String title, final Calibration calibration) {
        final FontMetrics text = Drawing.metrics(Drawing.TEXT);
        final FontMetrics titleText = Drawing.metrics(Drawing.TITLE);
        final int line = text.getHeight();
        final int zoom =
            Math.min(LARGEST_ZOOM, Math.max(1, DEFAULT_SIZE / Math.max(map.width(), map.height())));
        final int mapWidth = map.width() * zoom;
        final int mapHeight = map.height() * zoom;
        int beside = 0;
        for (final ColouredMap.Key key : map.keys()) {
            beside += line + PoleKey.height(key.group(), KEY, text) + GAP;
        }
        beside += (line + 4) * map.legend().size();
        final int top = BORDER + titleText.getHeight() + 8;
        final int right = BORDER + mapWidth + GAP;
        final int sideWidth = map.keys().isEmpty() && map.legend().isEmpty() ? 0 : Math.max(KEY + 60, WIDEST_NAME);
        final String shown = Drawing.fitting(title, titleText, mapWidth + GAP + sideWidth);
        final BufferedImage image = Drawing.canvas(
            BORDER + Math.max(right + sideWidth, BORDER + titleText.stringWidth(shown)),
            BORDER + top + Math.max(mapHeight + GAP + line, beside));
        final Graphics2D g = Drawing.graphics(image);
        try {
            g.setFont(Drawing.TITLE);
            g.drawString(shown, BORDER, BORDER + titleText.getAscent());
            g.setFont(Drawing.TEXT);
            g.drawImage(points(map), BORDER, top, mapWidth, mapHeight, null);
            g.drawRect(BORDER - 1, top - 1, mapWidth + 1, mapHeight + 1);
            scaleBar(g, calibration, zoom, mapWidth, top + mapHeight + GAP);
            side(g, map, right, top);
        } finally {
            g.dispose();
        }
        return image;
    }

    private static BufferedImage points(final ColouredMap map) {
        final BufferedImage image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < map.colours().length; i++) {
            final int colour = map.colours()[i];
            image.setRGB(i % map.width(), i / map.width(), colour == ColouredMap.NONE ? MISSING : colour);
        }
        return image;
    }

    private static void scaleBar(final Graphics2D g, final Calibration calibration, final int zoom, final int mapWidth,
        final int top) {
        if (calibration.stepNm().isEmpty()) {
            return;
        }
        final double step = calibration.stepNm().getAsDouble();
        final BigDecimal nm = Ticks.niceAtMost(Math.max(SCALE_BAR_SHARE * mapWidth, zoom) / zoom * step);
        final int length = (int)Math.max(1, Math.round(nm.doubleValue() / step * zoom));
        g.fillRect(BORDER, top, length, 6);
        g.drawString(nm.stripTrailingZeros().toPlainString() + " nm", BORDER + length + 8, top + 8);
    }

    private static void side(final Graphics2D g, final ColouredMap map, final int left, final int top) {
        final FontMetrics text = g.getFontMetrics();
        final int line = text.getHeight();
        int y = top;
        for (final ColouredMap.Key key : map.keys()) {
            final String name = key.name() + "  (" + key.group().symbol() + ")";
            g.drawString(Drawing.fitting(name, text, WIDEST_NAME), left, y + text.getAscent());
            PoleKey.paint(g, key.group(), left, y + line, KEY);
            y += line + PoleKey.height(key.group(), KEY, text) + GAP;
        }
        for (final ColouredMap.Entry entry : map.legend()) {
            g.setColor(new Color(entry.colour() == ColouredMap.NONE ? MISSING : entry.colour()));
            g.fillRect(left, y + (line - SWATCH) / 2, SWATCH, SWATCH);
            g.setColor(Drawing.INK);
            g.drawRect(left, y + (line - SWATCH) / 2, SWATCH - 1, SWATCH - 1);
            g.drawString(Drawing.fitting(entry.name(), text, WIDEST_NAME - SWATCH - 6), left + SWATCH + 6,
                y + text.getAscent());
            y += line + 4;
        }
    }
}
