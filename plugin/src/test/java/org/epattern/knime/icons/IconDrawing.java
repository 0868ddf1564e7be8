// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.icons;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Draws the icons of the bundle from their SVG files: rectangles, circles, and paths of M, L, Q and Z with spaces
 * between the numbers, filled or stroked. Anything else in a file is refused.
 */
final class IconDrawing {

    /** Width and height of an icon (px). */
    static final int SIZE = 16;
    /** Every pixel is the mean of so many times so many: the same on every machine. */
    private static final int FINER = 32;

    private IconDrawing() {
    }

    /**
     * @param svg file with a drawing of 16 by 16 units
     * @return the picture, with transparency
     * @throws IOException if the file cannot be read or holds what is not drawn here
     */
    static BufferedImage draw(final Path svg) throws IOException {
        final int fine = SIZE * FINER;
        final BufferedImage large = new BufferedImage(fine, fine, BufferedImage.TYPE_INT_ARGB);
        final Graphics2D graphics = large.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(FINER, FINER);
        final NodeList elements = root(svg).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            final Element element = (Element)elements.item(i);
            if (!element.getTagName().equals("title")) {
                draw(element, graphics);
            }
        }
        graphics.dispose();
        return reduce(large);
    }

    private static Element root(final Path svg) throws IOException {
        try (var in = Files.newInputStream(svg)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(svg + ": " + e.getMessage(), e);
        }
    }

    private static void draw(final Element element, final Graphics2D graphics) throws IOException {
        final Shape shape = shape(element);
        if (!element.getAttribute("fill").equals("none")) {
            final Color fill = Color.decode(element.getAttribute("fill"));
            graphics.setColor(new Color(fill.getRed(), fill.getGreen(), fill.getBlue(),
                (int)Math.round(255 * number(element, "fill-opacity", 1))));
            graphics.fill(shape);
        }
        if (element.hasAttribute("stroke")) {
            graphics.setColor(Color.decode(element.getAttribute("stroke")));
            graphics.setStroke(new BasicStroke((float)number(element, "stroke-width", 1),
                element.getAttribute("stroke-linecap").equals("round") ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                element.getAttribute("stroke-linejoin").equals("round") ? BasicStroke.JOIN_ROUND
                    : BasicStroke.JOIN_MITER));
            graphics.draw(shape);
        }
    }

    private static Shape shape(final Element element) throws IOException {
        return switch (element.getTagName()) {
            case "rect" -> new RoundRectangle2D.Double(number(element, "x", 0), number(element, "y", 0),
                number(element, "width", 0), number(element, "height", 0), 2 * number(element, "rx", 0),
                2 * number(element, "rx", 0));
            case "circle" -> new Ellipse2D.Double(number(element, "cx", 0) - number(element, "r", 0),
                number(element, "cy", 0) - number(element, "r", 0), 2 * number(element, "r", 0),
                2 * number(element, "r", 0));
            case "path" -> path(element.getAttribute("d"));
            default -> throw new IOException("\"" + element.getTagName() + "\" is not drawn; expected rect, circle or "
                + "path");
        };
    }

    private static Path2D path(final String text) throws IOException {
        final Path2D path = new Path2D.Double();
        final Scanner words = new Scanner(text.replaceAll("([MLQZ])", " $1 "));
        while (words.hasNext()) {
            switch (words.next()) {
                case "M" -> path.moveTo(next(words), next(words));
                case "L" -> path.lineTo(next(words), next(words));
                case "Q" -> path.quadTo(next(words), next(words), next(words), next(words));
                case "Z" -> path.closePath();
                default -> throw new IOException("the path \"" + text + "\" holds other commands than M, L, Q and Z");
            }
        }
        return path;
    }

    private static double next(final Scanner words) {
        return Double.parseDouble(words.next());
    }

    private static double number(final Element element, final String attribute, final double otherwise) {
        return element.hasAttribute(attribute) ? Double.parseDouble(element.getAttribute(attribute)) : otherwise;
    }

    private static BufferedImage reduce(final BufferedImage large) {
        final BufferedImage icon = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                final int[] block = large.getRGB(x * FINER, y * FINER, FINER, FINER, null, 0, FINER);
                long alpha = 0;
                final long[] colours = new long[3];
                for (final int argb : block) {
                    final int a = argb >>> 24;
                    alpha += a;
                    for (int c = 0; c < 3; c++) {
                        colours[c] += (long)a * (argb >> 8 * c & 255);
                    }
                }
                int argb = (int)Math.round((double)alpha / block.length) << 24;
                for (int c = 0; c < 3 && alpha > 0; c++) {
                    argb |= (int)Math.round((double)colours[c] / alpha) << 8 * c;
                }
                icon.setRGB(x, y, argb);
            }
        }
        return icon;
    }
}
