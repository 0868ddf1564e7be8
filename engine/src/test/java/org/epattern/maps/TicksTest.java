// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void ticksAreRoundNumbersWithinTheRange() {
        assertEquals(List.of("0", "5", "10", "15", "20"), Ticks.between(0, 24, 6, false).labels());
        assertEquals(List.of("1.20", "1.22", "1.24", "1.26", "1.28", "1.30"),
            Ticks.between(1.2, 1.3, 6, false).labels());
        assertEquals(List.of("-2", "0", "2"), Ticks.between(-3, 3, 3, false).labels());
        assertEquals(List.of(-2.0, 0.0, 2.0), Ticks.between(-3, 3, 3, false).values());
    }

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTenAndNeitherTooFewNorTooMany() {
        for (int i = 1; i < 400; i++) {
            final double max = i * i * 1e-4;
            for (int most = 2; most < 12; most++) {
                final List<Double> values = Ticks.between(0, max, most, false).values();
                assertTrue(values.size() >= 2 && values.size() <= most + 2, values::toString);
                final double step = values.get(1);
                final double digit = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
                assertTrue(Math.abs(digit - 1) < 1e-9 || Math.abs(digit - 2) < 1e-9 || Math.abs(digit - 5) < 1e-9,
                    () -> "step " + step);
            }
        }
    }

    @Test
    void countsHaveWholeNumbersOnly() {
        assertEquals(List.of("0", "1", "2"), Ticks.between(0, 2, 8, true).labels());
        assertEquals(List.of("0", "1", "2"), Ticks.withEnds(0, 2, 8, true, 0.05).labels());
    }

    @Test
    void longNumbersShareAPowerOfTen() {
        final Ticks large = Ticks.between(0, 273_000, 3, false);
        assertEquals(List.of("0", "1", "2"), large.labels());
        assertEquals("×10⁵", large.factor());
        assertEquals("×10⁻⁵", Ticks.between(0, 3e-5, 3, false).factor());
        assertEquals("", Ticks.between(0, 40_000, 3, false).factor());
    }

    @Test
    void colourBarShowsLowestAndHighestValue() {
        assertEquals(List.of("1", "10", "20", "33"), Ticks.withEnds(1, 33, 4, true, 0.1).labels(),
            "30 would touch 33");
        assertEquals(List.of("0.3", "2", "4", "6.3"), Ticks.withEnds(0.26, 6.31, 4, false, 0.1).labels());
        assertEquals(List.of(0.26, 2.0, 4.0, 6.31), Ticks.withEnds(0.26, 6.31, 4, false, 0.1).values());
        final Ticks large = Ticks.withEnds(0, 273_123.4, 3, false, 0.1);
        assertEquals(List.of("0", "1", "2", "2.7"), large.labels());
        assertEquals("×10⁵", large.factor());
        assertEquals(List.of("435", "20000", "42136"), Ticks.withEnds(434.7, 42_135.8, 3, false, 0.1).labels());
    }

    @Test
    void constantMapHasItsOneValue() {
        assertEquals(List.of("7.3"), Ticks.withEnds(7.3f, 7.3f, 5, false, 0.1).labels());
        assertEquals(List.of("0"), Ticks.withEnds(0, 0, 5, true, 0.1).labels());
        assertEquals(List.of("1200"), Ticks.withEnds(1200, 1200, 5, true, 0.1).labels());
        assertEquals(List.of("1.235"), Ticks.withEnds(123_456, 123_456, 5, true, 0.1).labels());
    }
}
