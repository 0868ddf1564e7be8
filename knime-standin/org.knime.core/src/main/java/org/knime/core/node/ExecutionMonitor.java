// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;

/** Lets running work report its progress and ask whether it should stop. */
public class ExecutionMonitor {

    private final NodeProgressMonitor m_progress;

    /** With a progress that nobody watches. */
    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    /**
     * @param progress takes progress and messages, not null
     */
    public ExecutionMonitor(final NodeProgressMonitor progress) {
        if (progress == null) {
            throw new NullPointerException("The progress monitor must not be null");
        }
        m_progress = progress;
    }

    /**
     * @return takes progress and messages
     */
    public final NodeProgressMonitor getProgressMonitor() {
        return m_progress;
    }

    /**
     * Returns if work may go on.
     *
     * @throws CanceledExecutionException if it shall stop
     */
    public void checkCanceled() throws CanceledExecutionException {
        m_progress.checkCanceled();
    }

    /**
     * @param progress from 0 to 1
     */
    public void setProgress(final double progress) {
        m_progress.setProgress(progress);
    }

    /**
     * @param progress from 0 to 1
     * @param message what is being done
     */
    public void setProgress(final double progress, final String message) {
        m_progress.setProgress(progress, message);
    }

    /**
     * @param progress from 0 to 1
     * @param message gives what is being done
     */
    public void setProgress(final double progress, final Supplier<String> message) {
        m_progress.setProgress(progress, message);
    }

    /**
     * @param message what is being done
     */
    public void setMessage(final String message) {
        m_progress.setMessage(message);
    }

    /**
     * @param message gives what is being done
     */
    public void setMessage(final Supplier<String> message) {
        m_progress.setMessage(message);
    }

    /**
     * @param message what is being done
     */
    public void setProgress(final String message) {
        m_progress.setMessage(message);
    }

    /**
     * @param maxProg share of the part in this work, 0 to 1
     * @return a monitor of the part
     */
    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, maxProg, false));
    }

    /**
     * @param maxProg share of the part in this work, 0 to 1
     * @return a monitor of the part whose messages are not shown
     */
    public ExecutionMonitor createSilentSubProgress(final double maxProg) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, maxProg, true));
    }
}
