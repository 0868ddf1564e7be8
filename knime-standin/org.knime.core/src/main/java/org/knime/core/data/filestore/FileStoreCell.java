// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.filestore.internal.FileStoreProxy.FlushCallback;
import org.knime.core.node.util.CheckUtils;

/** A cell whose content lies in one or more files, of which the framework keeps the keys. */
public abstract class FileStoreCell extends DataCell implements FlushCallback {

    private static final long serialVersionUID = 1L;

    private transient FileStore[] m_stores;

    private transient boolean m_flushed;

    /**
     * @param fileStores files with the content, not null
     */
    protected FileStoreCell(final FileStore[] fileStores) {
        CheckUtils.checkArgumentNotNull(fileStores, "The file stores of a cell must not be null");
        Arrays.stream(fileStores)
            .forEach(store -> CheckUtils.checkArgumentNotNull(store, "A file store of a cell must not be null"));
        m_stores = fileStores.clone();
    }

    /**
     * @param fileStore file with the content, not null
     */
    protected FileStoreCell(final FileStore fileStore) {
        this(new FileStore[]{fileStore});
    }

    /** For deserialization: the framework hands in the file stores afterwards. */
    protected FileStoreCell() {
        m_flushed = true;
    }

    /**
     * @return the first file store
     */
    protected FileStore getFileStore() {
        return stores()[0];
    }

    /**
     * @return the file stores in the order given by the one who made the cell
     */
    protected FileStore[] getFileStores() {
        return stores().clone();
    }

    final FileStore[] stores() {
        CheckUtils.checkState(m_stores != null, "The cell %s has no file stores yet: they come after its "
            + "deserialization, see postConstruct()", getClass().getName());
        return m_stores;
    }

    /**
     * Called once after deserialization, when the file stores are there.
     *
     * @throws IOException if the cell cannot be finished; a missing cell takes its place
     */
    protected void postConstruct() throws IOException {
        // nothing to do for most cells
    }

    /**
     * Called once before the first serialization; writes what is not in the files yet.
     *
     * @throws IOException if writing fails; a missing cell takes the place of this one
     */
    protected void flushToFileStore() throws IOException {
        // nothing to do for cells whose files are complete
    }

    final synchronized void flushOnce() throws IOException {
        if (!m_flushed) {
            flushToFileStore();
            m_flushed = true;
        }
    }

    final void restore(final FileStore[] stores) throws IOException {
        m_stores = stores.clone();
        m_flushed = true;
        postConstruct();
    }

    @Override
    public String toString() {
        return String.join(", ", Arrays.stream(stores()).map(FileStore::toString).toList());
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        final FileStoreCell other = (FileStoreCell)cell;
        return stores().length == other.stores().length
            && (Arrays.equals(FileStoreUtil.getFileStoreKeys(this), FileStoreUtil.getFileStoreKeys(other))
                || equalFileStoreContent(cell));
    }

    /**
     * @param cell a cell of the same class with other file stores
     * @return whether the content is the same, false unless overridden
     */
    protected boolean equalFileStoreContent(final DataCell cell) {
        return false;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(FileStoreUtil.getFileStoreKeys(this));
    }
}
