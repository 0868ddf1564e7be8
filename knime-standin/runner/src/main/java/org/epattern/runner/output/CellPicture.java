// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;
import org.knime.core.data.renderer.DataValueRendererFamily;

/**
 * Draws the cells of a column with the renderer that KNIME's table view would use, if that one paints: larger than in a
 * row of the table, as in a view whose cells the user has enlarged.
 */
final class CellPicture {

    /** The longer side is enlarged by a whole number to as much as fits in here. */
    private static final int WANTED = 512;

    private static final int LARGEST = 4096;

    private final DataValueRendererFamily m_renderer;

    CellPicture(final DataColumnSpec column) {
        m_renderer = column.getType().getRenderer(column);
    }

    /**
     * @param cell not missing
     * @return its picture; empty if it is shown as text
     * @throws IllegalStateException if the renderer wants a picture of no or of more than 4096 x 4096 px
     */
    Optional<BufferedImage> draw(final DataCell cell) {
        final Component component = m_renderer.getRendererComponent(cell);
        if (!(component instanceof AbstractPainterDataValueRenderer painter)) {
            return Optional.empty();
        }
        final Dimension size = painter.getPreferredSize();
        if (size.width < 1 || size.height < 1 || size.width > LARGEST || size.height > LARGEST) {
            throw new IllegalStateException("The renderer '" + painter.getDescription() + "' wants a picture of "
                + size.width + " x " + size.height + " px.");
        }
        final int factor = Math.max(1, WANTED / Math.max(size.width, size.height));
        final int width = factor * size.width;
        final int height = factor * size.height;
        painter.setSize(width, height);
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            painter.paint(graphics);
        } finally {
            graphics.dispose();
        }
        return Optional.of(image);
    }

    /**
     * @param image a picture
     * @return the same as PNG file
     */
    static byte[] png(final BufferedImage image) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("This Java cannot write PNG files.");
            }
        } catch (final IOException ex) {
            throw new UncheckedIOException("writing to memory failed", ex);
        }
        return bytes.toByteArray();
    }
}
