// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: copy, move, delete. Symbolic links are not followed. */
public final class FileTree {

    private FileTree() {
    }

    /**
     * @param root folder or file; nothing happens if it does not exist
     * @throws IOException if something cannot be deleted
     */
    public static void delete(final Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
                throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(final Path file, final IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // somebody else was faster
                }
                throw problem;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path folder, final IOException problem)
                throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Moves all files below a folder into another one, file by file, so that it also works from one disk to another.
     *
     * @param source existing folder, whose folders stay
     * @param target is made
     * @throws IOException if a file cannot be moved
     */
    public static void moveFiles(final Path source, final Path target) throws IOException {
        for (final Path file : files(source)) {
            final Path to = target.resolve(source.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.move(file, to);
        }
    }

    /**
     * @param source existing folder
     * @param target is made, existing files are replaced
     * @throws IOException if a file cannot be copied
     */
    public static void copy(final Path source, final Path target) throws IOException {
        Files.createDirectories(target);
        for (final Path file : files(source)) {
            final Path to = target.resolve(source.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(final Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(p -> !Files.isDirectory(p)).toList();
        } catch (final UncheckedIOException ex) {
            throw ex.getCause();
        }
    }
}
