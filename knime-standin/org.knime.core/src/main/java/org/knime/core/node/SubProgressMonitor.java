// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** The progress of a part of the work: adds its share to the progress of the whole as it grows. */
final class SubProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor m_parent;

    private final double m_share;

    private final boolean m_silent;

    private Double m_progress;

    private String m_message;

    /**
     * @param parent monitor of the whole
     * @param share share of this part in the whole, 0 to 1
     * @param silent whether messages stay here
     */
    SubProgressMonitor(final NodeProgressMonitor parent, final double share, final boolean silent) {
        m_parent = parent;
        m_share = share;
        m_silent = silent;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        m_parent.checkCanceled();
    }

    @Override
    public void setProgress(final double progress) {
        if (Double.isNaN(progress)) {
            return; // as with a part of nothing, 0/0
        }
        final double cut = Math.min(1, Math.max(0, progress));
        final double gain;
        synchronized (this) {
            final double before = m_progress == null ? 0 : m_progress;
            gain = Math.max(0, cut - before);
            m_progress = before + gain;
        }
        if (gain > 0) {
            addTo(m_parent, gain * m_share);
        }
    }

    /** Parts may run side by side, so that each adds its gain instead of setting a value of its own. */
    private static void addTo(final NodeProgressMonitor parent, final double gain) {
        synchronized (parent) {
            final Double before = parent.getProgress();
            parent.setProgress((before == null ? 0 : before) + gain);
        }
    }

    @Override
    public synchronized Double getProgress() {
        return m_progress;
    }

    @Override
    public void setProgress(final double progress, final String message) {
        setMessage(message);
        setProgress(progress);
    }

    @Override
    public void setProgress(final double progress, final Supplier<String> message) {
        setMessage(message);
        setProgress(progress);
    }

    @Override
    public void setMessage(final String message) {
        synchronized (this) {
            m_message = message;
        }
        if (!m_silent) {
            m_parent.setMessage(message);
        }
    }

    @Override
    public void setMessage(final Supplier<String> message) {
        if (m_silent) {
            setMessage(message.get());
        } else {
            m_parent.setMessage(message);
        }
    }

    @Override
    public synchronized String getMessage() {
        return m_message;
    }

    @Override
    public void setExecuteCanceled() {
        m_parent.setExecuteCanceled();
    }

    @Override
    public synchronized void reset() {
        m_progress = null;
        m_message = null;
    }

    @Override
    public void addProgressListener(final NodeProgressListener listener) {
        throw new UnsupportedOperationException("Listen to the progress of the whole node");
    }

    @Override
    public void removeProgressListener(final NodeProgressListener listener) {
        throw new UnsupportedOperationException("Listen to the progress of the whole node");
    }

    @Override
    public void removeAllProgressListener() {
        throw new UnsupportedOperationException("Listen to the progress of the whole node");
    }
}
