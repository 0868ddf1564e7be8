// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Takes the rows of an image one after the other. */
@FunctionalInterface
interface RowSink {

    /**
     * @param y number of the row, from 0
     * @param row grey levels; valid during the call only
     */
    void accept(int y, float[] row);
}
