// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

/** Names the input port that column choices come from. */
public interface InputTableIndexHolder {

    /** @return index of the port, the first one by default */
    default int getInputTableIndex() {
        return 0;
    }
}
