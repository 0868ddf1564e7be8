// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import org.epattern.orient.LaueGroup;
import org.epattern.orient.PoleColour;

/** Draws the part of the pole sphere that holds every colour of a Laue group once, in stereographic projection. */
final class PoleKey {

    private static final int SUBPIXELS = 3;
    private static final double EDGE = 1e-9;

    private PoleKey() {
    }

    /** Azimuths (degrees) between which the part lies. */
    private static double[] azimuths(final LaueGroup group) {
        return switch (group) {
            case TRICLINIC -> new double[] {0, 360};
            case MONOCLINIC -> new double[] {0, 180};
            case ORTHORHOMBIC, TETRAGONAL_LOW -> new double[] {0, 90};
            case TETRAGONAL_HIGH, CUBIC_HIGH -> new double[] {0, 45};
            case TRIGONAL_LOW -> new double[] {0, 120};
            case TRIGONAL_HIGH -> new double[] {30, 90};
            case HEXAGONAL_LOW -> new double[] {0, 60};
            case HEXAGONAL_HIGH -> new double[] {0, 30};
            case CUBIC_LOW -> new double[] {0, 90};
        };
    }

    private static boolean isCubic(final LaueGroup group) {
        return group == LaueGroup.CUBIC_LOW || group == LaueGroup.CUBIC_HIGH;
    }

    /** Names of the corners: red, green, blue. */
    private static String[] corners(final LaueGroup group) {
        return switch (group) {
            case TRICLINIC, MONOCLINIC, ORTHORHOMBIC -> new String[] {"z", "x", "y"};
            case TETRAGONAL_LOW, TETRAGONAL_HIGH -> new String[] {"001", "100", "110"};
            case CUBIC_LOW, CUBIC_HIGH -> new String[] {"001", "101", "111"};
            default -> new String[] {"0001", "x", "30\u00b0 from x"};
        };
    }

    /** Radius of the projection of the farthest direction, that of the equator being 1. */
    private static double reach(final LaueGroup group) {
        return isCubic(group) ? Math.tan(Math.acos(1 / Math.sqrt(3)) / 2) : 1;
    }

