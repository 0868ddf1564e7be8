// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.io.File;

/** A file that goes with the cells that refer to it: copied, saved and deleted with the node that made it. */
public final class FileStore {

    private final FileStoreKey m_key;

    private final File m_file;

    FileStore(final FileStoreKey key, final File file) {
        m_key = key;
        m_file = file;
    }

    /**
     * @return the file; whoever makes the store writes it, its folder exists
     */
    public File getFile() {
        return m_file;
    }

    FileStoreKey getKey() {
        return m_key;
    }

    @Override
    public String toString() {
        return m_key.getName();
    }
}
