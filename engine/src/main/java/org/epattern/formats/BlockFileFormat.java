// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/** NanoMEGAS block file (.blo), 8 and 16 bit, see {@link BlockFileHeader}. */
final class BlockFileFormat implements ScanFormat {

    private static final int[] FRAME_HEADERS = {BlockFileHeader.FRAME_HEADER, BlockFileHeader.SHORT_FRAME_HEADER};

    @Override
    public String name() {
        return "blo";
    }

    @Override
    public String description() {
        return "NanoMEGAS block file (.blo), 8 and 16 bit";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) < BlockFileHeader.ID.length) {
            return false;
        }
        try (ScanFile file = new ScanFile(path)) {
            final byte[] id = new byte[BlockFileHeader.ID.length];
            file.read(0, id, 0, id.length, "the header");
            return Arrays.equals(id, BlockFileHeader.ID);
        }
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        final ScanFile file = new ScanFile(path);
        try {
            return open(file, options);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Scan open(final ScanFile file, final OpenOptions options) throws IOException {
        final BlockFileHeader header = BlockFileHeader.read(file);
        final Layout layout = layout(file, header);
        final long bytes = file.size() - header.patternStart();
        final long complete = Math.min(header.patternCount(), bytes / layout.distance());
        if (complete < header.patternCount() && options.scanWidth() == 0 && options.scanHeight() == 0) {
            throw new IOException(truncated(file, header, layout, complete));
        }
        if (complete < 1) {
            throw new IOException(file.path() + ": the file is truncated; it has not one complete pattern of "
                + layout.distance() + " bytes");
        }
        final ScanShape shape =
            ScanShape.of(file.path(), complete, header.scanWidth(), header.scanHeight(), options);
        final ScanGeometry geometry =
            shape.geometry(file.path(), header.patternSize(), header.patternSize(), layout.type());
        final long firstByte =
            header.patternStart() + shape.first() * layout.distance() + layout.frameHeader();
        final List<ScanProperty> properties = new ArrayList<>(header.properties());
        if (complete < header.patternCount()) {
            properties.add(new ScanProperty("truncated",
                complete + " of " + header.patternCount() + " patterns are complete", ""));
        }
        return new FrameScan(file, geometry,
            new FrameScan.Frames(firstByte, layout.distance(), ByteOrder.LITTLE_ENDIAN, shape.first()),
            header.calibration(), properties);
    }

    private static String truncated(final ScanFile file, final BlockFileHeader header, final Layout layout,
        final long complete) {
        final long expected = header.patternStart() + header.patternCount() * layout.distance();
        final String found = file.path() + ": the file is truncated; it has " + file.size() + " of " + expected
            + " bytes, " + complete + " of " + header.patternCount() + " patterns are complete";
        final long lines = complete / header.scanWidth();
        if (lines == 0) {
            return complete == 0 ? found
                : found + "; to read them, set the scan size to " + complete + " x 1";
        }
        final long rest = complete % header.scanWidth();
        return found + "; to read them, set the scan size to " + header.scanWidth() + " x " + lines
            + (rest == 0 ? "" : " and the patterns to skip at the end to " + rest);
    }

    /** Sample type and length of the frame header: no field tells, they follow from the notes and the file's size. */
    private record Layout(SampleType type, int frameHeader, long distance) {

        static Layout of(final BlockFileHeader header, final SampleType type, final int frameHeader) {
            return new Layout(type, frameHeader,
                frameHeader + (long)header.patternSize() * header.patternSize() * type.bytes());
        }
    }

    private static Layout layout(final ScanFile file, final BlockFileHeader header) throws IOException {
        final int bits = header.bitDepth();
        if (bits != 8 && bits != 16) {
            throw new IOException(file.path() + ": the notes say " + bits + " bits per pixel, expected 8 or 16");
        }
        final SampleType noted = bits == 16 ? SampleType.UINT16 : SampleType.UINT8;
        final long bytes = file.size() - header.patternStart();
        for (final int frameHeader : FRAME_HEADERS) {
            final Layout layout = Layout.of(header, noted, frameHeader);
            if (layout.distance() * header.patternCount() == bytes) {
                return layout;
            }
        }
        for (final int frameHeader : FRAME_HEADERS) {
            final Layout layout = Layout.of(header, noted, frameHeader);
            if (marked(file, header.patternStart()) && marked(file, header.patternStart() + layout.distance())) {
                return layout;
            }
        }
        return Layout.of(header, noted, BlockFileHeader.FRAME_HEADER);
    }

    private static boolean marked(final ScanFile file, final long position) throws IOException {
        if (position + 2 > file.size()) {
            return false;
        }
        final byte[] mark = new byte[2];
        file.read(position, mark, 0, 2, "a frame header");
        return mark[0] == (byte)0xAA && mark[1] == 0x55;
    }
}
