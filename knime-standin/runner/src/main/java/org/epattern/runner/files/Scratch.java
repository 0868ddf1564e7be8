// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Everything that must be gone when the run is over, however it ends: a temporary folder, and folders elsewhere that
 * are under construction.
 */
public final class Scratch implements AutoCloseable {

    private final Path m_folder;

    private final Set<Path> m_others = new LinkedHashSet<>();

    private Scratch(final Path folder) {
        m_folder = folder;
    }

    /**
     * @return with a new folder in Java's folder for temporary files
     * @throws IOException if there is no room for one
     */
    public static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("epattern-run-"));
    }

    /** @return the temporary folder */
    public Path folder() {
        return m_folder;
    }

    /**
     * @param name of a folder that does not exist yet in the temporary folder
     * @return the new folder
     * @throws IOException if it cannot be made
     */
    public Path newFolder(final String name) throws IOException {
        return Files.createDirectory(m_folder.resolve(name));
    }

    /**
     * @param path file or folder that is under construction elsewhere
     */
    public synchronized void add(final Path path) {
        m_others.add(path);
    }

    /**
     * Deletes it all; may be called from any thread and more than once.
     *
     * @throws IOException if something cannot be deleted
     */
    @Override
    public synchronized void close() throws IOException {
        for (final Path other : m_others) {
            FileTree.delete(other);
        }
        FileTree.delete(m_folder);
    }
}
