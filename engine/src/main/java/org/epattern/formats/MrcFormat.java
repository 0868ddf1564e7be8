// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * MRC image stack (.mrc), see {@link MrcHeader}, and what a Direct Electron camera writes beside it, see
 * {@link DirectElectronInfo}. Rows are given in the order of the file.
 */
final class MrcFormat implements ScanFormat {

    private static final int MAP = 208;

    @Override
    public String name() {
        return "mrc";
    }

    @Override
    public String description() {
        return "MRC stack (.mrc)";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (SmallText.endsWith(path, ".mrc") || SmallText.endsWith(path, ".mrcs")) {
            return Files.isRegularFile(path) && Files.size(path) > 0;
        }
        final String start = SmallText.start(path, MrcHeader.LENGTH);
        return start.length() == MrcHeader.LENGTH && start.startsWith("MAP ", MAP);
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
        final MrcHeader header = MrcHeader.read(file);
        // refuses impossible sizes before anything is worked out from them
        new ScanShape(0, 1, 1).geometry(file.path(), header.width(), header.height(), header.mode().type());
        final long distance = header.mode().rowBytes(header.width()) * header.height();
        final long bytes = file.size() - header.dataStart();
        final long complete = Math.min(header.count(), bytes / distance);
        if (complete < header.count() && options.scanWidth() == 0 && options.scanHeight() == 0 || complete == 0) {
            throw new IOException(file.path() + ": the file is truncated or damaged; the header says " + header.count()
                + " images of " + header.width() + " x " + header.height() + " px " + header.mode().text() + ", but "
                + bytes + " bytes hold only " + complete
                + (complete == 0 ? "" : "; to read them, set the scan size, possible are "
                    + ScanShape.pairs(complete)));
        }
        final DirectElectronInfo info = DirectElectronInfo.beside(file.path());
        final int[] scan = info == null ? null : info.scanSize();
        final ScanShape shape = scan == null || (long)scan[0] * scan[1] != complete
            ? ScanShape.ofFrames(file.path(), complete, options)
            : ScanShape.of(file.path(), complete, scan[0], scan[1], options);
        final ScanGeometry geometry =
            shape.geometry(file.path(), header.width(), header.height(), header.mode().type());
        final List<ScanProperty> properties = new ArrayList<>(header.properties());
        if (info != null) {
            properties.addAll(info.properties());
        }
        if (complete < header.count()) {
            properties.add(new ScanProperty("truncated",
                complete + " of " + header.count() + " patterns are complete", ""));
        }
        final Calibration calibration = info == null ? Calibration.NONE : info.calibration();
        final long firstByte = header.dataStart() + shape.first() * distance;
        if (header.mode().isPlain()) {
            return new FrameScan(file, geometry,
                new FrameScan.Frames(firstByte, distance, header.order(), shape.first()), calibration, properties);
        }
        return new SampleScan(file.path().toString(), geometry, calibration, properties,
            new MrcUnpacked(file, header, firstByte, shape.first()));
    }
}
