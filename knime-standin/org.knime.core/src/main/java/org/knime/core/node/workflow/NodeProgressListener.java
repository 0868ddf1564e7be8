// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventListener;

/** Is told of the progress of a node, in the thread that makes it. */
public interface NodeProgressListener extends EventListener {

    /**
     * @param event progress and message
     */
    void progressChanged(NodeProgressEvent event);
}
