// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * Raw binary file of a layout that the user states, see {@link RawLayout}, or that a text file beside it tells, see
 * {@link ScanSidecar}. Recognised by that text only.
 */
final class RawFormat implements ScanFormat {

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public String description() {
        return "raw binary file with a stated pattern size, number type, byte order, header and gap, or with a text "
            + "file beside it that tells them";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        return Files.isRegularFile(path) && ScanSidecar.is(ScanSidecar.of(path));
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        final ScanSidecar sidecar = options.raw() == null && recognises(path)
            ? ScanSidecar.read(ScanSidecar.of(path)) : null;
        final RawLayout layout = sidecar == null ? options.raw() : sidecar.layout();
        if (layout == null) {
            throw new IOException(path + ": a raw file does not tell its layout; state pattern size, number type, byte "
                + "order, header and gap, or lay the text file " + ScanSidecar.of(path).getFileName()
                + " beside it that tells them");
        }
        final ScanFile file = new ScanFile(path);
        try {
            return open(file, layout, sidecar, options);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Scan open(final ScanFile file, final RawLayout layout, final ScanSidecar sidecar,
        final OpenOptions options) throws IOException {
        final long pattern = (long)layout.patternWidth() * layout.patternHeight() * layout.type().bytes();
        if (layout.headerBytes() >= file.size()) {
            throw new IOException(file.path() + ": the header of " + layout.headerBytes()
                + " bytes leaves no patterns in a file of " + file.size() + " bytes");
        }
        final long data = file.size() - layout.headerBytes();
        if (layout.gapBytes() > Long.MAX_VALUE - pattern) {
            throw new IOException(file.path() + ": a gap of " + layout.gapBytes() + " bytes is larger than any file");
        }
        final long distance = pattern + layout.gapBytes();
        // the gap behind the last pattern may be missing
        final long count = data / distance + (data % distance == pattern ? 1 : 0);
        final long rest = data % distance;
        if (rest != 0 && rest != pattern) {
            throw new IOException(file.path() + ": the file has " + file.size() + " bytes, expected "
                + layout.headerBytes() + " + n x " + distance + " for a header and n patterns of "
                + layout.patternWidth() + " x " + layout.patternHeight() + " px " + layout.type()
                + (layout.gapBytes() == 0 ? "" : " with gaps of " + layout.gapBytes()) + "; " + count
                + " whole patterns fit and " + rest + " bytes are left over");
        }
        final ScanShape shape = sidecar == null ? ScanShape.of(file.path(), count, 0, 0, options)
            : ScanShape.of(file.path(), count, sidecar.geometry().scanWidth(), sidecar.geometry().scanHeight(),
                options);
        final ScanGeometry geometry = new ScanGeometry(shape.width(), shape.height(), layout.patternWidth(),
            layout.patternHeight(), layout.type());
        final long firstByte = layout.headerBytes() + shape.first() * distance;
        final String order = layout.order() == ByteOrder.BIG_ENDIAN ? "big-endian" : "little-endian";
        return new FrameScan(file, geometry,
            new FrameScan.Frames(firstByte, distance, layout.order(), shape.first()),
            sidecar == null ? Calibration.NONE : sidecar.calibration(),
            List.of(new ScanProperty("format", "raw binary, " + order, "")));
    }
}
