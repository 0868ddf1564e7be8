// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.epattern.standin.filestore.FileStoreRegistry;

/**
 * What surrounds the nodes of one open workflow: its folder, its temporary folder, its file stores and the cell types
 * it can read.
 *
 * <p>
 * Some methods of KNIME's API are static and still depend on the running workflow (knime://knime.workflow/ addresses,
 * the types of cells). KNIME keeps the running workflow at the thread, and so does this class: {@link #call(Callable)}
 * sets it for the work inside and KNIME's thread pools hand it on with each task. A thread that a node starts itself,
 * or a parallel stream, does not have it, here as there.
 */
public final class WorkflowEnvironment {

    private static final ThreadLocal<WorkflowEnvironment> CURRENT = new ThreadLocal<>();

    private final Path m_workflowFolder;

    private final Path m_tempFolder;

    private final CellTypes m_cellTypes;

    private final FileStoreRegistry m_fileStores = new FileStoreRegistry();

    /**
     * @param workflowFolder folder of the workflow, for knime://knime.workflow/ addresses; null if it has none
     * @param tempFolder an existing folder for tables and file stores that are not saved; the caller deletes it
     * @param cellTypes the types of cells and renderers
     */
    public WorkflowEnvironment(final Path workflowFolder, final Path tempFolder, final CellTypes cellTypes) {
        m_workflowFolder = workflowFolder;
        m_tempFolder = tempFolder;
        m_cellTypes = cellTypes;
    }

    /**
     * @return the workflow that the calling thread works for
     */
    public static Optional<WorkflowEnvironment> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Does work for this workflow in the calling thread.
     *
     * @param <T> type of the result
     * @param work what to do
     * @return its result
     * @throws Exception what the work throws
     */
    public <T> T call(final Callable<T> work) throws Exception { // NOSONAR as Callable does
        final WorkflowEnvironment before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            restore(before);
        }
    }

    /**
     * Sets or removes the workflow of the calling thread; for thread pools, which hand on what the submitter had.
     *
     * @param environment the workflow or null
     * @return the workflow before or null
     */
    public static WorkflowEnvironment restore(final WorkflowEnvironment environment) {
        final WorkflowEnvironment before = CURRENT.get();
        if (environment == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(environment);
        }
        return before;
    }

    /**
     * @return folder of the workflow, or null
     */
    public Path workflowFolder() {
        return m_workflowFolder;
    }

    /**
     * @return folder for what is not saved
     */
    public Path tempFolder() {
        return m_tempFolder;
    }

    /**
     * @return the types of cells and renderers
     */
    public CellTypes cellTypes() {
        return m_cellTypes;
    }

    /**
     * @return the file stores of all nodes
     */
    public FileStoreRegistry fileStores() {
        return m_fileStores;
    }

    /**
     * @param id identifies the node in the workflow, used in names of temporary files
     * @return what one run of that node needs
     */
    public NodeEnvironment node(final String id) {
        return new NodeEnvironment(this, id);
    }
}
