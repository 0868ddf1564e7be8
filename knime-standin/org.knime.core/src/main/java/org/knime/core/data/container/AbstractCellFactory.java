// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.util.CheckUtils;

/** A cell factory that can work on several rows at once and make file stores. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] m_columns;

    private int m_maxWorkers = -1;

    private int m_maxQueue = -1;

    private FileStoreFactory m_fileStores;

    /**
     * A factory that works on one row after the other.
     *
     * @param newColumns the new columns
     */
    public AbstractCellFactory(final DataColumnSpec... newColumns) {
        this(false, newColumns);
    }

    /**
     * @param processConcurrently whether several rows are worked on at once
     * @param newColumns the new columns
     */
    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... newColumns) {
        m_columns = newColumns.clone();
        setParallelProcessing(processConcurrently);
    }

    /**
     * @param processConcurrently whether several rows are worked on at once
     * @param workerCount number of rows worked on at once
     * @param maxQueueSize number of rows that are done or waiting before the oldest one is written, at least the
     *            number of workers
     * @param newColumns the new columns
     */
    public AbstractCellFactory(final boolean processConcurrently, final int workerCount, final int maxQueueSize,
        final DataColumnSpec... newColumns) {
        m_columns = newColumns.clone();
        setParallelProcessing(processConcurrently, workerCount, maxQueueSize);
    }

    /**
     * @return makes file stores that go with the node
     * @throws IllegalStateException if the factory is not run by a node
     */
    protected final FileStoreFactory getFileStoreFactory() {
        CheckUtils.checkState(m_fileStores != null, "File stores can be made while the node is executed only");
        return m_fileStores;
    }

    final void setFileStoreFactory(final FileStoreFactory fileStores) {
        m_fileStores = fileStores;
    }

    /**
     * @param value whether several rows are worked on at once, with numbers from the size of the machine
     */
    public final void setParallelProcessing(final boolean value) {
        final int workers = Math.max(1, KNIMEConstants.GLOBAL_THREAD_POOL.getMaxThreads());
        setParallelProcessing(value, workers, 10 * workers);
    }

    /**
     * @param value whether several rows are worked on at once
     * @param maxParallelWorkers number of rows worked on at once, from 1
     * @param maxQueueSize number of rows that are done or waiting before the oldest one is written, at least the
     *            number of workers
     */
    public final void setParallelProcessing(final boolean value, final int maxParallelWorkers,
        final int maxQueueSize) {
        if (value) {
            CheckUtils.checkArgument(maxParallelWorkers > 0, "The number of workers is %d; it must be at least 1",
                maxParallelWorkers);
            CheckUtils.checkArgument(maxQueueSize >= maxParallelWorkers,
                "The queue of %d is shorter than the number of workers, %d", maxQueueSize, maxParallelWorkers);
        }
        m_maxWorkers = value ? maxParallelWorkers : -1;
        m_maxQueue = value ? maxQueueSize : -1;
    }

    /**
     * @return whether several rows are worked on at once
     */
    public final boolean isParallelProcessing() {
        return m_maxWorkers > 0;
    }

    /**
     * @return number of rows worked on at once, or -1
     */
    public final int getMaxParallelWorkers() {
        return m_maxWorkers;
    }

    /**
     * @return number of rows that are done or waiting before the oldest one is written, or -1
     */
    public final int getMaxQueueSize() {
        return m_maxQueue;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return m_columns.clone();
    }

    /** Called once when all rows are done, also if that ended with an error. */
    public void afterProcessing() {
        // nothing to do for most factories
    }

    @Override
    public void setProgress(final int curRowNr, final int rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((long)curRowNr, (long)rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress((double)curRowNr / rowCount,
            () -> "Row " + curRowNr + "/" + rowCount + " (\"" + lastKey + "\")");
    }
}
