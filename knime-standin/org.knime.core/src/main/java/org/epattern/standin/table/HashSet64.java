// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.util.Arrays;

/** A set of 64-bit numbers in one array, at most half full. */
final class HashSet64 {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] m_slots = new long[FIRST_CAPACITY];

    private boolean m_hasZero;

    private int m_used;

    /** Adds a number; false if it was there. */
    boolean add(final long number) {
        if (number == 0) { // stands for an empty slot
            final boolean added = !m_hasZero;
            m_hasZero = true;
            return added;
        }
        if (2 * (m_used + 1) > m_slots.length) {
            grow();
        }
        if (!insert(m_slots, number)) {
            return false;
        }
        m_used++;
        return true;
    }

    private static boolean insert(final long[] slots, final long number) {
        final int mask = slots.length - 1;
        int slot = (int)number & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == number) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = number;
        return true;
    }

    private void grow() {
        final long[] larger = new long[2 * m_slots.length];
        for (final long number : m_slots) {
            if (number != 0) {
                insert(larger, number);
            }
        }
        m_slots = larger;
    }

    int size() {
        return m_used + (m_hasZero ? 1 : 0);
    }

    long[] sorted() {
        final long[] numbers = new long[size()];
        int count = m_hasZero ? 1 : 0;
        for (final long number : m_slots) {
            if (number != 0) {
                numbers[count] = number;
                count++;
            }
        }
        Arrays.sort(numbers);
        return numbers;
    }

    void clear() {
        Arrays.fill(m_slots, 0);
        m_hasZero = false;
        m_used = 0;
    }
}
