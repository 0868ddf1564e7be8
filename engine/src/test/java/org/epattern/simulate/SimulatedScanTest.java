// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.simulate.SimulatedScan.Content;
import org.junit.jupiter.api.Test;

class SimulatedScanTest {

    private static final int SIZE = 256;

    private static final SimulationSettings SMALL = SimulationSettings.defaults().withSize(10, 8, SIZE);

    /** No shot noise, no background, no rounding. */
    private static SimulationSettings clean(final SpotProfile profile, final double readoutNoise) {
        final SimulationSettings s =
            SMALL.withProfile(profile).withBackground(0, 0).withIntensity(1, SampleType.FLOAT32);
        return new SimulationSettings(s.scanWidth(), s.scanHeight(), s.patternSize(), s.seed(), s.grains(), s.profile(),
            s.smallestRadius(), s.largestRadius(), s.intensity(), Double.POSITIVE_INFINITY, readoutNoise, 0, 0,
            s.beamHeight(), Difficulties.NONE, SampleType.FLOAT32);
    }

    private static float[] pattern(final SimulatedScan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static long crystal(final SimulatedScan scan) {
        long index = 0;
        while (scan.content(index) != Content.CRYSTAL) {
            index++;
        }
        return index;
    }

    @Test
    void theSameSeedGivesTheSamePatternInAnyOrder() throws IOException {
        final SimulatedScan first = new SimulatedScan(SMALL);
        final SimulatedScan second = new SimulatedScan(SMALL);
        final float[] last = pattern(first, 79);
        final float[] middle = pattern(first, 33);
        assertArrayEquals(middle, pattern(second, 33));
        assertArrayEquals(last, pattern(second, 79));
        assertFalse(Arrays.equals(last, pattern(new SimulatedScan(SMALL.withSeed(2)), 79)));
        assertEquals(first.truth(33), second.truth(33));
    }

    @Test
    void centreOfMassOfANoiseFreeSpotIsItsTruePosition() {
        for (final SpotProfile profile : SpotProfile.values()) {
            final SimulatedScan scan = new SimulatedScan(clean(profile, 0));
            final long index = crystal(scan);
            final float[] pixels = new float[SIZE * SIZE];
            scan.noiseFree(index, pixels);
            final List<TrueSpot> truth = scan.truth(index);
            int checked = 0;
            for (final TrueSpot spot : truth) {
                final double reach = spot.radius() * (profile == SpotProfile.GAUSSIAN ? 4 : 1) + 5;
                final boolean alone = truth.stream().allMatch(
                    o -> o == spot || Math.hypot(o.x() - spot.x(), o.y() - spot.y()) > reach + 2 * o.radius() + 8);
                final boolean inside = spot.x() > reach && spot.y() > reach && spot.x() < SIZE - reach
                    && spot.y() < SIZE - reach;
                if (alone && inside) {
                    assertCentre(pixels, spot, reach);
                    checked++;
                }
            }
            assertTrue(checked > 0, "no isolated spot of " + profile);
        }
    }

    private static void assertCentre(final float[] pixels, final TrueSpot spot, final double reach) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                if (Math.hypot(x + 0.5 - spot.x(), y + 0.5 - spot.y()) < reach) {
                    sum += pixels[y * SIZE + x];
                    sumX += pixels[y * SIZE + x] * (x + 0.5);
                    sumY += pixels[y * SIZE + x] * (y + 0.5);
                }
            }
        }
        assertEquals(spot.x(), sumX / sum, 0.005);
        assertEquals(spot.y(), sumY / sum, 0.005);
    }

    @Test
    void boundOfAGaussianSpotInWhiteNoiseHasTheClosedForm() {
        // Fisher information of A exp(-r²/2w²) in white noise s: pi A² / (2 s²), whatever the width
        final double noise = 2;
        final SimulatedScan scan = new SimulatedScan(clean(SpotProfile.GAUSSIAN, noise).withSize(10, 8, 2 * SIZE));
        final long index = crystal(scan);
        int checked = 0;
        for (final TrueSpot spot : scan.truth(index)) {
            // wide enough for the pixels to be an integral; the window cuts little of it
            if (!spot.edge() && spot.radius() > 3) {
                final double variance = noise * noise + 1.0 / 12;
                assertEquals(Math.sqrt(2 * variance / Math.PI) / spot.amplitude(), spot.isolatedBoundX(),
                    0.06 * spot.isolatedBoundX());
                assertEquals(spot.isolatedBoundX(), spot.isolatedBoundY(), 0.02 * spot.isolatedBoundX());
                checked++;
            }
        }
        assertTrue(checked > 3, "only " + checked + " spots checked");
    }

    @Test
    void noiseIsShotNoiseAndReadoutNoise() throws IOException {
        for (final NoiseLevel level : List.of(NoiseLevel.LOW, NoiseLevel.MID, NoiseLevel.HIGH)) {
            final SimulatedScan scan =
                new SimulatedScan(SMALL.withNoise(level).withIntensity(1, SampleType.FLOAT32));
            final float[] noiseFree = new float[SIZE * SIZE];
            final double[] sums = new double[2];
            for (long index = 0; index < 6; index++) {
                scan.noiseFree(index, noiseFree);
                final float[] measured = pattern(scan, index);
                for (int i = 0; i < noiseFree.length; i++) {
                    final double variance =
                        noiseFree[i] / level.countsPerGreyLevel() + level.readoutNoise() * level.readoutNoise();
                    final double difference = measured[i] - noiseFree[i];
                    sums[0] += difference * difference / variance;
                    sums[1] += difference / Math.sqrt(variance);
                }
            }
            final double n = 6.0 * SIZE * SIZE;
            assertEquals(1, sums[0] / n, 0.01, level + ": variance against expectation");
            assertEquals(0, sums[1] / n, 0.01, level + ": mean deviation");
        }
    }

    @Test
    void amorphousAndEmptyPointsHaveOnlyTheDirectBeam() {
        final SimulatedScan scan = new SimulatedScan(SimulationSettings.defaults().withSize(20, 20, 64));
        final int[] points = new int[Content.values().length];
        for (long index = 0; index < scan.geometry().patternCount(); index++) {
            points[scan.content(index).ordinal()]++;
            final List<TrueSpot> truth = scan.truth(index);
            assertTrue(truth.get(0).directBeam());
            if (scan.content(index) != Content.CRYSTAL) {
                assertEquals(1, truth.size());
                assertEquals(-1, scan.grain(index));
            } else {
                assertTrue(truth.size() > 3, "crystal with " + truth.size() + " spots");
            }
        }
        assertTrue(Arrays.stream(points).allMatch(n -> n > 10), () -> Arrays.toString(points));
    }

    @Test
    void eightBitPatternsHoldWholeGreyLevelsWithinTheirRange() throws IOException {
        final float[] pixels = pattern(new SimulatedScan(SMALL.withBeam(0, 900, false)), 40);
        float largest = 0;
        for (final float value : pixels) {
            assertEquals(Math.rint(value), value);
            assertTrue(value >= 0 && value <= 255);
            largest = Math.max(largest, value);
        }
        assertEquals(255, largest, "a direct beam of 900 grey levels saturates");
    }

    @Test
    void refusesSettingsOutOfRangeWithTheirName() {
        final String said =
            assertThrows(IllegalArgumentException.class, () -> SimulationSettings.defaults().withSize(3, 3, 8))
                .getMessage();
        assertTrue(said.contains("Pattern size") && said.contains("8") && said.contains("32"), said);
    }
}
