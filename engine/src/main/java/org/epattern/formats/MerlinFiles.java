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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.Calibration;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * The files of an acquisition that the program of a Merlin detector split: {@code name.hdr} with {@code name1.mib},
 * {@code name2.mib} and so on. The numbers of the frames in their headers tell whether one is missing.
 */
final class MerlinFiles {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)[_-]?(\\d{1,9})\\.mib", Pattern.CASE_INSENSITIVE);

    private MerlinFiles() {
    }

    /**
     * @param path a .mib or .hdr file
     * @return the file with the frames; several, in their order, if a .hdr file describes them together
     * @throws IOException one sentence if there are none
     */
    static List<Path> of(final Path path) throws IOException {
        if (!SmallText.endsWith(path, ".hdr")) {
            final Matcher name = NUMBERED.matcher(path.getFileName().toString());
            return name.matches() && !Files.exists(path.resolveSibling(SmallText.stem(path) + ".hdr"))
                && Files.isRegularFile(path.resolveSibling(name.group(1) + ".hdr"))
                    ? numbered(path, name.group(1)) : List.of(path);
        }
        for (final String ending : List.of(".mib", ".MIB")) {
            final Path frames = path.resolveSibling(SmallText.stem(path) + ending);
            if (Files.isRegularFile(frames)) {
                return List.of(frames);
            }
        }
        final List<Path> files = numbered(path, SmallText.stem(path));
        if (files.isEmpty()) {
            throw new IOException(path + ": describes frames, but " + SmallText.stem(path)
                + ".mib is not in the same folder");
        }
        return files;
    }

    private static List<Path> numbered(final Path path, final String stem) throws IOException {
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path.toAbsolutePath().getParent(), entry -> {
            final Matcher name = NUMBERED.matcher(entry.getFileName().toString());
            return name.matches() && name.group(1).equals(stem) && Files.isRegularFile(entry);
        })) {
            entries.forEach(entry -> files.add(path.resolveSibling(entry.getFileName())));
        }
        files.sort((a, b) -> NaturalOrder.INSTANCE.compare(lowerCase(a), lowerCase(b)));
        return files;
    }

    private static String lowerCase(final Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Opens an acquisition in several files.
     *
     * @param files the files in their order
     * @param options what the user says
     * @return the scan
     * @throws IOException one sentence if a file is damaged or missing, or its frames are raw
     */
    static Scan open(final List<Path> files, final OpenOptions options) throws IOException {
        final List<SplitFrames.Part> parts = new ArrayList<>();
        MerlinHeader first = null;
        long count = 0;
        for (final Path path : files) {
            try (ScanFile file = new ScanFile(path)) {
                final MerlinHeader header = MerlinHeader.read(file, 0);
                first = first == null ? header : first;
                check(path, header, first, first.frameNumber() + count);
                final long distance = distance(path, header);
                final long frames = WholeFrames.count(path, file.size(), distance, options);
                MerlinFormat.checkFrame(file, first, distance, frames - 1, frames);
                parts.add(new SplitFrames.Part(path, header.length(), count, frames));
                count += frames;
            }
        }
        final Path path = files.get(0);
        final Matcher name = NUMBERED.matcher(path.getFileName().toString());
        final String stem = name.matches() ? name.group(1) : SmallText.stem(path);
        final MerlinScanSize beside = MerlinScanSize.read(path.resolveSibling(stem + ".hdr"));
        final int[] scan = beside.scanSize(stem, count);
        final ScanShape shape = scan == null ? ScanShape.ofFrames(path, count, options)
            : ScanShape.of(path, count, scan[0], scan[1], options);
        final ScanGeometry geometry = shape.geometry(path, first.width(), first.height(), first.type());
        final List<ScanProperty> properties = new ArrayList<>(first.properties());
        properties.addAll(beside.properties());
        properties.add(new ScanProperty("files", Integer.toString(files.size()), ""));
        return new SampleScan(path.toString(), geometry, Calibration.NONE, properties,
            new SplitFrames(parts, distance(path, first), ByteOrder.BIG_ENDIAN, geometry, shape.first()));
    }

    private static long distance(final Path path, final MerlinHeader header) throws IOException {
        return header.length() + (long)new ScanShape(0, 1, 1)
            .geometry(path, header.width(), header.height(), header.type()).patternBytes();
    }

    private static void check(final Path path, final MerlinHeader header, final MerlinHeader first,
        final long expected) throws IOException {
        if (header.isRaw()) {
            throw new IOException(path + ": raw frames split over several files cannot be read together, expected"
                + " processed ones; open the files one by one");
        }
        if (!header.isLike(first)) {
            throw new IOException(path + ": the frames are " + header.text() + ", expected " + first.text()
                + " as in the first file");
        }
        if (header.frameNumber() != expected) {
            throw new IOException(path + ": the first frame has the number " + header.frameNumber() + ", expected "
                + expected + " to continue the file before it; a file is missing or of another acquisition");
        }
    }
}
