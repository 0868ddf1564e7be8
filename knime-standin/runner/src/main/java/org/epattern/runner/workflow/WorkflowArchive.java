// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Workflows as archives (.knwf, .zip): a zip file with one top folder that holds workflow.knime. */
public final class WorkflowArchive {

    private WorkflowArchive() {
    }

    /**
     * Unpacks an archive. An entry that would land outside the target is refused before anything of it is written.
     *
     * @param archive the zip file
     * @param target an existing empty folder
     * @throws IOException with a sentence that names the archive
     */
    public static void unpack(final Path archive, final Path target) throws IOException {
        final Path root = target.toAbsolutePath().normalize();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            final List<? extends ZipEntry> entries = zip.stream().toList();
            for (final ZipEntry entry : entries) {
                place(archive, root, entry);
            }
            for (final ZipEntry entry : entries) {
                final Path file = place(archive, root, entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        } catch (final ZipException ex) {
            throw new IOException("The file '" + archive + "' is no readable .knwf or .zip archive: "
                + ex.getMessage() + ".", ex);
        }
    }

    private static Path place(final Path archive, final Path root, final ZipEntry entry) throws IOException {
        try {
            final Path file = root.resolve(entry.getName().replace('\\', '/')).normalize();
            if (file.startsWith(root)) {
                return file;
            }
        } catch (final InvalidPathException ex) {
            throw new IOException("The archive '" + archive + "' holds the entry '" + entry.getName()
                + "', which is no file name here.", ex);
        }
        throw new IOException("The archive '" + archive + "' holds the entry '" + entry.getName()
            + "', which would be written outside of its folder; nothing was unpacked.");
    }

    /**
     * Finds the workflow in a folder: the folder itself, or else its first child folder.
     *
     * @param folder what the user gave, or what was unpacked
     * @return the folder that should hold workflow.knime
     * @throws IOException if the folder cannot be listed
     */
    public static Path workflowIn(final Path folder) throws IOException {
        if (Files.exists(folder.resolve(SavedWorkflow.FILE))) {
            return folder;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            final List<Path> sorted = new ArrayList<>();
            children.forEach(sorted::add);
            // what macOS adds to its archives is never the workflow
            sorted.removeIf(p -> p.getFileName().toString().equals("__MACOSX"));
            sorted.sort(null);
            return sorted.isEmpty() ? folder : sorted.get(0);
        }
    }

    /**
     * Packs a workflow folder as the one top folder of an archive, which appears under its name when it is complete.
     *
     * @param folder the workflow
     * @param archive is replaced if it exists
     * @throws IOException if writing fails; nothing half-written is left
     */
    public static void pack(final Path folder, final Path archive) throws IOException {
        final Path part = archive.resolveSibling(archive.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part); ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(1); // patterns are packed already or hardly shrink
                addAll(folder, zip);
            }
            Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void addAll(final Path folder, final ZipOutputStream zip) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted().toList()) {
                final String name = folder.getFileName() + "/" + folder.relativize(file).toString().replace('\\', '/');
                if (Files.isDirectory(file)) {
                    zip.putNextEntry(new ZipEntry(name.endsWith("/") ? name : name + "/"));
                } else {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(file, zip);
                }
                zip.closeEntry();
            }
        }
    }
}
