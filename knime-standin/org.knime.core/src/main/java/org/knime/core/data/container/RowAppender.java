// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataRow;

/** Takes rows. */
public interface RowAppender {

    /**
     * @param row added at the end
     */
    void addRowToTable(DataRow row);
}
