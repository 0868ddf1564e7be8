// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.NodeProgressMonitor;

/** Stops a run from another thread: the step that is running, and all that would follow. */
public final class Cancellation {

    private NodeProgressMonitor m_current;

    private boolean m_canceled;

    /** Asks everything to stop; may be called from any thread and more than once. */
    public synchronized void cancel() {
        m_canceled = true;
        if (m_current != null) {
            m_current.setExecuteCanceled();
        }
    }

    /** @return whether the run was asked to stop */
    public synchronized boolean isCanceled() {
        return m_canceled;
    }

    /**
     * @return the monitor of a new step, which is canceled with the run
     * @throws CanceledExecutionException if the run was asked to stop already
     */
    public synchronized NodeProgressMonitor newStep() throws CanceledExecutionException {
        if (m_canceled) {
            throw new CanceledExecutionException("The run was stopped.");
        }
        m_current = new DefaultNodeProgressMonitor();
        return m_current;
    }
}
