// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.epattern.standin.NodeEnvironment;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;

/** Takes the rows of a new table of a node. */
public class BufferedDataContainer extends DataContainer {

    private BufferedDataTable m_table;

    BufferedDataContainer(final DataTableSpec spec, final DataContainerSettings settings,
        final NodeEnvironment node) {
        super(spec, settings, node);
    }

    /**
     * @return the table, always the same one
     * @throws IllegalStateException if the container is not closed
     */
    @Override
    public BufferedDataTable getTable() {
        if (m_table == null) {
            m_table = new BufferedDataTable(getContent());
        }
        return m_table;
    }
}
