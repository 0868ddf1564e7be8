// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.epattern.scan.SampleType;

/**
 * Header of a series of FEI's TIA (.ser), little-endian, after C. Boothroyd's description of the format and the reader
 * of RosettaSciIO. n has 4 bytes, from version 0x0220 on 8.
 *
 * <pre>
 *   0  u16 0x4949, u16 0x0197, u16 version     22  n   position of the list of elements
 *   6  u32 kind, 0x4120 spectra, 0x4122 images     u32 number of dimensions; per dimension
 *  10  u32 kind of tags, 0x4142 with position      u32 size, f64 offset, f64 step, u32 element,
 *  14  u32 number of elements, 18 valid ones       u32 length, description, u32 length, unit
 *
 *  list     n[] positions of the elements, n[] positions of their tags
 *  element  f64 offset, f64 step, u32 element, for x and for y; u16 number type, u32 width, u32 height, pixels
 *  tag      u16 kind, u16, u32 time, with position: f64 x, f64 y (m)
 * </pre>
 *
 * @param version version of the file
 * @param valid number of elements that hold an image
 * @param total number of elements that were planned
 * @param list position of the list of positions
 * @param hasPositions whether tags hold positions
 * @param dimensions dimensions of the series
 */
record SerHeader(int version, long valid, long total, long list, boolean hasPositions, List<Dimension> dimensions) {

    private static final int MARK = 0x4949;
    private static final int SERIES = 0x0197;
    private static final int WIDE_POSITIONS = 0x0220;
    private static final long SPECTRA = 0x4120;
    private static final long IMAGES = 0x4122;
    private static final long WITH_POSITION = 0x4142;
    private static final int MOST_DIMENSIONS = 8;
    private static final int LONGEST_TEXT = 4096;

    /**
     * A dimension of the series.
     *
     * @param size number of points
     * @param step their distance
     * @param unit its unit
     */
    record Dimension(long size, double step, String unit) {
    }

    /**
     * An image of the series.
     *
     * @param pixels position of its first pixel
     * @param width pixels in a row
     * @param height number of rows
     * @param type number type
     * @param pixel size of a pixel (m or 1/m)
     */
    record Element(long pixels, long width, long height, SampleType type, double pixel) {
    }

    private static HeaderReader reader(final ScanFile file, final String place) {
        return new HeaderReader(file, ByteOrder.LITTLE_ENDIAN, () -> place);
    }

    /** @return whether the first numbers are those of a series */
    static boolean recognises(final ScanFile file) throws IOException {
        if (file.size() < 4) {
            return false;
        }
        final HeaderReader header = reader(file, "the header");
        return header.u16() == MARK && header.u16() == SERIES;
    }

    static SerHeader read(final ScanFile file) throws IOException {
        final HeaderReader header = reader(file, "the header");
        final int mark = header.u16();
        final int series = header.u16();
        if (mark != MARK || series != SERIES) {
            throw new IOException(String.format("%s: not a series of TIA; it starts with 0x%04X 0x%04X, expected "
                + "0x%04X 0x%04X", file.path(), mark, series, MARK, SERIES));
        }
        final int version = header.u16();
        final long kind = header.u32();
        if (kind != IMAGES) {
            throw new IOException(file.path() + ": found a series of "
                + (kind == SPECTRA ? "spectra" : String.format("the kind 0x%04X", kind))
                + ", expected images (0x4122)");
        }
        final long tags = header.u32();
        final long total = header.u32();
        final long valid = header.u32();
        if (valid < 1 || valid > total || valid > file.size()) {
            throw new IOException(file.path() + ": found " + valid + " valid images of " + total
                + " planned ones in a file of " + file.size() + " bytes, expected at least 1");
        }
        final long list = version >= WIDE_POSITIONS ? header.i64() : header.u32();
        final long dimensions = header.u32();
        if (dimensions > MOST_DIMENSIONS) {
            throw new IOException(
                file.path() + ": found " + dimensions + " dimensions, expected at most " + MOST_DIMENSIONS);
        }
        final List<Dimension> read = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            final long size = header.u32();
            header.f64();
            final double step = header.f64();
            header.u32();
            text(file, header);
            read.add(new Dimension(size, step, text(file, header)));
        }
        return new SerHeader(version, valid, total, list, tags == WITH_POSITION, read);
    }

    private static String text(final ScanFile file, final HeaderReader header) throws IOException {
        final long length = header.u32();
        if (length > LONGEST_TEXT) {
            throw new IOException(file.path() + ": damaged header; found a text of " + length
                + " bytes in a dimension, expected at most " + LONGEST_TEXT);
        }
        return header.text((int)length);
    }

    private long listed(final ScanFile file, final long index) throws IOException {
        final int bytes = version >= WIDE_POSITIONS ? 8 : 4;
        if (list < 0 || list > file.size()) {
            throw new IOException(file.path() + ": damaged header; the list of images lies at byte " + list
                + ", but the file has " + file.size());
        }
        final HeaderReader reader = reader(file, "the list of images").at(list + index * bytes);
        return bytes == 8 ? reader.i64() : reader.u32();
    }

    /** Reads the description of an image and checks that its pixels are within the file. */
    Element element(final ScanFile file, final long index) throws IOException {
        final String place = "image " + index;
        final HeaderReader reader = reader(file, "the header of " + place).at(listed(file, index));
        reader.f64();
        final double pixel = reader.f64();
        reader.at(reader.position() + 4 + 8 + 8 + 4);
        final int code = reader.u16();
        final long width = reader.u32();
        final long height = reader.u32();
        final SampleType type = switch (code) {
            case 1 -> SampleType.UINT8;
            case 2 -> SampleType.UINT16;
            case 3 -> SampleType.UINT32;
            case 4 -> SampleType.INT8;
            case 5 -> SampleType.INT16;
            case 6 -> SampleType.INT32;
            case 7 -> SampleType.FLOAT32;
            case 8 -> SampleType.FLOAT64;
            default -> throw new IOException(file.path() + ": " + place + " has the number type " + code
                + (code == 9 || code == 10 ? " (complex)" : "")
                + ", expected 1 to 8 (whole or floating point numbers)");
        };
        final long pixels = reader.position();
        if (width < 1 || height < 1 || width > (file.size() - pixels) / height / type.bytes()) {
            throw new IOException(file.path() + ": " + place + " should have " + width + " x " + height + " px " + type
                + " at byte " + pixels + ", but the file has " + file.size() + " bytes; it is truncated or damaged");
        }
        return new Element(pixels, width, height, type, pixel);
    }

    /** @return x and y of the beam at an image (m) */
    double[] position(final ScanFile file, final long index) throws IOException {
        final HeaderReader reader = reader(file, "the tag of image " + index).at(listed(file, total + index) + 8);
        return new double[] {reader.f64(), reader.f64()};
    }
}
