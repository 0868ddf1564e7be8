// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;

import org.epattern.scan.SampleType;
import org.epattern.scan.ScanProperty;

/**
 * Header of a StreamPix sequence, little-endian, as LiberTEM and RosettaSciIO read it:
 *
 * <pre>
 *   0  u32 0xFEED                           556  u32 bits per pixel, 560 bits of the camera
 *   4  "Norpix seq" in 16-bit characters    564  u32 bytes of an image
 *  28  i32 version                          568  u32 format, 100 = grey
 *  32  i32 length of the header             572  u32 number of images
 *  36  description, 256 16-bit characters   580  u32 bytes from an image to the next one
 * 548  u32 width, 552 height (px)           584  f64 images per second
 *                                           620  u32 compression, 0 = none
 * </pre>
 *
 * The first image starts at byte 8192, in files of versions before 5 at byte 1024.
 *
 * @param version version of the file
 * @param width pixels in a row
 * @param height rows of an image
 * @param type number type
 * @param cameraBits bits that the camera delivers
 * @param count number of images, 0 where the recording was not ended
 * @param distance bytes from an image to the next one
 * @param rate images per second
 */
record SeqHeader(int version, long width, long height, SampleType type, long cameraBits, long count, long distance,
    double rate) {

    private static final long MAGIC = 0xFEED;
    private static final String MAKER = "Norpix";
    private static final int LENGTH = 1024;
    private static final int GREY = 100;
    private static final int STREAMPIX_6 = 5;

    /** @return whether the first number and the name after it are those of a sequence */
    static boolean recognises(final ScanFile file) throws IOException {
        if (file.size() < LENGTH) {
            return false;
        }
        final HeaderReader header = new HeaderReader(file, ByteOrder.LITTLE_ENDIAN, () -> "the header");
        return header.u32() == MAGIC && header.wideText(MAKER.length()).equals(MAKER);
    }

    static SeqHeader read(final ScanFile file) throws IOException {
        final HeaderReader header = new HeaderReader(file, ByteOrder.LITTLE_ENDIAN, () -> "the header");
        final long magic = header.u32();
        if (magic != MAGIC) {
            throw new IOException(String.format("%s: not a StreamPix sequence; it starts with 0x%X, expected 0x%X",
                file.path(), magic, MAGIC));
        }
        final int version = header.at(28).i32();
        final long width = header.at(548).u32();
        final long height = header.u32();
        final long bits = header.u32();
        final long cameraBits = header.u32();
        final long imageBytes = header.u32();
        final long format = header.u32();
        final long count = header.u32();
        final long distance = header.at(580).u32();
        final double rate = header.f64();
        final long compression = header.at(620).u32();
        if (format != GREY || compression != 0) {
            throw new IOException(file.path() + ": found images of the format " + format + " with the compression "
                + compression + ", expected 100 (grey) and 0 (none)");
        }
        final SampleType type = bits == 8 ? SampleType.UINT8 : bits == 16 ? SampleType.UINT16
            : bits == 32 ? SampleType.UINT32 : null;
        if (type == null) {
            throw new IOException(file.path() + ": found " + bits + " bits per pixel, expected 8, 16 or 32");
        }
        final long bytes = new ScanShape(0, 1, 1).geometry(file.path(), width, height, type).patternBytes();
        if (imageBytes != bytes || distance < bytes) {
            throw new IOException(file.path() + ": damaged header; images of " + width + " x " + height + " px " + type
                + " have " + bytes + " bytes, but the header says " + imageBytes + " bytes at distances of "
                + distance);
        }
        return new SeqHeader(version, width, height, type, cameraBits, count, distance, rate);
    }

    /** @return position of the first image */
    long start() {
        return version >= STREAMPIX_6 ? 8192 : 1024;
    }

    List<ScanProperty> properties() {
        return List.of(new ScanProperty("format", "StreamPix sequence " + version, ""),
            new ScanProperty("camera bits", Long.toString(cameraBits), ""),
            new ScanProperty("images per second", Double.toString(rate), "1/s"));
    }
}
