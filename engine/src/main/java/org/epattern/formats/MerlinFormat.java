// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * Frames of a Quantum Detectors Merlin detector (.mib with .hdr), see {@link MerlinHeader}, {@link MerlinRawFrames}
 * and {@link MerlinScanSize}; opened by either file, also split over several, see {@link MerlinFiles}. Rows are given
 * in the order of the file, so that a pixel has the coordinates of the detector; HyperSpy shows them upside down.
 */
final class MerlinFormat implements ScanFormat {

    @Override
    public String name() {
        return "mib";
    }

    @Override
    public String description() {
        return "Quantum Detectors Merlin (.mib with .hdr)";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        final String start = SmallText.start(path, MerlinHeader.ID.length());
        return start.equals(MerlinHeader.ID)
            || SmallText.endsWith(path, ".hdr") && start.equals(MerlinScanSize.HDR_START)
            || SmallText.endsWith(path, ".mib") && !start.isEmpty();
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        final List<Path> files = MerlinFiles.of(path);
        if (files.size() > 1) {
            return MerlinFiles.open(files, options);
        }
        final ScanFile file = new ScanFile(files.get(0));
        try {
            return open(file, options);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Scan open(final ScanFile file, final OpenOptions options) throws IOException {
        final Path path = file.path();
        final MerlinHeader header = MerlinHeader.read(file, 0);
        final MerlinRawFrames.Layout raw = header.isRaw() ? MerlinRawFrames.Layout.of(path, header) : null;
        final int width = raw == null ? header.width() : raw.width();
        final int height = raw == null ? header.height() : raw.height();
        final SampleType type = raw == null ? header.type() : raw.type();
        // refuses impossible sizes before anything is worked out from them
        final int patternBytes = new ScanShape(0, 1, 1).geometry(path, width, height, type).patternBytes();
        final long distance = header.length() + (raw == null ? patternBytes : raw.frameBytes());
        final long count = WholeFrames.count(path, file.size(), distance, options);
        checkFrame(file, header, distance, 1, count);
        checkFrame(file, header, distance, count - 1, count);
        final MerlinScanSize beside = MerlinScanSize.read(path.resolveSibling(SmallText.stem(path) + ".hdr"));
        final int[] scan = beside.scanSize(path.getFileName().toString(), count);
        final ScanShape shape = scan == null ? ScanShape.ofFrames(path, count, options)
            : ScanShape.of(path, count, scan[0], scan[1], options);
        final ScanGeometry geometry = shape.geometry(path, width, height, type);
        final List<ScanProperty> properties = new ArrayList<>(header.properties());
        properties.addAll(beside.properties());
        final long firstByte = shape.first() * distance + header.length();
        if (raw == null) {
            return new FrameScan(file, geometry,
                new FrameScan.Frames(firstByte, distance, ByteOrder.BIG_ENDIAN, shape.first()), Calibration.NONE,
                properties);
        }
        return new SampleScan(path.toString(), geometry, Calibration.NONE, properties,
            new MerlinRawFrames(file, raw, firstByte, distance, shape.first()));
    }

    /** Looks whether a frame begins where it should: if not, the length of the frames is not what the header says. */
    static void checkFrame(final ScanFile file, final MerlinHeader first, final long distance,
        final long index, final long count) throws IOException {
        if (index < 1 || index >= count) {
            return;
        }
        final MerlinHeader header = MerlinHeader.read(file, index * distance);
        if (!header.isLike(first)) {
            throw new IOException(file.path() + ": frame " + index + " has " + header.text() + ", expected "
                + first.text() + " as in the first frame");
        }
    }
}
