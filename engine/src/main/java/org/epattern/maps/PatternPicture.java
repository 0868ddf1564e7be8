// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

import org.epattern.register.Reflection;

/** Makes a picture of a pattern, with its reflections circled if wanted. */
public final class PatternPicture {

    /** Orange and sky blue of Okabe and Ito's palette: told apart by colour-blind people, visible on black. */
    private static final Color BEAM_ON_BLACK = new Color(0xe69f00);
    private static final Color SPOT_ON_BLACK = new Color(0x56b4e9);
    /** Vermilion and blue of the same palette, visible on white. */
    private static final Color BEAM_ON_WHITE = new Color(0xd55e00);
    private static final Color SPOT_ON_WHITE = new Color(0x0072b2);
    private static final double SMALLEST_CIRCLE = 1.5;
    /** Room between the radius and the middle of the line (px of the picture), or the line would hide small spots. */
    private static final double CLEARANCE = 2;
    private static final double THINNEST_STROKE = 1.2;
    private static final double PX_PER_STROKE = 350;

    private PatternPicture() {
    }

    /**
     * @param pixels patternWidth x patternHeight grey levels; pixels that are not a number look like the lowest
     * @param patternWidth width of the pattern (px)
     * @param patternHeight height of the pattern (px)
     * @param settings contrast
     * @param reflections circled, the direct beam in another colour; the line runs 2 px of the picture outside the
     *            radius, so that the spot stays visible; may be empty
     * @param pictureWidth width of the picture (px); the height follows. Smaller than the pattern: means of pixels;
     *            larger: pixels stay squares
     * @return the picture
     */
    public static BufferedImage draw(final float[] pixels, final int patternWidth, final int patternHeight,
        final PictureSettings settings, final List<Reflection> reflections, final int pictureWidth) {
        if (patternWidth < 1 || patternHeight < 1 || pixels.length != (long)patternWidth * patternHeight) {
            throw new IllegalArgumentException("The pattern has " + pixels.length + " pixels; " + patternWidth + " x "
                + patternHeight + " are expected");
        }
        if (pictureWidth < 1) {
            throw new IllegalArgumentException(
                "The width of the picture is " + pictureWidth + " px; at least 1 px is expected");
        }
        final double zoom = (double)pictureWidth / patternWidth;
        final int pictureHeight = (int)Math.max(1, Math.round(patternHeight * zoom));
        final boolean shrink = pictureWidth < patternWidth;
        final int width = shrink ? pictureWidth : patternWidth;
        final int height = shrink ? pictureHeight : patternHeight;
        final float[] shown = shrink ? shrink(pixels, patternWidth, patternHeight, width, height) : pixels;
        final BufferedImage image = new BufferedImage(pictureWidth, pictureHeight, BufferedImage.TYPE_INT_RGB);
        final int[] screen = ((DataBufferInt)image.getRaster().getDataBuffer()).getData();
        final Brightness brightness = Brightness.of(shown, settings);
        if (shrink || pictureWidth == patternWidth) {
            brightness.apply(shown, 0, screen, 0, shown.length);
        } else {
            enlarge(shown, width, height, brightness, screen, pictureWidth, pictureHeight);
        }
        if (!reflections.isEmpty()) {
            circle(image, reflections, zoom, settings.inverted());
        }
        return image;
    }

    /**
     * Default contrast, no circles, a screen pixel per pattern pixel.
     *
     * @param pixels patternWidth x patternHeight grey levels
     * @param patternWidth width of the pattern (px)
     * @param patternHeight height of the pattern (px)
     * @return the picture
     */
    public static BufferedImage draw(final float[] pixels, final int patternWidth, final int patternHeight) {
        return draw(pixels, patternWidth, patternHeight, PictureSettings.DEFAULTS, List.of(), patternWidth);
    }

    private static void enlarge(final float[] pixels, final int width, final int height, final Brightness brightness,
        final int[] screen, final int pictureWidth, final int pictureHeight) {
        final int[] row = new int[width];
        int shownRow = -1;
        for (int v = 0; v < pictureHeight; v++) {
            final int y = (int)((long)v * height / pictureHeight);
            if (y != shownRow) {
                brightness.apply(pixels, y * width, row, 0, width);
                for (int u = 0; u < pictureWidth; u++) {
                    screen[v * pictureWidth + u] = row[(int)((long)u * width / pictureWidth)];
                }
                shownRow = y;
            } else {
                System.arraycopy(screen, (v - 1) * pictureWidth, screen, v * pictureWidth, pictureWidth);
            }
        }
    }

    /**
     * Means over the pixels that begin within a pixel of the smaller pattern.
     *
     * @param pixels width x height grey levels
     * @param width width of the pattern (px)
     * @param height height of the pattern (px)
     * @param newWidth 1 to width (px)
     * @param newHeight 1 to height (px)
     * @return newWidth x newHeight grey levels
     */
    public static float[] shrink(final float[] pixels, final int width, final int height, final int newWidth,
        final int newHeight) {
        final float[] means = new float[newWidth * newHeight];
        final int[] start = new int[newWidth + 1];
        for (int u = 0; u <= newWidth; u++) {
            start[u] = (int)((long)u * width / newWidth);
        }
        for (int v = 0; v < newHeight; v++) {
            final int fromY = (int)((long)v * height / newHeight);
            final int toY = Math.max(fromY + 1, (int)((v + 1L) * height / newHeight));
            for (int y = fromY; y < toY; y++) {
                for (int u = 0; u < newWidth; u++) {
                    float sum = 0;
                    for (int x = start[u]; x < start[u + 1]; x++) {
                        sum += pixels[y * width + x];
                    }
                    means[v * newWidth + u] += sum;
                }
            }
            for (int u = 0; u < newWidth; u++) {
                means[v * newWidth + u] /= (toY - fromY) * (start[u + 1] - start[u]);
            }
        }
        return means;
    }

    private static void circle(final BufferedImage image, final List<Reflection> reflections, final double zoom,
        final boolean inverted) {
        final Graphics2D g = Drawing.graphics(image);
        try {
            g.setStroke(new BasicStroke((float)Math.max(THINNEST_STROKE, image.getWidth() / PX_PER_STROKE)));
            for (final Reflection r : reflections) {
                if (r.isDirectBeam()) {
                    g.setColor(inverted ? BEAM_ON_WHITE : BEAM_ON_BLACK);
                } else {
                    g.setColor(inverted ? SPOT_ON_WHITE : SPOT_ON_BLACK);
                }
                // a radius that is missing (not a number) still shows where the spot is
                final double radius =
                    CLEARANCE + (r.radius() * zoom >= SMALLEST_CIRCLE ? r.radius() * zoom : SMALLEST_CIRCLE);
                g.draw(new Ellipse2D.Double(r.x() * zoom - radius, r.y() * zoom - radius, 2 * radius, 2 * radius));
            }
        } finally {
            g.dispose();
        }
    }
}
