// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** The bytes of a PNG picture. */
public class PNGImageContent implements ImageContent {

    /** The type of cells with such a picture. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private static final byte[] SIGNATURE = {(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final byte[] m_bytes;

    /**
     * @param pngBytes bytes of a PNG file, copied
     * @throws IllegalArgumentException if they do not start like a PNG file
     */
    public PNGImageContent(final byte[] pngBytes) {
        m_bytes = pngBytes.clone();
        if (m_bytes.length < SIGNATURE.length
            || !Arrays.equals(SIGNATURE, Arrays.copyOf(m_bytes, SIGNATURE.length))) {
            throw new IllegalArgumentException("These " + m_bytes.length + " bytes are no PNG picture.");
        }
    }

    /**
     * @param input bytes of a PNG file, read to the end
     * @throws IOException if reading fails
     */
    public PNGImageContent(final InputStream input) throws IOException {
        this(input.readAllBytes());
    }

    /**
     * @return a copy of the bytes of the PNG file
     */
    public byte[] getByteArray() {
        return m_bytes.clone();
    }

    /**
     * @return the bytes of the PNG file, not to be changed
     */
    public byte[] getByteArrayReference() {
        return m_bytes;
    }

    /**
     * @return the decoded picture
     */
    public Image getImage() {
        return decode();
    }

    private BufferedImage decode() {
        try {
            final BufferedImage image = ImageIO.read(new ByteArrayInputStream(m_bytes));
            if (image == null) {
                throw new IOException("no PNG decoder takes it");
            }
            return image;
        } catch (final IOException e) {
            throw new UncheckedIOException("The PNG picture cannot be decoded: " + e.getMessage(), e);
        }
    }

    @Override
    public void paint(final Graphics2D g, final int width, final int height) {
        g.drawImage(decode(), 0, 0, width, height, null);
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(m_bytes);
    }

    @Override
    public DataCell toImageCell() {
        return PNGImageCellFactory.create(m_bytes);
    }

    @Override
    public Dimension getPreferredSize() {
        final BufferedImage image = decode();
        return new Dimension(image.getWidth(), image.getHeight());
    }

    @Override
    public String getSummary() {
        final Dimension size = getPreferredSize();
        return "PNG image, " + size.width + " x " + size.height;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PNGImageContent that && Arrays.equals(m_bytes, that.m_bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_bytes);
    }
}
