// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;

/**
 * Gatan DigitalMicrograph file (.dm3, .dm4) with a pattern, a series of them or a scan, see {@link DmTags} and
 * {@link DmImage}; or a folder of such files with one pattern each, see {@link DmFolder}.
 */
final class DmFormat implements ScanFormat {

    @Override
    public String name() {
        return "dm";
    }

    @Override
    public String description() {
        return "Gatan DigitalMicrograph file (.dm3, .dm4), or a folder of them";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return DmFolder.recognises(path);
        }
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return false;
        }
        try (ScanFile file = new ScanFile(path)) {
            return DmTags.recognises(file);
        }
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        if (Files.isDirectory(path)) {
            return DmFolder.open(path, options);
        }
        final ScanFile file = new ScanFile(path);
        try {
            return open(file, options);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Scan open(final ScanFile file, final OpenOptions options) throws IOException {
        final DmImage image = DmImage.read(file, options.dataset());
        final int first = image.scanAxis();
        final long patterns = switch (image.axes().size()) {
            case 2 -> 1;
            case 3 -> image.axes().get(first).size();
            default -> image.axes().get(first).size() * image.axes().get(first + 1).size();
        };
        final ScanShape shape = image.axes().size() < 4 ? ScanShape.ofFrames(file.path(), patterns, options)
            : ScanShape.of(file.path(), patterns, size(image.axes().get(first)), size(image.axes().get(first + 1)),
                options);
        final ScanGeometry geometry = shape.geometry(file.path(), image.axes().get(image.patternAxis()).size(),
            image.axes().get(image.patternAxis() + 1).size(), image.type());
        final DmDescription description = new DmDescription(image);
        if (image.isScanFirst()) {
            return new SampleScan(file.path().toString(), geometry, description.calibration(),
                description.properties(),
                new ScanFirstPatterns(file, geometry, image.position(), patterns, shape.first(), image.order()));
        }
        return new FrameScan(file, geometry,
            new FrameScan.Frames(image.position() + shape.first() * geometry.patternBytes(), geometry.patternBytes(),
                image.order(), shape.first()),
            description.calibration(), description.properties());
    }

    /** Sizes beyond a Java int are left to the number of patterns, which the shape refuses or the user splits. */
    private static int size(final DmImage.Axis axis) {
        return (int)Math.min(Integer.MAX_VALUE, axis.size());
    }
}
