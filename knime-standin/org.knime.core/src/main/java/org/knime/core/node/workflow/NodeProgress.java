// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** How far a node has come and what it is doing. */
public final class NodeProgress {

    private final Double m_progress;

    private final String m_message;

    /**
     * @param progress from 0 to 1, or null if not known
     * @param message what is being done, or null
     */
    public NodeProgress(final Double progress, final String message) {
        m_progress = progress;
        m_message = message;
    }

    /**
     * @return whether the progress is known
     */
    public boolean hasProgress() {
        return m_progress != null;
    }

    /**
     * @return from 0 to 1, or null
     */
    public Double getProgress() {
        return m_progress;
    }

    /**
     * @return whether there is a message
     */
    public boolean hasMessage() {
        return m_message != null;
    }

    /**
     * @return what is being done, or null
     */
    public String getMessage() {
        return m_message;
    }

    @Override
    public String toString() {
        return m_progress + ": " + m_message;
    }
}
