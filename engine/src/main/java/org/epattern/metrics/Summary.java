// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import java.util.Arrays;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

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
        final double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return new Summary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        final DescriptiveStatistics statistics = new DescriptiveStatistics(finite);
        final Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        percentile.setData(finite);
        return new Summary(finite.length, statistics.getMean(), percentile.evaluate(50),
            statistics.getStandardDeviation(), percentile.evaluate(5), percentile.evaluate(95));
    }
}
