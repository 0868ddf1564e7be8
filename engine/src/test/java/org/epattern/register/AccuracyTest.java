// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;

import org.epattern.scan.PatternReader;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Registration with default settings against exact truth. The limits are the figures that were reached, with a little
 * room for other processors' rounding; docs/ACCURACY.md holds the figures themselves.
 */
class AccuracyTest {

    @ParameterizedTest(name = "{0} px, {1} noise")
    @CsvSource({
        // size, noise, scan, precision, recall, median position error / bound, false spots per empty pattern
        "256, MID, 10, 0.985, 0.86, 1.15, 0.4", //
        "512, LOW, 6, 0.99, 0.98, 1.15, 0.15", //
        "512, MID, 6, 0.985, 0.965, 1.15, 0.15", //
        "512, HIGH, 6, 0.975, 0.80, 1.2, 0.4"})
    void reflectionsMatchTheTruth(final int size, final NoiseLevel noise, final int scanSize, final double precision,
        final double recall, final double errorOverBound, final double falsePerEmpty) throws IOException {
        final SimulatedScan scan = new SimulatedScan(
            SimulationSettings.defaults().withSize(scanSize, scanSize, size).withNoise(noise));
        final PatternRegistrar registrar =
            new PatternRegistrar(size, size, RegisterSettings.defaults().withSaturation(255));
        final WideAngleNoise wideAngle = new WideAngleNoise(size, size, NoiseRegion.OUTSIDE_CIRCLE);
        final float[] pixels = new float[size * size];
        final Score score = new Score();
        try (PatternReader reader = scan.openReader()) {
            for (long i = 0; i < scan.geometry().patternCount(); i++) {
                reader.read(i, pixels);
                score.add(scan.truth(i), registrar.register(pixels, wideAngle.standardDeviation(pixels)));
            }
        }
        System.out.printf(Locale.ROOT, "%d px, %s noise: %s%n", size, noise, score);
        assertAll( //
            () -> assertTrue(score.precision() >= precision, () -> "precision " + score),
            () -> assertTrue(score.recall() >= recall, () -> "recall " + score),
            () -> assertTrue(score.errorOverBound() <= errorOverBound, () -> "position error " + score),
            () -> assertTrue(score.falsePerEmptyPattern() <= falsePerEmpty, () -> "false spots " + score),
            () -> assertTrue(Math.abs(score.bias()) < 0.01 + 3 * score.biasUncertainty(), () -> "bias " + score),
            () -> assertTrue(score.directBeam() >= 0.999, () -> "direct beam " + score));
    }
}
