// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.epattern.scan.Calibration;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;

/**
 * Folder of numbered grey images (BMP, PNG, TIFF), one pattern each, or a single image. Images are taken in the natural
 * order of their names (2 before 10); the scan size comes from the end of the folder's name,
 * {@code (0-Ymax,0-Xmax)}, or from the user.
 */
final class NumberedImagesFormat implements ScanFormat {

    private static final Pattern IMAGE = Pattern.compile(".*\\.(bmp|png|tiff?)", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "images";
    }

    @Override
    public String description() {
        return "folder of numbered grey images (.bmp, .png, .tif), or one image";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, NumberedImagesFormat::isImage)) {
                return entries.iterator().hasNext();
            }
        }
        return Files.isRegularFile(path) && isImage(path);
    }

    private static boolean isImage(final Path path) {
        // files that begin with a point are leftovers of programs and systems (._0001.tif)
        final String name = path.getFileName().toString();
        return IMAGE.matcher(name).matches() && !name.startsWith(".");
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        if (Files.isDirectory(path)) {
            return openFolder(path, options);
        }
        if (!isImage(path)) {
            throw new IOException(path + ": found a file, expected an image or a folder of images (.bmp, .png, .tif)");
        }
        final GreyImages.Kind kind = ImageFile.kind(path);
        return new ImageScan(path, List.of(path), geometry(ScanShape.ofFrames(path, 1, options), kind), kind,
            Calibration.NONE);
    }

    private static Scan openFolder(final Path folder, final OpenOptions options) throws IOException {
        final List<Path> files = list(folder);
        if (files.isEmpty()) {
            throw new IOException(folder + ": the folder holds no images, expected .bmp, .png or .tif files");
        }
        final Path absolute = folder.toAbsolutePath().normalize().getFileName();
        final int[] named = ScanShape.inName(absolute == null ? "" : absolute.toString());
        final ScanShape shape =
            ScanShape.of(folder, files.size(), named == null ? 0 : named[0], named == null ? 0 : named[1], options);
        final int first = (int)shape.first();
        final List<Path> used = List.copyOf(files.subList(first, first + shape.width() * shape.height()));
        final GreyImages.Kind kind = ImageFile.kind(used.get(0));
        refuseOddOnes(used, kind);
        final Path text = ScanSidecar.inFolder(folder);
        final Calibration calibration =
            ScanSidecar.is(text) ? ScanSidecar.read(text).calibration() : Calibration.NONE;
        return new ImageScan(folder, used, geometry(shape, kind), kind, calibration);
    }

    private static ScanGeometry geometry(final ScanShape shape, final GreyImages.Kind kind) {
        return new ScanGeometry(shape.width(), shape.height(), kind.width(), kind.height(), kind.type());
    }

    private static List<Path> list(final Path folder) throws IOException {
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, NumberedImagesFormat::isImage)) {
            for (final Path entry : entries) {
                if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        }
        files.sort((a, b) -> NaturalOrder.INSTANCE.compare(lowerCase(a), lowerCase(b)));
        return files;
    }

    private static String lowerCase(final Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Looks into every image whose length on disk differs from that of the first one; images of the same length are
     * very probably alike, and each is checked once more when it is read.
     */
    private static void refuseOddOnes(final List<Path> files, final GreyImages.Kind kind) throws IOException {
        final long length = Files.size(files.get(0));
        for (final Path file : files) {
            if (Files.size(file) != length) {
                kind.refuseOther(file, ImageFile.kind(file), files.get(0));
            }
        }
    }
}
