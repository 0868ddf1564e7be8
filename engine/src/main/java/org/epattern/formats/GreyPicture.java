// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.epattern.scan.Samples;

/**
 * A single grey picture, such as a mask.
 *
 * @param width pixels in a row
 * @param height pixel rows
 * @param pixels grey levels, row by row; belongs to the caller
 */
public record GreyPicture(int width, int height, float[] pixels) {

    /** More than any detector has. */
    private static final long LARGEST = 1L << 27;

    /**
     * @param file a PNG, BMP or TIFF picture
     * @return the picture
     * @throws IOException one sentence if there is none, or it is no grey picture
     */
    public static GreyPicture read(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file; a grey PNG, TIFF or BMP picture is expected");
        }
        final GreyImages.Kind kind = ImageFile.kind(file);
        if ((long)kind.width() * kind.height() > LARGEST) {
            throw new IOException(file + ": the picture has " + kind.width() + " x " + kind.height()
                + " px; a picture of the size of the patterns is expected");
        }
        final byte[] samples = new byte[kind.width() * kind.height() * kind.type().bytes()];
        ImageFile.read(file, kind, file, samples);
        final float[] pixels = new float[kind.width() * kind.height()];
        Samples.decode(samples, kind.type(), pixels);
        return new GreyPicture(kind.width(), kind.height(), pixels);
    }
}
