// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps every n-th of any number of items, evenly spread, with n as small as the limit allows: n doubles whenever the
 * sample is full. Belongs to one thread; the same items in the same order give the same sample.
 *
 * @param <T> item
 */
public final class EvenSample<T> {

    private final int m_most;
    private final List<T> m_kept = new ArrayList<>();
    private long m_step = 1;
    private long m_seen;

    /** @param most largest number of items that are kept, at least 2 */
    public EvenSample(final int most) {
        m_most = most;
    }

    /** @param item the next item */
    public void add(final T item) {
        if (m_seen % m_step == 0) {
            if (m_kept.size() == m_most) {
                thin();
            }
            if (m_seen % m_step == 0) {
                m_kept.add(item);
            }
        }
        m_seen++;
    }

    private void thin() {
        final List<T> half = new ArrayList<>();
        for (int i = 0; i < m_kept.size(); i += 2) {
            half.add(m_kept.get(i));
        }
        m_kept.clear();
        m_kept.addAll(half);
        m_step *= 2;
    }

    /** @return the sample, in the order of the items */
    public List<T> kept() {
        return List.copyOf(m_kept);
    }

    /** @return number of items so far */
    public long seen() {
        return m_seen;
    }
}
