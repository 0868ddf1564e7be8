// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore.internal;

/** Holds the marker of those that write to file stores late. */
public final class FileStoreProxy {

    private FileStoreProxy() {
    }

    /** Marks a class that may write its content to a file store just before it is serialized. */
    public interface FlushCallback {
    }
}
