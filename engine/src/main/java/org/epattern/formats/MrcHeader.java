// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.epattern.scan.ScanProperty;

/**
 * Header of an MRC file, 1024 bytes, after the description of MRC2014 (Cheng et al., J. Struct. Biol. 192 (2015) 146):
 *
 * <pre>
 *   0  i32 width, 4 height, 8 number of images (px)     92  i32 bytes of the extended header
 *  12  i32 mode, see {@link MrcMode}                   152  i32 "IMOD" and 156 i32 flags, bit 0: bytes are signed
 *  28  i32 sampling in x, 32 y, 36 z                   208  char[4] "MAP " (missing in old files)
 *  40  f32 cell in x, 44 y, 48 z (angstrom)            212  machine stamp: 44 44 or 44 41 little-, 11 11 big-endian
 *                                                      220  i32 number of labels, then ten of 80 characters
 * </pre>
 *
 * @param order byte order of the file
 * @param width pixels in a row
 * @param height rows of an image
 * @param count number of images
 * @param mode number type
 * @param extendedBytes bytes of the extended header
 * @param pixelX pixel size along a row (nm), 0 where the header does not tell
 * @param pixelY pixel size across rows (nm), 0 where the header does not tell
 * @param labels text lines
 */
record MrcHeader(ByteOrder order, int width, int height, long count, MrcMode mode, long extendedBytes, double pixelX,
    double pixelY, List<String> labels) {

    static final int LENGTH = 1024;

    private static final int IMOD_STAMP = 1146047817;
    private static final int LABEL_LENGTH = 80;
    private static final int LABELS = 10;
    private static final double ANGSTROM_PER_NM = 10;

    static MrcHeader read(final ScanFile file) throws IOException {
        if (file.size() < LENGTH) {
            throw new IOException(file.path() + ": an MRC file has a header of " + LENGTH + " bytes, but the file has"
                + " only " + file.size());
        }
        final byte[] bytes = new byte[LENGTH];
        file.read(0, bytes, 0, LENGTH, "the header");
        final ByteBuffer b = ByteBuffer.wrap(bytes).order(order(bytes));
        final int width = b.getInt(0);
        final int height = b.getInt(4);
        final long count = b.getInt(8);
        if (width < 1 || height < 1 || count < 1) {
            throw new IOException(file.path() + ": damaged header; found " + count + " images of " + width + " x "
                + height + " px, expected at least 1 of each");
        }
        final boolean signedBytes = b.getInt(152) == IMOD_STAMP && (b.getInt(156) & 1) == 1;
        final MrcMode mode = MrcMode.of(b.getInt(12), signedBytes);
        if (mode == null) {
            throw new IOException(file.path() + ": the number type (mode) is " + b.getInt(12) + ", expected "
                + MrcMode.LIST);
        }
        final long extended = b.getInt(92);
        if (extended < 0 || extended > file.size() - LENGTH) {
            throw new IOException(file.path() + ": damaged header; the extended header has " + extended
                + " bytes, expected 0 to " + (file.size() - LENGTH) + " in a file of " + file.size() + " bytes");
        }
        return new MrcHeader(b.order(), width, height, count, mode, extended, pixel(b, 40, 28), pixel(b, 44, 32),
            labels(b, bytes));
    }

    /** The machine stamp tells; where it is missing, the order in which the width is the smaller number. */
    private static ByteOrder order(final byte[] bytes) {
        if (bytes[212] == 0x44) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        if (bytes[212] == 0x11) {
            return ByteOrder.BIG_ENDIAN;
        }
        final int little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        return Integer.compareUnsigned(little, Integer.reverseBytes(little)) <= 0 ? ByteOrder.LITTLE_ENDIAN
            : ByteOrder.BIG_ENDIAN;
    }

    private static double pixel(final ByteBuffer b, final int cell, final int samples) {
        final double size = b.getFloat(cell) / (double)b.getInt(samples) / ANGSTROM_PER_NM;
        return size > 0 && size < Double.POSITIVE_INFINITY ? size : 0;
    }

    private static List<String> labels(final ByteBuffer b, final byte[] bytes) {
        final int count = Math.max(0, Math.min(LABELS, b.getInt(220)));
        final List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final String label = new String(bytes, 224 + i * LABEL_LENGTH, LABEL_LENGTH, StandardCharsets.ISO_8859_1)
                .replaceAll("[^ -~\u00a0-\u00ff]", " ").strip();
            if (!label.isEmpty()) {
                labels.add(label);
            }
        }
        return labels;
    }

    /** @return position of the first pixel */
    long dataStart() {
        return LENGTH + extendedBytes;
    }

    List<ScanProperty> properties() {
        final List<ScanProperty> list = new ArrayList<>();
        list.add(new ScanProperty("format", "MRC, " + mode.text(), ""));
        if (pixelX > 0 && pixelY > 0) {
            list.add(new ScanProperty("cell pixel x", Double.toString(pixelX), "nm"));
            list.add(new ScanProperty("cell pixel y", Double.toString(pixelY), "nm"));
        }
        for (final String label : labels) {
            list.add(new ScanProperty("label", label, ""));
        }
        return list;
    }
}
