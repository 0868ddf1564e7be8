// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/** Series of a TVIPS camera (.tvips), one file or several that end with _000, _001 …; see {@link TvipsHeader}. */
final class TvipsFormat implements ScanFormat {

    private static final Pattern NUMBERED = Pattern.compile("(.*_)(\\d{3})(\\.tvips)", Pattern.CASE_INSENSITIVE);
    private static final String ENDING = ".tvips";

    @Override
    public String name() {
        return "tvips";
    }

    @Override
    public String description() {
        return "TVIPS series (.tvips), also split over several files";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return false;
        }
        if (SmallText.endsWith(path, ENDING)) {
            return true;
        }
        try (ScanFile file = new ScanFile(path)) {
            return TvipsHeader.recognises(file);
        }
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        final List<Path> files = files(path);
        final TvipsHeader header;
        try (ScanFile first = new ScanFile(files.get(0))) {
            header = TvipsHeader.read(first);
        }
        final long distance = header.distance(files.get(0));
        final List<SplitFrames.Part> parts = new ArrayList<>();
        long count = 0;
        for (final Path file : files) {
            final int start = parts.isEmpty() ? TvipsHeader.LENGTH : 0;
            final long frames = WholeFrames.count(file, Math.max(0, Files.size(file) - start), distance, options);
            parts.add(new SplitFrames.Part(file, start + header.frameHeader(), count, frames));
            count += frames;
        }
        final boolean isAutomatic = options.scanWidth() == 0 && options.scanHeight() == 0 && options.skipStart() == 0
            && options.skipEnd() == 0;
        final ScanShape found = isAutomatic ? TvipsScanSize.find(header, parts, distance) : null;
        final ScanShape shape = found != null ? found : ScanShape.ofFrames(path, count, options);
        final ScanGeometry geometry =
            shape.geometry(files.get(0), header.width(), header.height(), header.type());
        final List<ScanProperty> properties = new ArrayList<>(header.properties());
        properties.add(new ScanProperty("files", Integer.toString(files.size()), ""));
        properties.add(new ScanProperty("frames in the files", Long.toString(count), ""));
        if (found != null) {
            properties.add(new ScanProperty("scan found in the frame headers", "starts at frame " + found.first(), ""));
        }
        return new SampleScan(path.toString(), geometry, header.calibration(), properties,
            new SplitFrames(parts, distance, ByteOrder.LITTLE_ENDIAN, geometry, shape.first()));
    }

    /** The files of a series in their order, whichever of them was given. */
    static List<Path> files(final Path path) throws IOException {
        final Matcher given = NUMBERED.matcher(path.getFileName().toString());
        if (!given.matches()) {
            return List.of(path);
        }
        final List<Path> files = new ArrayList<>();
        final Path folder = path.toAbsolutePath().getParent();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, entry -> {
            final Matcher other = NUMBERED.matcher(entry.getFileName().toString());
            return other.matches() && other.group(1).equals(given.group(1)) && Files.isRegularFile(entry);
        })) {
            // as the user wrote it, so that messages name the file as he knows it
            entries.forEach(entry -> files.add(path.resolveSibling(entry.getFileName())));
        }
        files.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.getFileName().toString(), b.getFileName().toString()));
        for (int i = 0; i < files.size(); i++) {
            final Matcher name = NUMBERED.matcher(files.get(i).getFileName().toString());
            if (name.matches() && Integer.parseInt(name.group(2)) != i) {
                throw new IOException(files.get(i) + ": the file before it is missing; expected "
                    + name.group(1) + String.format("%03d", i) + name.group(3));
            }
        }
        return files;
    }
}
