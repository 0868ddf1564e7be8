// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Holds that a sample is evenly spread and never too large. */
class EvenSampleTest {

    private static EvenSample<Integer> of(final int items, final int most) {
        final EvenSample<Integer> sample = new EvenSample<>(most);
        for (int i = 0; i < items; i++) {
            sample.add(i);
        }
        return sample;
    }

    @Test
    void fewItemsAreAllKept() {
        assertEquals(List.of(0, 1, 2, 3), of(4, 4).kept());
        assertEquals(List.of(), of(0, 4).kept());
    }

    @Test
    void stepDoublesWhenTheSampleIsFull() {
        assertEquals(List.of(0, 2, 4), of(5, 4).kept());
        assertEquals(List.of(0, 2, 4, 6), of(8, 4).kept());
        assertEquals(List.of(0, 4, 8), of(9, 4).kept());
    }

    @Test
    void sampleIsNeverTooLargeNorLessThanHalf() {
        for (int items = 0; items < 700; items++) {
            final EvenSample<Integer> sample = of(items, 50);
            assertEquals(items, sample.seen());
            assertTrue(sample.kept().size() <= 50 && sample.kept().size() >= Math.min(items, 25), items + " items");
            final int step = sample.kept().size() > 1 ? sample.kept().get(1) : 1;
            for (int i = 0; i < sample.kept().size(); i++) {
                assertEquals(i * step, sample.kept().get(i));
            }
        }
    }
}
