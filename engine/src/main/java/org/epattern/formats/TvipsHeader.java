// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanProperty;

/**
 * Header of a TVIPS series, little-endian, as HyperSpy (RosettaSciIO) and LiberTEM read it:
 *
 * <pre>
 *   0  u32 length of this header, 256     28  u32 binning in x         44  u32 magnification or camera length
 *   4  u32 version, 1 or 2                32  u32 binning in y         48  u32 bytes of a frame header (version 2;
 *   8  u32 width, 12 height (px)          36  u32 pixel size                   12 in version 1)
 *  16  u32 bits per pixel, 8 or 16        40  u32 high tension (kV)
 * </pre>
 *
 * @param width pixels in a row
 * @param height rows of a pattern
 * @param type number type
 * @param version 1 or 2
 * @param frameHeader bytes before each pattern
 * @param binning camera pixels in a pixel along a row
 * @param highTension beam energy (keV), 0 where it is not stated
 * @param magnification magnification or camera length, 0 where it is not stated
 */
record TvipsHeader(long width, long height, SampleType type, long version, long frameHeader, long binning,
    long highTension, long magnification) {

    static final int LENGTH = 256;

    private static final int FRAME_HEADER_1 = 12;
    private static final int SMALLEST_FRAME_HEADER = 12;
    private static final int LARGEST_FRAME_HEADER = 1 << 16;
    private static final int HIGHEST_TENSION = 3000;

    /** @return whether the first numbers are those of a series */
    static boolean recognises(final ScanFile file) throws IOException {
        if (file.size() < LENGTH) {
            return false;
        }
        final HeaderReader header = new HeaderReader(file, ByteOrder.LITTLE_ENDIAN, () -> "the header");
        final long length = header.u32();
        final long version = header.u32();
        final long bits = header.at(16).u32();
        return length == LENGTH && (version == 1 || version == 2) && (bits == 8 || bits == 16);
    }

    static TvipsHeader read(final ScanFile file) throws IOException {
        final HeaderReader header = new HeaderReader(file, ByteOrder.LITTLE_ENDIAN, () -> "the header");
        final long length = header.u32();
        final long version = header.u32();
        if (length != LENGTH || version != 1 && version != 2) {
            throw new IOException(file.path() + ": not the first file of a TVIPS series; found a header of " + length
                + " bytes of version " + version + ", expected " + LENGTH + " bytes of version 1 or 2");
        }
        final long width = header.u32();
        final long height = header.u32();
        final long bits = header.u32();
        if (bits != 8 && bits != 16) {
            throw new IOException(file.path() + ": found " + bits + " bits per pixel, expected 8 or 16");
        }
        final long binning = header.at(28).u32();
        final long highTension = header.at(40).u32();
        final long magnification = header.u32();
        final long frameHeader = version == 1 ? FRAME_HEADER_1 : header.u32();
        if (frameHeader < SMALLEST_FRAME_HEADER || frameHeader > LARGEST_FRAME_HEADER) {
            throw new IOException(file.path() + ": damaged header; found frame headers of " + frameHeader
                + " bytes, expected " + SMALLEST_FRAME_HEADER + " to " + LARGEST_FRAME_HEADER);
        }
        return new TvipsHeader(width, height, bits == 8 ? SampleType.UINT8 : SampleType.UINT16, version, frameHeader,
            binning, highTension, magnification);
    }

    /** @return bytes from a pattern to the next one */
    long distance(final Path path) throws IOException {
        return frameHeader + new ScanShape(0, 1, 1).geometry(path, width, height, type).patternBytes();
    }

    Calibration calibration() {
        return new Calibration(OptionalDouble.empty(), OptionalDouble.empty(),
            highTension > 0 && highTension < HIGHEST_TENSION ? OptionalDouble.of(highTension)
                : OptionalDouble.empty());
    }

    List<ScanProperty> properties() {
        final List<ScanProperty> list = new ArrayList<>();
        list.add(new ScanProperty("format", "TVIPS series " + version, ""));
        list.add(new ScanProperty("camera binning", Long.toString(binning), ""));
        list.add(new ScanProperty("magnification or camera length", Long.toString(magnification), ""));
        return list;
    }
}
