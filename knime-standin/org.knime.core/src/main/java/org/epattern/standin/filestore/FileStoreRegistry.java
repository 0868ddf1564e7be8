// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.filestore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStoreUtil;

/** Knows in which folder the file stores of each node of a workflow lie. Safe for several threads. */
public final class FileStoreRegistry {

    private final Map<UUID, Path> m_folders = new ConcurrentHashMap<>();

    /**
     * @param folder an existing empty folder
     * @return new file stores of a node in that folder
     */
    public NodeFileStores create(final Path folder) {
        final UUID id = UUID.randomUUID();
        register(id, folder);
        return new NodeFileStores(id, folder);
    }

    /**
     * Makes file stores known that lie in a folder, or says that they have been moved to another one.
     *
     * @param id identifier of the node's file stores
     * @param folder their folder
     */
    public void register(final UUID id, final Path folder) {
        m_folders.put(id, folder);
    }

    /**
     * @param id identifier of a node's file stores
     */
    public void remove(final UUID id) {
        m_folders.remove(id);
    }

    /**
     * @param id identifier of a node's file stores
     * @return whether they belong to this workflow
     */
    public boolean contains(final UUID id) {
        return m_folders.containsKey(id);
    }

    /**
     * @param key key from a table
     * @return its file store
     * @throws IOException if the file stores of the node that made it are not there
     */
    public FileStore resolve(final FileStoreKey key) throws IOException {
        final Path folder = m_folders.get(key.getStoreUUID());
        if (folder == null) {
            throw new IOException("The file store \"" + key.getName()
                + "\" belongs to a node that has been reset or was not saved with the workflow.");
        }
        return FileStoreUtil.createFileStore(key, NodeFileStores.file(folder, key).toFile());
    }
}
