// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns pictures into PNG files. */
public final class Png {

    private Png() {
    }

    /**
     * @param picture a picture
     * @return the bytes of a PNG file
     */
    public static byte[] encode(final BufferedImage picture) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // not ImageIO's file cache: a full or forbidden temporary folder must not matter for a picture in memory
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", stream)) {
                throw new IllegalStateException("This Java runtime cannot write PNG pictures");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
