// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.epattern.standin.filestore.FileStoreRegistry;
import org.epattern.standin.filestore.NodeFileStores;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.FileUtil;

/** Makes file stores. */
public abstract class FileStoreFactory {

    FileStoreFactory() {
        // made by the methods below only
    }

    /**
     * @param relativePath name, unique in this factory
     * @return a file store whose file does not exist yet
     * @throws IOException if the name is empty, starts with a dot or has a slash, or the folder cannot be made
     * @throws org.knime.core.util.DuplicateKeyException if the name has been used
     */
    public abstract FileStore createFileStore(String relativePath) throws IOException;

    /** Ends the use of the factory; files made outside of a workflow are deleted. */
    public abstract void close();

    /**
     * @param exec context of a running node, or null
     * @return a factory of file stores that go with the node, or without node of file stores in a temporary folder
     */
    public static final FileStoreFactory createFileStoreFactory(final ExecutionContext exec) {
        return exec == null ? createNotInWorkflowFileStoreFactory() : createWorkflowFileStoreFactory(exec);
    }

    /**
     * @param exec context of a running node
     * @return a factory of file stores that go with the node
     */
    public static final FileStoreFactory createWorkflowFileStoreFactory(final ExecutionContext exec) {
        return new FileStoreFactory() {

            @Override
            public FileStore createFileStore(final String relativePath) throws IOException {
                return exec.createFileStore(relativePath);
            }

            @Override
            public void close() {
                // the files go with the node
            }
        };
    }

    /**
     * @return a factory of file stores in a temporary folder, for use outside of a workflow
     */
    public static final FileStoreFactory createNotInWorkflowFileStoreFactory() {
        final Path folder;
        try {
            folder = Files.createTempDirectory("filestores-");
        } catch (final IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder for file stores", e);
        }
        final NodeFileStores stores = new FileStoreRegistry().create(folder);
        return new FileStoreFactory() {

            @Override
            public FileStore createFileStore(final String relativePath) throws IOException {
                return stores.create(relativePath);
            }

            @Override
            public void close() {
                FileUtil.deleteRecursively(folder.toFile());
            }
        };
    }
}
