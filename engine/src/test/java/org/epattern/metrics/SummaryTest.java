// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void figuresOfFiveNumbersByHand() {
        final Summary summary = Summary.of(new double[]{4, 1, Double.NaN, 2, 10, 3, Double.POSITIVE_INFINITY});
        assertEquals(5, summary.count());
        assertEquals(4, summary.mean(), 1e-12);
        assertEquals(3, summary.median(), 1e-12);
        // deviations 0, -3, -2, 6, -1: sum of squares 50, divided by 4
        assertEquals(Math.sqrt(12.5), summary.standardDeviation(), 1e-12);
        // linear between 1 and 2, and between 4 and 10
        assertEquals(1.2, summary.percentile5(), 1e-12);
        assertEquals(8.8, summary.percentile95(), 1e-12);
    }

    @Test
    void oneValueHasNoSpreadAndNoneHasNoMean() {
        assertEquals(0, Summary.of(new double[]{7}).standardDeviation());
        assertEquals(0, Summary.of(new double[0]).count());
        assertTrue(Double.isNaN(Summary.of(new double[]{Double.NaN}).mean()));
    }

    @Test
    void reductionOfThePapersScan() {
        // 40,000 patterns of 512 x 512 bytes, 614 times smaller
        assertEquals(614, new DataReduction(40_000L * 512 * 512, 17_078_000L).factor(), 0.1);
    }
}