    /**
     * @param group a Laue group
     * @param size longer side (px)
     * @return the colours on paper, without names
     */
    static BufferedImage colours(final LaueGroup group, final int size) {
        final Frame frame = new Frame(group, size);
        final BufferedImage image = Drawing.canvas(frame.width(), frame.height());
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                image.setRGB(x, y, pixel(group, frame, x, y));
            }
        }
        return image;
    }

    /** Mean colour of a pixel, paper where the part ends. */
    private static int pixel(final LaueGroup group, final Frame frame, final int x, final int y) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int j = 0; j < SUBPIXELS; j++) {
            for (int i = 0; i < SUBPIXELS; i++) {
                final double u = frame.left() + (x + (i + 0.5) / SUBPIXELS) / frame.scale();
                final double v = frame.top() - (y + (j + 0.5) / SUBPIXELS) / frame.scale();
                final int colour = colour(group, u, v);
                red += colour >> 16 & 255;
                green += colour >> 8 & 255;
                blue += colour & 255;
            }
        }
        final int n = SUBPIXELS * SUBPIXELS;
        return red / n << 16 | green / n << 8 | blue / n;
    }

    private static int colour(final LaueGroup group, final double u, final double v) {
        final double square = u * u + v * v;
        final double[] azimuths = azimuths(group);
        final double azimuth = Math.toDegrees(Math.atan2(v, u));
        final double positive = azimuth < 0 ? azimuth + 360 : azimuth;
        // stereographic: the pole in the centre, the equator at radius 1
        final double z = (1 - square) / (1 + square);
        final double x = 2 * u / (1 + square);
        final double y = 2 * v / (1 + square);
        final boolean inside = square <= 1 && positive >= azimuths[0] - EDGE && positive <= azimuths[1] + EDGE
            && (!isCubic(group) || z >= Math.max(x, y));
        return inside ? PoleColour.of(group, x, y, z) : Drawing.PAPER.getRGB() & 0xffffff;
    }

    /**
     * @param group a Laue group
     * @param size longer side of the colours (px)
     * @param metrics font of the names
     * @return height of the key with names (px)
     */
    static int height(final LaueGroup group, final int size, final FontMetrics metrics) {
        return new Frame(group, size).height() + 2 * metrics.getHeight();
    }

    /**
     * Paints a key with the names of its corners.
     *
     * @param g where
     * @param group a Laue group
     * @param left left end (px)
     * @param top upper end (px)
     * @param size longer side of the colours (px)
     */
    static void paint(final Graphics2D g, final LaueGroup group, final int left, final int top, final int size) {
        final FontMetrics metrics = g.getFontMetrics();
        final Frame frame = new Frame(group, size);
        final int above = top + metrics.getHeight();
        g.drawImage(colours(group, size), left, above, null);
        final double blue = switch (group) {
            case TRICLINIC, MONOCLINIC, ORTHORHOMBIC -> 90;
            case TETRAGONAL_LOW, TETRAGONAL_HIGH, CUBIC_LOW, CUBIC_HIGH -> 45;
            case TRIGONAL_HIGH -> 90;
            default -> 30;
        };
        final double green = group == LaueGroup.TRIGONAL_HIGH ? 60 : 0;
        final double greenRadius = isCubic(group) ? Math.tan(Math.PI / 8) : 1;
        final String[] names = corners(group);
        name(g, names[0], left, above, frame, 0, 0);
        name(g, names[1], left, above, frame, greenRadius, green);
        name(g, names[2], left, above, frame, reach(group), blue);
    }

    /** Writes a name beside a point of the projection: below it at the lower end, above it at the upper one. */
    private static void name(final Graphics2D g, final String text, final int left, final int top, final Frame frame,
        final double radius, final double azimuth) {
        final double x = left + (radius * Math.cos(Math.toRadians(azimuth)) - frame.left()) * frame.scale();
        final double y = top + (frame.top() - radius * Math.sin(Math.toRadians(azimuth))) * frame.scale();
        final FontMetrics metrics = g.getFontMetrics();
        final double width = metrics.stringWidth(text);
        final double at = Math.max(left, Math.min(x - width / 2, left + frame.width() - width / 2));
        final double fromTop = (y - top) / frame.height();
        if (fromTop > 0.15 && fromTop < 0.85 && radius > 0) {
            g.drawString(text, (float)(x + 5), (float)(y + metrics.getAscent() / 2.0 - 1));
        } else {
            g.drawString(text, (float)at,
                (float)(fromTop > 0.5 ? y + metrics.getAscent() + 2 : y - metrics.getDescent() - 1));
        }
    }

    /** The rectangle around the part in the plane of the projection, and its scale in px. */
    private record Frame(double left, double top, double right, double bottom, double scale) {

        Frame(final LaueGroup group, final int size) {
            this(bounds(group), size);
        }

        private Frame(final double[] b, final int size) {
            this(b[0], b[3], b[2], b[1], size / Math.max(b[2] - b[0], b[3] - b[1]));
        }

        int width() {
            return (int)Math.ceil((right - left) * scale);
        }

        int height() {
            return (int)Math.ceil((top - bottom) * scale);
        }

        private static double[] bounds(final LaueGroup group) {
            final double[] azimuths = azimuths(group);
            final double[] b = {0, 0, 0, 0};
            final int steps = 720;
            for (int i = 0; i <= steps; i++) {
                final double azimuth = Math.toRadians(azimuths[0] + (azimuths[1] - azimuths[0]) * i / steps);
                final double largest = Math.max(Math.cos(azimuth), Math.sin(azimuth));
                final double radius = isCubic(group) ? Math.tan(Math.atan(1 / largest) / 2) : 1;
                b[0] = Math.min(b[0], radius * Math.cos(azimuth));
                b[1] = Math.min(b[1], radius * Math.sin(azimuth));
                b[2] = Math.max(b[2], radius * Math.cos(azimuth));
                b[3] = Math.max(b[3], radius * Math.sin(azimuth));
            }
            return b;
        }
    }
}
