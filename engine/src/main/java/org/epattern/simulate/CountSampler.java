// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws Poisson numbers in a few nanoseconds, exactly: the mean is split into multiples of a coarse and a fine step,
 * whose distributions are tabulated (alias method, Walker 1977), and a small rest; a sum of Poisson numbers is a
 * Poisson number of the summed mean. Immutable; may be shared between threads.
 */
final class CountSampler {

    private static final double COARSE = 4;
    private static final double FINE = 1.0 / 16;
    private static final int FINE_STEPS = (int)(COARSE / FINE);
    private static final double LARGEST_MEAN = 4096;
    private static final double TAIL = 1e-14;

    private final AliasTable[] m_coarse;
    private final AliasTable[] m_fine = new AliasTable[FINE_STEPS];

    /** @param largestMean largest mean that will be asked for often; larger ones are drawn in parts */
    CountSampler(final double largestMean) {
        final int steps = (int)Math.ceil(Math.min(largestMean, LARGEST_MEAN) / COARSE) + 1;
        m_coarse = new AliasTable[steps];
        for (int i = 1; i < steps; i++) {
            m_coarse[i] = poisson(i * COARSE);
        }
        for (int i = 1; i < FINE_STEPS; i++) {
            m_fine[i] = poisson(i * FINE);
        }
    }

    /**
     * @param mean expected number, at least 0
     * @param random source
     * @return a Poisson number
     */
    int draw(final double mean, final RandomGenerator random) {
        int count = 0;
        double rest = mean;
        int coarse = (int)(rest / COARSE);
        rest -= coarse * COARSE;
        while (coarse >= m_coarse.length) {
            count += m_coarse[m_coarse.length - 1].draw(random.nextLong());
            coarse -= m_coarse.length - 1;
        }
        if (coarse > 0) {
            count += m_coarse[coarse].draw(random.nextLong());
        }
        final int fine = (int)(rest / FINE);
        if (fine > 0) {
            count += m_fine[fine].draw(random.nextLong());
            rest -= fine * FINE;
        }
        // rest < 1/16: nearly always nothing; 1 - rest <= exp(-rest) spares the exponential
        final double u = random.nextDouble();
        if (u > 1 - rest) {
            double term = Math.exp(-rest);
            double cumulated = term;
            for (int k = 1; u > cumulated && k < 32; k++) {
                count++;
                term *= rest / k;
                cumulated += term;
            }
        }
        return count;
    }

    private static AliasTable poisson(final double mean) {
        final int spread = (int)(9 * Math.sqrt(mean) + 30);
        final int first = Math.max(0, (int)mean - spread);
        final double[] p = new double[(int)mean + spread - first + 1];
        final int mode = (int)mean - first;
        p[mode] = 1;
        for (int i = mode + 1; i < p.length; i++) {
            p[i] = p[i - 1] * mean / (first + i);
        }
        for (int i = mode - 1; i >= 0; i--) {
            p[i] = p[i + 1] * (first + i + 1) / mean;
        }
        int low = 0;
        while (p[low] < TAIL) {
            low++;
        }
        int high = p.length;
        while (p[high - 1] < TAIL) {
            high--;
        }
        return new AliasTable(Arrays.copyOfRange(p, low, high), first + low);
    }

    /** Draws a number from a tabulated distribution with one random number. */
    private static final class AliasTable {
        private final int m_first;
        private final int[] m_keep;
        private final short[] m_alias;

        AliasTable(final double[] weights, final int first) {
            m_first = first;
            final int n = weights.length;
            m_keep = new int[n];
            m_alias = new short[n];
            double sum = 0;
            for (final double w : weights) {
                sum += w;
            }
            final double[] share = new double[n];
            final int[] small = new int[n];
            final int[] large = new int[n];
            int smalls = 0;
            int larges = 0;
            for (int i = 0; i < n; i++) {
                share[i] = weights[i] / sum * n;
                if (share[i] < 1) {
                    small[smalls++] = i;
                } else {
                    large[larges++] = i;
                }
            }
            while (smalls > 0 && larges > 0) {
                final int s = small[--smalls];
                final int l = large[larges - 1];
                set(s, share[s], l);
                share[l] -= 1 - share[s];
                if (share[l] < 1) {
                    larges--;
                    small[smalls++] = l;
                }
            }
            while (larges > 0) {
                set(large[--larges], 1, 0);
            }
            while (smalls > 0) {
                set(small[--smalls], 1, 0);
            }
        }

        private void set(final int i, final double keep, final int alias) {
            m_keep[i] = (int)Math.min(Integer.MAX_VALUE, Math.round(keep * 0x1p31));
            m_alias[i] = (short)alias;
        }

        int draw(final long random) {
            final int i = (int)((random >>> 32) * m_keep.length >>> 32);
            return m_first + ((int)(random & 0x7fffffff) < m_keep[i] ? i : m_alias[i]);
        }
    }
}
