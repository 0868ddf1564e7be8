// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventObject;

/** Says that the progress of a node has changed. */
public class NodeProgressEvent extends EventObject {

    private static final long serialVersionUID = 1L;

    private final transient NodeProgress m_progress;

    /**
     * Stand-in only.
     *
     * @param source whose progress it is; KNIME has the node's identifier here
     * @param progress progress and message
     */
    public NodeProgressEvent(final Object source, final NodeProgress progress) {
        super(source);
        m_progress = progress;
    }

    /**
     * @return progress and message
     */
    public NodeProgress getNodeProgress() {
        return m_progress;
    }
}
