// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.internal;

import org.knime.core.node.message.Message;

/** An exception that carries a structured message for the user. */
public interface MessageAwareException {

    /**
     * @return the message shown at the node, not null
     */
    Message getKNIMEMessage();
}
