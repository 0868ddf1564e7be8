// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.util.concurrent.CancellationException;

import org.epattern.scan.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Tells KNIME how far the engine is, and the engine when the user cancels. */
public final class EngineProgress implements Progress {

    private final ExecutionMonitor m_monitor;

    /** @param monitor KNIME's progress of the node, or a part of it */
    public EngineProgress(final ExecutionMonitor monitor) {
        m_monitor = monitor;
    }

    @Override
    public void report(final double fraction, final String message) {
        m_monitor.setProgress(fraction, () -> message);
    }

    @Override
    public void checkCanceled() {
        try {
            m_monitor.checkCanceled();
        } catch (CanceledExecutionException e) {
            final CancellationException canceled = new CancellationException("canceled by the user");
            canceled.initCause(e);
            throw canceled;
        }
    }
}
