// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

import org.epattern.scan.Progress;

/**
 * Finds the scans in a folder: files that one of the formats knows as its own, and subfolders of images. A scan of
 * several files is found once. Files are only looked at, not opened as scans, so a damaged one is found as well.
 */
public final class ScanFolder {

    private static final String ALL_FILES = "*";

    private final PathMatcher m_names;
    private final boolean m_subfolders;

    /**
     * A scan that was found.
     *
     * @param path the file or folder to open
     * @param format knows how
     */
    public record Found(Path path, ScanFormat format) {
    }

    /**
     * @param names wildcards that the names of files and image folders must fit, such as "*.blo" or "*.{mib,hdr}";
     *            upper and lower case count as the same; blank: all
     * @param subfolders whether to look into subfolders that are no scans themselves
     * @throws IllegalArgumentException with a sentence if the wildcards cannot be read
     */
    public ScanFolder(final String names, final boolean subfolders) {
        final String glob = names.isBlank() ? ALL_FILES : names.strip().toLowerCase(Locale.ROOT);
        try {
            m_names = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("File names are \"" + names
                + "\", expected wildcards such as *.blo or *.{mib,hdr}: " + e.getDescription(), e);
        }
        m_subfolders = subfolders;
    }

    /**
     * @param folder where to look
     * @param progress is told the names and cancels
     * @return the scans in natural order of their names (scan 2 before scan 10), those of a folder before those of its
     *         subfolders
     * @throws IOException one sentence: if the folder does not exist, cannot be read or holds no scan
     */
    public List<Found> list(final Path folder, final Progress progress) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + (Files.exists(folder) ? ": is a file, expected a folder with scans"
                : ": there is no such folder"));
        }
        final List<Found> found = new ArrayList<>();
        list(folder, progress, found);
        if (found.isEmpty()) {
            throw new IOException(folder + ": the folder holds no scan whose name fits"
                + (m_subfolders ? "" : ", subfolders were not entered"));
        }
        return found;
    }

    private void list(final Path folder, final Progress progress, final List<Found> found) throws IOException {
        final List<Path> entered = new ArrayList<>();
        for (final Path path : entries(folder)) {
            progress.checkCanceled();
            progress.report(0, "Looking at " + path.getFileName());
            final Optional<ScanFormat> format = format(path);
            if (format.isEmpty()) {
                if (m_subfolders && Files.isDirectory(path)) {
                    entered.add(path);
                }
            } else if (m_names.matches(Path.of(lowerCase(path))) && !isPartOfAnother(path, format.get())) {
                found.add(new Found(path, format.get()));
            }
        }
        for (final Path path : entered) {
            list(path, progress, found);
        }
    }

    private static List<Path> entries(final Path folder) throws IOException {
        final List<Path> entries = new ArrayList<>();
        // names that begin with a point are leftovers of programs and systems
        try (DirectoryStream<Path> all =
            Files.newDirectoryStream(folder, path -> !path.getFileName().toString().startsWith("."))) {
            all.forEach(entries::add);
        }
        entries.sort((a, b) -> NaturalOrder.INSTANCE.compare(lowerCase(a), lowerCase(b)));
        return entries;
    }

    private static String lowerCase(final Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static Optional<ScanFormat> format(final Path path) throws IOException {
        for (final ScanFormat format : ScanFormats.all()) {
            if (format.recognises(path)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Of several files that are one scan, one stays. */
    private static boolean isPartOfAnother(final Path path, final ScanFormat format) throws IOException {
        if (format instanceof MerlinFormat) {
            return SmallText.endsWith(path, ".hdr") || !isFirst(path, MerlinFiles.of(path));
        }
        if (format instanceof TvipsFormat) {
            return !isFirst(path, series(path));
        }
        if (format instanceof EmpadFormat) {
            return SmallText.endsWith(path, ".raw") && EmpadFormat.description(path) != null;
        }
        if (format instanceof SerFormat) {
            return SmallText.endsWith(path, ".emi");
        }
        // single pictures lie beside scans, folders of them are scans
        return format instanceof NumberedImagesFormat && !Files.isDirectory(path);
    }

    /** A series with a gap is listed file by file; what is missing, Load says when it opens them. */
    private static List<Path> series(final Path path) {
        try {
            return TvipsFormat.files(path);
        } catch (IOException e) {
            return List.of(path);
        }
    }

    private static boolean isFirst(final Path path, final List<Path> files) {
        return files.get(0).getFileName().equals(path.getFileName());
    }
}
