// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

/**
 * Mean, median and spread of many values.
 *
 * @param count number of finite values; all others are left out
 * @param mean arithmetic mean
 * @param median middle value
 * @param standardDeviation standard deviation of the sample (divided by count - 1); 0 for one value
 * @param percentile5 5 % of the values lie below (linear between neighbours)
 * @param percentile95 95 % of the values lie below (linear between neighbours)
 */
public record Summary(int count, double mean, double median, double standardDeviation, double percentile5,
    double percentile95) {

    /**
     * @param values any values, in any order; not changed
     * @return their summary; every figure but the count is not a number if there is no finite value
     */
    public static Summary of(final double[] values) {
        throw new UnsupportedOperationException();
    }
}
