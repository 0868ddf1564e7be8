// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.random.RandomGenerator;

/**
 * Small random generator (SplitMix64) whose sequence follows from a seed and the numbers of what is drawn, so that any
 * pattern can be made alone, in any order and by any thread.
 */
final class FastRandom implements RandomGenerator {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1p-53;

    private long m_state;

    FastRandom(final long seed, final long... keys) {
        long state = mix(seed + GOLDEN);
        for (final long key : keys) {
            state = mix(state ^ mix(key * GOLDEN + 1));
        }
        m_state = state;
    }

    @Override
    public long nextLong() {
        m_state += GOLDEN;
        return mix(m_state);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /** @return a number between low and high, evenly distributed */
    double between(final double low, final double high) {
        return low + (high - low) * nextDouble();
    }

    private static long mix(final long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
