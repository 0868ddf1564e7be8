// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;

/** Reaches what file stores and their cells hide from nodes; for the framework only. */
public final class FileStoreUtil {

    private FileStoreUtil() {
    }

    /**
     * @param key identifies the store
     * @param file its file
     * @return a file store
     */
    public static FileStore createFileStore(final FileStoreKey key, final File file) {
        return new FileStore(key, file);
    }

    /**
     * @param store a file store
     * @return its key
     */
    public static FileStoreKey getFileStoreKey(final FileStore store) {
        return store.getKey();
    }

    /**
     * @param cell a cell
     * @return keys of its file stores, in order
     */
    public static FileStoreKey[] getFileStoreKeys(final FileStoreCell cell) {
        return Arrays.stream(cell.stores()).map(FileStore::getKey).toArray(FileStoreKey[]::new);
    }

    /**
     * @param cell a cell
     * @return its file stores, in order
     */
    public static FileStore[] getFileStores(final FileStoreCell cell) {
        return cell.stores().clone();
    }

    /**
     * Has the cell write its content to its file stores, unless that has been done.
     *
     * @param cell a cell
     * @throws IOException if writing fails
     */
    public static void flush(final FileStoreCell cell) throws IOException {
        cell.flushOnce();
    }

    /**
     * Gives a cell that comes from a serializer its file stores and lets it finish its construction.
     *
     * @param cell a new cell
     * @param stores its file stores, in order
     * @throws IOException if the cell cannot be finished
     */
    public static void restore(final FileStoreCell cell, final FileStore[] stores) throws IOException {
        cell.restore(stores);
    }
}
