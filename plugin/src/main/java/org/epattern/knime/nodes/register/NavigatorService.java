// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import org.epattern.knime.views.Trouble;
import org.knime.core.node.port.PortObject;

/** What the page "Pattern Navigator" may ask for, one question at a time. */
public final class NavigatorService {

    private final PortObject[] m_kept;
    private Navigator m_navigator;

    /** @param kept the tables that the node kept */
    NavigatorService(final PortObject[] kept) {
        m_kept = kept;
    }

    private Navigator navigator() {
        if (m_navigator == null) {
            m_navigator = new Navigator(m_kept);
        }
        return m_navigator;
    }

    /**
     * @param x scan x
     * @param y scan y
     * @param source column of the pattern
     * @return the pattern
     */
    public synchronized Object pattern(final int x, final int y, final String source) {
        return Trouble.orAnswer(() -> navigator().pattern(x, y, source));
    }

    /**
     * @param x scan x
     * @param y scan y
     * @return the reflections of a pattern as they stand in the table
     */
    public synchronized Object reflections(final int x, final int y) {
        return Trouble.orAnswer(() -> navigator().reflections(x, y));
    }

    /**
     * Registers a pattern again.
     *
     * @param x scan x
     * @param y scan y
     * @param factor threshold in multiples of the noise
     * @param floor smallest threshold (grey levels)
     * @param blur blur before maxima are sought (px); null, or anything, where the rule has none
     * @return its reflections with these settings, and all others as the node ran
     */
    public synchronized Object register(final int x, final int y, final double factor, final double floor,
        final Double blur) {
        return Trouble.orAnswer(() -> navigator().register(x, y, factor, floor, blur));
    }
}
