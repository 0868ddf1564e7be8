// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.util.Arrays;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** The tables that a node kept for its view. */
public final class KeptTables {

    private KeptTables() {
    }

    /**
     * @param kept what KNIME hands to the view
     * @param count number of tables that the view needs
     * @return the tables
     * @throws IllegalArgumentException one sentence if the node kept others
     */
    public static BufferedDataTable[] of(final PortObject[] kept, final int count) {
        if (kept == null || kept.length < count
            || !Arrays.stream(kept).allMatch(BufferedDataTable.class::isInstance)) {
            throw new IllegalArgumentException("The node was executed by an ePattern that kept nothing for this view; "
                + "reset the node and execute it again");
        }
        return Arrays.copyOf(kept, kept.length, BufferedDataTable[].class);
    }
}
