// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.filestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.util.DuplicateKeyException;

/** The file stores that one run of a node has made, in one folder. Safe for several threads. */
public final class NodeFileStores {

    /** Keeps folders short enough for file browsers. */
    private static final int FILES_PER_FOLDER = 1000;

    private final UUID m_id;

    private final Path m_folder;

    private final Set<String> m_names = new HashSet<>();

    private boolean m_closed;

    private final Map<FileStore, FileStore> m_adopted = new IdentityHashMap<>();

    NodeFileStores(final UUID id, final Path folder) {
        m_id = id;
        m_folder = folder;
    }

    /**
     * @return identifier, part of every key
     */
    public UUID id() {
        return m_id;
    }

    /**
     * @return the folder with all files
     */
    public Path folder() {
        return m_folder;
    }

    /**
     * @param name name, unique in this run of the node
     * @return a file store whose file does not exist yet and whose parent folder does
     * @throws IOException if the name is empty, starts with a dot or has a slash, or the folder cannot be made
     * @throws DuplicateKeyException if the name has been used
     * @throws IllegalStateException if the run of the node has ended
     */
    public synchronized FileStore create(final String name) throws IOException {
        CheckUtils.checkState(!m_closed, "The file store \"%s\" cannot be made: the node has ended", name);
        return createUnchecked(name);
    }

    /** Ends the run of the node: no further file stores can be made by it. */
    public synchronized void close() {
        m_closed = true;
    }

    private FileStore createUnchecked(final String name) throws IOException {
        if (name == null || name.isBlank() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
            throw new IOException("\"" + name + "\" is no name of a file store: it must not be empty, start with a dot "
                + "or have a slash.");
        }
        if (!m_names.add(name)) {
            throw new DuplicateKeyException("A file store with the name \"" + name + "\" exists already in this node.",
                name);
        }
        final FileStoreKey key = new FileStoreKey(m_id, m_names.size() - 1, null, -1, name);
        final Path file = file(m_folder, key);
        Files.createDirectories(file.getParent());
        return FileStoreUtil.createFileStore(key, file.toFile());
    }

    /**
     * Copies a file store that was made outside of any workflow, once.
     *
     * @param foreign that file store
     * @return the file store of this node with the same content
     * @throws IOException if copying fails
     */
    public synchronized FileStore adopt(final FileStore foreign) throws IOException {
        FileStore own = m_adopted.get(foreign);
        if (own == null) {
            final String name = FileStoreUtil.getFileStoreKey(foreign).getName();
            own = createUnchecked(m_names.contains(name) ? name + "-" + UUID.randomUUID() : name);
            if (foreign.getFile().exists()) {
                Files.copy(foreign.getFile().toPath(), own.getFile().toPath());
            }
            m_adopted.put(foreign, own);
        }
        return own;
    }

    static Path file(final Path folder, final FileStoreKey key) {
        return folder.resolve(String.format("%03d", key.getIndex() / FILES_PER_FOLDER)).resolve(key.getNameOnDisc());
    }
}
