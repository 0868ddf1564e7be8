// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.epattern.standin.filestore.NodeFileStores;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.util.CheckUtils;

/** What one run of a node needs from its workflow: places for tables and file stores that go with the node. */
public final class NodeEnvironment {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(NodeEnvironment.class);

    private final WorkflowEnvironment m_workflow;

    private final String m_id;

    private Path m_folder;

    private NodeFileStores m_fileStores;

    private boolean m_closed;

    NodeEnvironment(final WorkflowEnvironment workflow, final String id) {
        m_workflow = workflow;
        m_id = id;
    }

    /**
     * @return the workflow
     */
    public WorkflowEnvironment workflow() {
        return m_workflow;
    }

    private synchronized Path folder() throws IOException {
        if (m_folder == null) {
            m_folder = Files.createTempDirectory(m_workflow.tempFolder(),
                "node-" + m_id.replaceAll("[^A-Za-z0-9_-]", "_") + "-");
        }
        return m_folder;
    }

    /**
     * @return a new empty file for rows; it is deleted with the temporary folder of the workflow
     * @throws IOException if it cannot be made
     */
    public Path createTableFile() throws IOException {
        return Files.createTempFile(folder(), "table-", ".rows");
    }

    /**
     * @return the file stores that this run makes
     * @throws IOException if their folder cannot be made
     * @throws IllegalStateException if the run has ended without any
     */
    public synchronized NodeFileStores fileStores() throws IOException {
        if (m_fileStores == null) {
            CheckUtils.checkState(!m_closed, "File stores cannot be made: the node has ended");
            m_fileStores = m_workflow.fileStores().create(Files.createDirectory(folder().resolve("filestore")));
        }
        return m_fileStores;
    }

    /** Ends the run: no further file stores can be made, as in KNIME. */
    public synchronized void close() {
        m_closed = true;
        if (m_fileStores != null) {
            m_fileStores.close();
        }
    }

    /** Deletes the tables and file stores of this run, which nobody may use any more. */
    public synchronized void delete() {
        close();
        if (m_folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(m_folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException ex) {
            // what cannot be deleted now goes with the temporary folder of the workflow
            LOGGER.debug("The folder of a node was not deleted: " + m_folder, ex);
        }
        m_folder = null;
    }

    /**
     * @return whether the run has made a file store so far
     */
    public synchronized boolean hasFileStores() {
        return m_fileStores != null;
    }
}
