// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.epattern.runner.files.IoReason;

/**
 * The folder that {@code --out} names. It keeps a list of what was written into it ({@value #LIST}), so that the next
 * run replaces exactly that and nothing else. A file is written under a temporary name and gets its own when it is
 * complete.
 */
public final class OutputFolder {

    /** Name of the list: one relative path in a line, noted before the file is made. */
    public static final String LIST = ".epattern-run";

    private static final String PART = ".part";

    private final Path m_folder;

    private final FileOpener m_opener;

    private final Set<Path> m_unfinished = ConcurrentHashMap.newKeySet();

    private OutputFolder(final Path folder, final FileOpener opener) {
        m_folder = folder;
        m_opener = opener;
    }

    /** Content of a file. */
    @FunctionalInterface
    public interface Content<X extends Exception> {

        /**
         * @param out where to, buffered, closed by the caller
         * @throws IOException if writing fails
         * @throws X if the content cannot be made
         */
        void writeTo(OutputStream out) throws IOException, X;
    }

    /**
     * Checks a folder and changes nothing yet.
     *
     * @param folder a folder that does not exist, is empty, or was made by this class
     * @param opener opens the files
     * @return the folder
     * @throws IOException with a sentence, if it holds other files
     */
    public static OutputFolder at(final Path folder, final FileOpener opener) throws IOException {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("The output folder '" + folder + "' is a file, expected a folder.");
            }
            if (!Files.isRegularFile(folder.resolve(LIST)) && !isEmpty(folder)) {
                throw new IOException("The output folder '" + folder + "' holds files that are not from an earlier "
                    + "run, expected an empty or a new folder.");
            }
        }
        return new OutputFolder(folder, opener);
    }

    private static boolean isEmpty(final Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    /**
     * Deletes what an earlier run wrote, and only that, and begins a new list.
     *
     * @throws IOException with a sentence, if that fails
     */
    public void prepare() throws IOException {
        try {
            clear();
        } catch (final IOException ex) {
            throw new IOException("The output folder '" + m_folder + "' cannot be prepared: " + IoReason.of(ex) + ".",
                ex);
        }
    }

    private void clear() throws IOException {
        Files.createDirectories(m_folder);
        final Path list = m_folder.resolve(LIST);
        if (Files.exists(list)) {
            final Set<Path> folders = new TreeSet<>((a, b) -> b.compareTo(a));
            for (final String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                deleteListed(line, folders);
            }
            // the deepest folders come first; what still holds files of the user stays
            for (final Path folder : folders) {
                deleteIfEmpty(folder);
            }
        }
        Files.writeString(list, "", StandardCharsets.UTF_8);
    }

    private void deleteListed(final String line, final Set<Path> folders) throws IOException {
        final Path root = m_folder.toAbsolutePath().normalize();
        final Path file;
        try {
            file = root.resolve(line).normalize();
        } catch (final InvalidPathException ex) {
            return; // not written by us
        }
        if (line.isBlank() || !file.startsWith(root) || file.equals(root) || Files.isDirectory(file)) {
            return;
        }
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + PART));
        for (Path folder = file.getParent(); !folder.equals(root); folder = folder.getParent()) {
            folders.add(folder);
        }
    }

    private static void deleteIfEmpty(final Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (final DirectoryNotEmptyException | NoSuchFileException ex) {
            // holds files of the user, or was removed by him
        }
    }

    /**
     * Writes a file; if that fails, nothing of it is left.
     *
     * @param <X> what may go wrong while the content is made
     * @param relative path inside the folder
     * @param content what is in it
     * @return its path and size
     * @throws IOException with a sentence, if it cannot be written, or if there is a file of that name that is not ours
     * @throws X if the content cannot be made
     */
    public <X extends Exception> WrittenFile write(final Path relative, final Content<X> content)
        throws IOException, X {
        final Path file = m_folder.resolve(relative);
        if (Files.exists(file)) {
            throw new IOException("The file '" + file + "' is not from an earlier run and is not overwritten; move it "
                + "away or choose another output folder.");
        }
        final Path part = file.resolveSibling(file.getFileName() + PART);
        m_unfinished.add(part);
        try {
            Files.writeString(m_folder.resolve(LIST), relative.toString().replace('\\', '/') + "\n",
                StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.createDirectories(file.getParent());
            try (OutputStream out = m_opener.open(part)) {
                content.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new WrittenFile(file, Files.size(file), -1);
        } catch (final UnwritableException ex) {
            throw ex; // a file that is written while this one is, and already named
        } catch (final IOException ex) {
            throw new UnwritableException("The file '" + file + "' cannot be written: " + IoReason.of(ex) + ".", ex);
        } finally {
            Files.deleteIfExists(part);
            m_unfinished.remove(part);
        }
    }

    /** Names the file that could not be written. */
    private static final class UnwritableException extends IOException {

        private static final long serialVersionUID = 1L;

        UnwritableException(final String sentence, final IOException cause) {
            super(sentence, cause);
        }
    }

    /**
     * Deletes what is being written just now, from any thread; the files can never become complete after that.
     *
     * @return sentences about what could not be deleted
     */
    public List<String> abort() {
        return m_unfinished.stream().flatMap(part -> {
            try {
                Files.deleteIfExists(part);
                return Stream.<String> empty();
            } catch (final IOException ex) {
                return Stream.of("The unfinished file '" + part + "' could not be deleted.");
            }
        }).toList();
    }

    /** @return the folder itself */
    public Path folder() {
        return m_folder;
    }
}
