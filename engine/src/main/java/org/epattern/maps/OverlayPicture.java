// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws the points of a template over a pattern: the picture that tells whether to believe an orientation. Points that
 * the pattern has are full circles, points where it has nothing are dashed ones in another colour; spots without a
 * circle are those that the template does not explain. Under a caption.
 */
public final class OverlayPicture {

    /** Blue and vermilion of Okabe and Ito's palette: told apart by colour-blind people, visible on white. */
    private static final Color MET = new Color(0x0072b2);
    private static final Color NOT_MET = new Color(0xd55e00);
    private static final float STROKE = 1.4f;
    private static final float[] DASHES = {3, 3};
    private static final double SMALLEST_CIRCLE = 2;
    private static final double LARGEST_CIRCLE = 9;
    private static final int MARGIN = 6;
    private static final PictureSettings SHOWN = new PictureSettings(Contrast.LOGARITHMIC, 1, 99.9, true);

    /**
     * A point of a template.
     *
     * @param x position (px of the pattern)
     * @param y position (px of the pattern)
     * @param strength its intensity as a share of the strongest one, 0 to 1: the size of the circle
     * @param met whether the pattern has a spot there
     */
    public record Mark(double x, double y, double strength, boolean met) {
    }

    private OverlayPicture() {
    }

    /**
     * @param pixels patternWidth x patternHeight grey levels
     * @param patternWidth width of the pattern (px)
     * @param patternHeight height of the pattern (px)
     * @param beamX position of the direct beam (px), marked with a cross
     * @param beamY position of the direct beam (px)
     * @param marks the points
     * @param caption lines of text above the pattern
     * @param pictureWidth width of the picture (px); the height follows
     * @return the picture
     */
    public static BufferedImage draw(final float[] pixels, final int patternWidth, final int patternHeight,
        final double beamX, final double beamY, final List<Mark> marks, final List<String> caption,
        final int pictureWidth) {
        final BufferedImage pattern =
            PatternPicture.draw(pixels, patternWidth, patternHeight, SHOWN, List.of(), pictureWidth);
        final FontMetrics metrics = Drawing.metrics(Drawing.TEXT);
        final int top = caption.isEmpty() ? 0 : caption.size() * metrics.getHeight() + MARGIN;
        final BufferedImage picture = Drawing.canvas(pictureWidth, pattern.getHeight() + top);
        final Graphics2D g = Drawing.graphics(picture);
        try {
            g.setFont(Drawing.TEXT);
            for (int i = 0; i < caption.size(); i++) {
                g.drawString(Drawing.fitting(caption.get(i), metrics, pictureWidth - 2 * MARGIN), MARGIN,
                    MARGIN / 2 + i * metrics.getHeight() + metrics.getAscent());
            }
            g.drawImage(pattern, 0, top, null);
            g.clipRect(0, top, pictureWidth, pattern.getHeight());
            g.translate(0, top);
            final double zoom = (double)pictureWidth / patternWidth;
            for (final Mark mark : marks) {
                circle(g, mark, zoom);
            }
            g.setColor(NOT_MET);
            g.setStroke(new BasicStroke(STROKE));
            g.draw(new Line2D.Double(beamX * zoom - MARGIN, beamY * zoom, beamX * zoom + MARGIN, beamY * zoom));
            g.draw(new Line2D.Double(beamX * zoom, beamY * zoom - MARGIN, beamX * zoom, beamY * zoom + MARGIN));
        } finally {
            g.dispose();
        }
        return picture;
    }

    private static void circle(final Graphics2D g, final Mark mark, final double zoom) {
        final double strength = Math.max(0, Math.min(1, mark.strength()));
        final double radius = SMALLEST_CIRCLE + (LARGEST_CIRCLE - SMALLEST_CIRCLE) * Math.sqrt(strength);
        g.setColor(mark.met() ? MET : NOT_MET);
        g.setStroke(mark.met() ? new BasicStroke(STROKE)
            : new BasicStroke(STROKE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0));
        g.draw(new Ellipse2D.Double(mark.x() * zoom - radius, mark.y() * zoom - radius, 2 * radius, 2 * radius));
    }
}
