// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * Folder of DigitalMicrograph files with one pattern each: numbered files, or the tree
 * {@code Hour_00/Minute_00/Second_00/…Frame_0000.dm4} that Gatan's in-situ recorder writes. Files are taken in the
 * natural order of their names; the scan size comes from the end of the folder's name, {@code (0-Ymax,0-Xmax)}, or from
 * the user, otherwise they are one line.
 */
final class DmFolder {

    private static final Pattern FILE = Pattern.compile(".*\\.dm[34]", Pattern.CASE_INSENSITIVE);
    /** Folders of the recorder, from the outermost. */
    private static final List<Pattern> LEVELS = List.of(level("hour"), level("minute"), level("second"));

    private DmFolder() {
    }

    private static Pattern level(final String name) {
        return Pattern.compile("(.*[ _])?" + name + "[ _]?\\d+", Pattern.CASE_INSENSITIVE);
    }

    /** @return whether the folder, or the first of its folders of hours, minutes and seconds, holds such a file */
    static boolean recognises(final Path folder) throws IOException {
        return recognises(folder, 0);
    }

    private static boolean recognises(final Path folder, final int level) throws IOException {
        for (final Path entry : entries(folder, DmFolder::isFrame)) {
            if (Files.isRegularFile(entry)) {
                return true;
            }
        }
        for (int inner = level; inner < LEVELS.size(); inner++) {
            for (final Path entry : levels(folder, inner)) {
                if (recognises(entry, inner + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFrame(final Path path) {
        final String name = path.getFileName().toString();
        return FILE.matcher(name).matches() && !name.startsWith(".");
    }

    /** The folders of a level of the recorder directly in a folder. */
    private static List<Path> levels(final Path folder, final int level) throws IOException {
        return entries(folder, path -> LEVELS.get(level).matcher(path.getFileName().toString()).matches()
            && Files.isDirectory(path));
    }

    private static List<Path> entries(final Path folder, final Predicate<Path> wanted) throws IOException {
        final List<Path> list = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, wanted::test)) {
            entries.forEach(list::add);
        }
        list.sort((a, b) -> NaturalOrder.INSTANCE.compare(lowerCase(a), lowerCase(b)));
        return list;
    }

    private static String lowerCase(final Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static void collect(final Path folder, final int level, final List<Path> frames) throws IOException {
        for (final Path entry : entries(folder, DmFolder::isFrame)) {
            if (Files.isRegularFile(entry)) {
                frames.add(entry);
            }
        }
        for (int inner = level; inner < LEVELS.size(); inner++) {
            for (final Path entry : levels(folder, inner)) {
                collect(entry, inner + 1, frames);
            }
        }
    }

    static Scan open(final Path folder, final OpenOptions options) throws IOException {
        final List<Path> frames = new ArrayList<>();
        collect(folder, 0, frames);
        if (frames.isEmpty()) {
            throw new IOException(folder + ": the folder holds no .dm3 or .dm4 files");
        }
        final Path absolute = folder.toAbsolutePath().normalize().getFileName();
        final int[] named = ScanShape.inName(absolute == null ? "" : absolute.toString());
        final ScanShape shape = named == null ? ScanShape.ofFrames(folder, frames.size(), options)
            : ScanShape.of(folder, frames.size(), named[0], named[1], options);
        final int first = (int)shape.first();
        final List<Path> used = List.copyOf(frames.subList(first, first + shape.width() * shape.height()));
        final Model model = Model.of(used.get(0));
        final long length = Files.size(used.get(0));
        for (final Path frame : used) {
            if (Files.size(frame) != length) {
                try (ScanFile file = new ScanFile(frame)) {
                    model.position(file);
                }
            }
        }
        final ScanGeometry geometry = shape.geometry(used.get(0), model.image().axes().get(0).size(),
            model.image().axes().get(1).size(), model.image().type());
        final DmDescription description = new DmDescription(model.image());
        final List<ScanProperty> properties = new ArrayList<>(description.properties());
        properties.add(new ScanProperty("first file", folder.relativize(used.get(0)).toString(), ""));
        properties.add(new ScanProperty("last file", folder.relativize(used.get(used.size() - 1)).toString(), ""));
        return new SampleScan(folder.toString(), geometry, description.calibration(), properties,
            new Frames(used, model, geometry.patternBytes()));
    }

    /**
     * The first pattern, which all others must resemble.
     *
     * @param image what its tags say
     * @param length length of its file
     * @param before the bytes just before its pixels: name, type and length of the tag that holds them
     */
    private record Model(DmImage image, long length, byte[] before) {

        private static final int BEFORE = 32;

        static Model of(final Path path) throws IOException {
            try (ScanFile file = new ScanFile(path)) {
                final DmImage image = DmImage.read(file, "");
                if (image.axes().size() != 2) {
                    throw new IOException(path + ": found a series of " + image.sizes()
                        + ", expected one pattern in each file of a folder; open the file itself");
                }
                return new Model(image, file.size(), before(file, image.position()));
            }
        }

        private static byte[] before(final ScanFile file, final long position) throws IOException {
            final byte[] bytes = new byte[BEFORE];
            file.read(position - BEFORE, bytes, 0, BEFORE, "the tags");
            return bytes;
        }

        /**
         * @return position of the pixels; where the file is as long as the first one and the bytes before the pixels
         *         are the same, its tags need not be read
         */
        long position(final ScanFile file) throws IOException {
            if (file.size() == length && Arrays.equals(before, before(file, image.position()))) {
                return image.position();
            }
            final DmImage other = DmImage.read(file, "");
            if (!other.sizes().equals(image.sizes()) || other.type() != image.type()
                || other.order() != image.order()) {
                throw new IOException(file.path() + ": the image is " + other.sizes() + " px " + other.type() + ", but "
                    + image.path().getFileName() + " is " + image.sizes() + " px " + image.type()
                    + "; all images of a scan must be alike");
            }
            return other.position();
        }
    }

    /** The files; each is open only while its pattern is read. */
    private record Frames(List<Path> paths, Model model, int bytes) implements SampleScan.Source {

        @Override
        public SampleScan.Fetcher fetcher() {
            return new SampleScan.Fetcher() {

                @Override
                public void fetch(final long index, final byte[] samples) throws IOException {
                    try (ScanFile file = new ScanFile(paths.get((int)index))) {
                        file.read(model.position(file), samples, 0, bytes, "the pattern");
                    }
                    ByteOrders.toLittleEndian(samples, bytes, model.image().type().bytes(), model.image().order());
                }

                @Override
                public void close() {
                    // no file is open between two patterns
                }
            };
        }

        @Override
        public void close() {
            // no file is open between two patterns
        }
    }
}
