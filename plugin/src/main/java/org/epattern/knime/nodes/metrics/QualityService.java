// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

import org.epattern.knime.views.Trouble;
import org.knime.core.node.port.PortObject;

/** What the page "Quality View" may ask for, one question at a time. */
public final class QualityService {

    private final PortObject[] m_kept;
    private QualityData m_data;

    /** @param kept the tables that the node kept */
    QualityService(final PortObject[] kept) {
        m_kept = kept;
    }

    /**
     * @param x scan x
     * @param y scan y
     * @return both versions of the pattern
     */
    public synchronized Object patterns(final int x, final int y) {
        return Trouble.orAnswer(() -> {
            if (m_data == null) {
                m_data = new QualityData(m_kept);
            }
            return m_data.patterns(x, y);
        });
    }
}
