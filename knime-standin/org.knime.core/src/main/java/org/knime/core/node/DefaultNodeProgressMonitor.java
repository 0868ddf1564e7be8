// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/** Keeps the progress of a node and tells listeners of each change. Safe for several threads. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private final List<NodeProgressListener> m_listeners = new CopyOnWriteArrayList<>();

    private volatile boolean m_canceled;

    private Double m_progress;

    private Supplier<String> m_message = () -> null;

    /** Without listener. */
    public DefaultNodeProgressMonitor() {
    }

    /**
     * @param listener told of each change
     */
    public DefaultNodeProgressMonitor(final NodeProgressListener listener) {
        addProgressListener(listener);
    }

    /**
     * @return whether the node shall stop; an interrupted thread shall, which is how KNIME ends threads that wait
     */
    protected boolean isCanceled() {
        return m_canceled || Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (isCanceled()) {
            throw new CanceledExecutionException();
        }
    }

    @Override
    public void setExecuteCanceled() {
        m_canceled = true;
    }

    @Override
    public synchronized void reset() {
        m_canceled = false;
        m_progress = null;
        m_message = () -> null;
    }

    @Override
    public void setProgress(final double progress) {
        change(progress, null);
    }

    @Override
    public void setProgress(final double progress, final String message) {
        change(progress, () -> message);
    }

    @Override
    public void setProgress(final double progress, final Supplier<String> message) {
        change(progress, message);
    }

    @Override
    public void setMessage(final String message) {
        change(null, () -> message);
    }

    @Override
    public void setMessage(final Supplier<String> message) {
        change(null, message);
    }

    private void change(final Double progress, final Supplier<String> message) {
        synchronized (this) {
            if (progress != null && !progress.isNaN()) {
                final double cut = Math.min(1, Math.max(0, progress));
                m_progress = m_progress == null ? cut : Math.max(m_progress, cut);
            }
            if (message != null) {
                m_message = message;
            }
        }
        if (!m_listeners.isEmpty()) {
            final NodeProgressEvent event =
                new NodeProgressEvent(this, new NodeProgress(getProgress(), getMessage()));
            m_listeners.forEach(listener -> listener.progressChanged(event));
        }
    }

    @Override
    public synchronized Double getProgress() {
        return m_progress;
    }

    @Override
    public String getMessage() {
        final Supplier<String> message;
        synchronized (this) {
            message = m_message;
        }
        return message.get();
    }

    @Override
    public void addProgressListener(final NodeProgressListener listener) {
        m_listeners.add(listener);
    }

    @Override
    public void removeProgressListener(final NodeProgressListener listener) {
        m_listeners.remove(listener);
    }

    @Override
    public void removeAllProgressListener() {
        m_listeners.clear();
    }
}
