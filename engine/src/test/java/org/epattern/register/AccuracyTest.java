// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the accuracy that was reached, so that nothing regresses silently. Limits are the reached values with a little
 * room for other processors' rounding; docs/ACCURACY.md holds the figures of larger scans.
 */
class AccuracyTest {

    private static AccuracyCase named(final String name, final int scanSize) {
        return AccuracyCase.all(scanSize).stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // patterns, scan, precision, recall, median position error / bound, false spots per empty pattern
        "low noise, 5, 0.99, 0.98, 1.15, 0.2", //
        "mid noise, 5, 0.99, 0.965, 1.15, 0.2", //
        "high noise, 5, 0.97, 0.79, 1.2, 0.2", //
        "Gaussian spots, 4, 0.96, 0.90, 1.2, 0.4", //
        "256 px, 8, 0.99, 0.85, 1.15, 0.2", //
        "'128 px, low noise', 10, 0.98, 0.80, 1.15, 0.2", //
        "'counting, 10 e/px', 4, 0.95, 0.70, 1.15, 0.3", //
        "'counting, 3 e/px', 4, 0.93, 0.42, 1.2, 0.3", //
        "'counting, 1 e/px', 4, 0.90, 0.22, 1.3, 0.3", //
        "pairs, 4, 0.90, 0.68, 1.2, 0.4", //
        "at the edge, 4, 0.98, 0.95, 1.15, 0.4", //
        "saturated beam, 4, 0.99, 0.96, 1.2, 0.4", //
        "detector ends at 60, 4, 0.98, 0.96, 1.2, 0.4", //
        "beam stop, 4, 0.94, 0.90, 1.25, 2", //
        "'beam stop, place known', 4, 0.94, 0.90, 1.25, 2", //
        "hot pixels, 4, 0.98, 0.96, 1.2, 0.4", //
        "strong halo and rings, 4, 0.97, 0.90, 1.25, 0.4"})
    void reflectionsMatchTheTruth(final String name, final int scanSize, final double precision, final double recall,
        final double errorOverBound, final double falsePerEmpty) throws IOException {
        final Score score = new Score();
        named(name, scanSize).run(score, null);
        assertAll( //
            () -> assertTrue(score.precision() >= precision, () -> "precision " + score),
            () -> assertTrue(score.recall() >= recall, () -> "recall " + score),
            () -> assertTrue(score.errorOverBound() <= errorOverBound, () -> "position error " + score),
            () -> assertTrue(score.meanErrorOverBound() <= 2.1, () -> "error of the mean " + score),
            () -> assertTrue(score.emptyPatterns() == 0 || score.falsePerEmptyPattern() <= falsePerEmpty,
                () -> "false spots " + score),
            () -> assertTrue(Math.abs(score.biasX()) < 0.01 + 3 * score.biasUncertainty(), () -> "bias " + score),
            () -> assertTrue(Math.abs(score.biasY()) < 0.01 + 3 * score.biasUncertainty(), () -> "bias " + score),
            () -> assertTrue(Double.isNaN(score.radiusError()) || score.radiusError() < 0.5, () -> "radius " + score),
            () -> assertTrue(score.directBeam() >= 0.999, () -> "direct beam " + score));
    }

    @ParameterizedTest(name = "no crystals, {0} noise, 256 px")
    @CsvSource({"low, 0.08", "mid, 0.08", "high, 0.08"})
    void patternsWithoutCrystalsHaveHardlyAnySpot(final String noise, final double falsePerPattern)
        throws IOException {
        final Score score = new Score();
        named("no crystals, " + noise + " noise, 256 px", 8).run(score, null);
        assertTrue(score.emptyPatterns() == 256 && score.falsePerEmptyPattern() <= falsePerPattern,
            () -> "false spots " + score);
        assertTrue(score.directBeam() == 1, () -> "direct beam " + score);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource("no noise")
    void withoutNoisePositionsAreExactToAHundredthOfAPixel(final String name) throws IOException {
        final Score score = new Score();
        named(name, 4).run(score, null);
        assertTrue(score.positionError() <= 0.0105, () -> "position error " + score);
        assertTrue(Math.abs(score.biasX()) < 0.003 && Math.abs(score.biasY()) < 0.003, () -> "bias " + score);
        assertTrue(score.recall() >= 0.99 && score.precision() >= 0.96, () -> "spots " + score);
    }
}
