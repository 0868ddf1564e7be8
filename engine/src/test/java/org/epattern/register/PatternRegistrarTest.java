// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.epattern.prepare.BackgroundSettings;
import org.epattern.prepare.BackgroundSubtractor;
import org.epattern.register.Reflection.Flag;
import org.epattern.scan.PatternReader;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulatedScan.Content;
import org.epattern.simulate.SimulationSettings;
import org.epattern.simulate.TrueSpot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatternRegistrarTest {

    private static final int SIZE = 256;

    private static float[] pattern(final SimulatedScan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static SimulatedScan scan(final SimulationSettings settings) {
        return new SimulatedScan(settings.withSize(6, 6, SIZE));
    }

    private static long first(final SimulatedScan scan, final Content content) {
        long index = 0;
        while (scan.content(index) != content) {
            index++;
        }
        return index;
    }

    private static RegisteredPattern register(final RegisterSettings settings, final float[] pixels) {
        return new PatternRegistrar(SIZE, SIZE, settings).register(pixels, Double.NaN);
    }

    /** A disc whose edge falls within a pixel or two, on nothing. */
    private static void draw(final float[] pixels, final double x, final double y, final double radius,
        final double height) {
        SoftDisc.add(pixels, SIZE, SIZE, x, y, radius, 0.5, height);
    }

    @Test
    void withoutNoisePositionsAreExact() {
        final float[] pixels = new float[SIZE * SIZE];
        final double[][] spots = {{128.2, 127.7, 5, 200}, {160.37, 91.81, 3, 60}, {60.5, 200.25, 4, 90},
            {200.75, 180.1, 3.5, 30}};
        for (final double[] s : spots) {
            draw(pixels, s[0], s[1], s[2], s[3]);
        }
        final RegisteredPattern found = register(RegisterSettings.defaults(), pixels);
        for (final double[] s : spots) {
            final Reflection nearest = found.reflections().stream()
                .filter(r -> Math.hypot(r.x() - s[0], r.y() - s[1]) < 2).findFirst().orElseThrow();
            assertEquals(s[0], nearest.x(), 0.01);
            assertEquals(s[1], nearest.y(), 0.01);
            assertEquals(s[2], nearest.radius(), 0.1);
        }
        assertEquals(spots.length, found.reflections().size());
        assertEquals(128.2, found.directBeam().orElseThrow().x(), 0.01);
    }

    @Test
    void ranksBeginWithTheDirectBeamAndFallInSignificance() throws IOException {
        final SimulatedScan scan = scan(SimulationSettings.defaults());
        final RegisteredPattern found =
            register(RegisterSettings.defaults(), pattern(scan, first(scan, Content.CRYSTAL)));
        double last = Double.POSITIVE_INFINITY;
        int rank = 1;
        for (final Reflection reflection : found.reflections()) {
            assertEquals(rank++, reflection.rank());
            if (!reflection.isDirectBeam()) {
                final double significance = reflection.prominence() / reflection.noise();
                assertTrue(significance <= last * 1.0001, "rank " + reflection.rank());
                last = significance;
            }
        }
        assertTrue(rank > 5);
    }

    @Test
    void behindABeamStopThereIsNoRankOne() throws IOException {
        final SimulatedScan scan = scan(SimulationSettings.defaults().withBeam(0, 230, true));
        int right = 0;
        int patterns = 0;
        for (long i = 0; i < scan.geometry().patternCount(); i++) {
            if (scan.content(i) == Content.CRYSTAL) {
                patterns++;
                right += register(RegisterSettings.defaults().withBeamAt(SIZE / 2.0, SIZE / 2.0), pattern(scan, i))
                    .directBeam().isEmpty() ? 1 : 0;
            }
        }
        System.out.printf("beam stop: no direct beam in %d of %d patterns%n", right, patterns);
        assertTrue(right >= 0.95 * patterns, right + " of " + patterns);
    }

    @Test
    void theLargestNumberOfSpotsKeepsTheMostSignificant() throws IOException {
        final SimulatedScan scan = scan(SimulationSettings.defaults());
        final float[] pixels = pattern(scan, first(scan, Content.CRYSTAL));
        final RegisterSettings all = RegisterSettings.defaults();
        final RegisterSettings few = new RegisterSettings(all.rule(), all.factor(), all.floor(), all.blur(),
            all.smallestRadius(), all.largestRadius(), 4, all.refinement(), all.excludeEdges(), all.beamX(),
            all.beamY(), all.saturation());
        final RegisteredPattern cut = register(few, pixels);
        assertTrue(cut.truncated());
        assertEquals(register(all, pixels).reflections().subList(0, 4), cut.reflections());
        assertFalse(register(all, pixels).truncated());
    }

    @Test
    void saturatedDirectBeamIsFlaggedAndStaysWhereItIs() throws IOException {
        final SimulatedScan scan = scan(SimulationSettings.defaults().withBeam(0, 900, false));
        final long index = first(scan, Content.CRYSTAL);
        final Reflection beam = register(RegisterSettings.defaults().withSaturation(255), pattern(scan, index))
            .directBeam().orElseThrow();
        final TrueSpot truth = scan.truth(index).get(0);
        assertTrue(beam.flags().contains(Flag.SATURATED));
        assertEquals(truth.x(), beam.x(), 0.1);
        assertEquals(truth.y(), beam.y(), 0.1);
    }

    @Test
    void spotsAtTheEdgeAreFlaggedAndCloseSpotsAreToldApart() {
        final float[] pixels = noise(1, 1);
        draw(pixels, 128, 128, 5, 200);
        draw(pixels, 2, 60, 4, 60);
        // 0.75 px between the rims
        draw(pixels, 60, 60, 4, 60);
        draw(pixels, 68.75, 60, 4, 45);
        final List<Reflection> found = register(RegisterSettings.defaults(), pixels).reflections();
        assertEquals(4, found.size(), found::toString);
        assertTrue(at(found, 2, 60).flags().contains(Flag.EDGE), found::toString);
        assertTrue(at(found, 60, 60).flags().contains(Flag.OVERLAP), found::toString);
        assertTrue(at(found, 128, 128).flags().isEmpty(), found::toString);
        assertEquals(68.75, at(found, 68.75, 60).x(), 0.05);
        assertEquals(60, at(found, 60, 60).x(), 0.05);
    }

    private static Reflection at(final List<Reflection> found, final double x, final double y) {
        return found.stream().filter(r -> Math.hypot(r.x() - x, r.y() - y) < 1.5).findFirst()
            .orElseThrow(() -> new AssertionError("no spot at " + x + ", " + y + " in " + found));
    }

    private static float[] noise(final long seed, final double sigma) {
        final Random random = new Random(seed);
        final float[] pixels = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float)(10 + sigma * random.nextGaussian());
        }
        return pixels;
    }

    @ParameterizedTest
    @EnumSource(Refinement.class)
    void singleHotPixelsAreNoSpots(final Refinement refinement) {
        final float[] pixels = noise(2, 1);
        for (int i = 0; i < 12; i++) {
            pixels[(10 + 20 * i) * SIZE + 15 + 19 * i] = 255;
        }
        assertEquals(List.of(),
            register(RegisterSettings.defaults().withRefinement(refinement), pixels).reflections());
    }

    @ParameterizedTest
    @EnumSource(ThresholdRule.class)
    void patternsOfOneValueOrWithoutNumbersHaveNoSpots(final ThresholdRule rule) {
        final RegisterSettings settings =
            rule == ThresholdRule.PAPER ? RegisterSettings.paper() : RegisterSettings.defaults();
        for (final float value : new float[]{0, 17, 255, -3, Float.NaN, Float.POSITIVE_INFINITY}) {
            final float[] pixels = new float[SIZE * SIZE];
            Arrays.fill(pixels, value);
            assertEquals(List.of(), register(settings.withSaturation(255), pixels).reflections(), "all " + value);
        }
    }

    @Test
    void pixelsThatAreNoNumbersDoNotHideTheOthers() {
        final float[] pixels = noise(3, 1);
        draw(pixels, 128, 128, 5, 200);
        draw(pixels, 80, 150, 4, 60);
        for (int i = 0; i < 40; i++) {
            pixels[200 * SIZE + i] = Float.NaN;
        }
        final List<Reflection> found = register(RegisterSettings.defaults(), pixels).reflections();
        assertEquals(2, found.size(), found::toString);
        assertEquals(80, at(found, 80, 150).x(), 0.1);
    }

    @Test
    void resultDoesNotDependOnWhatWasRegisteredBefore() throws IOException {
        final SimulatedScan scan = scan(SimulationSettings.defaults());
        final PatternRegistrar used = new PatternRegistrar(SIZE, SIZE, RegisterSettings.defaults());
        for (long i = 0; i < 12; i++) {
            final float[] pixels = pattern(scan, i);
            assertEquals(register(RegisterSettings.defaults(), pixels), used.register(pixels, Double.NaN));
        }
    }

    @Test
    void paperRuleTakesTheNoiseAtWideAngleAsSmallestProminence() throws IOException {
        final SimulatedScan scan = scan(SimulationSettings.defaults().withNoise(NoiseLevel.LOW));
        final float[] pixels = pattern(scan, first(scan, Content.CRYSTAL));
        final double noise =
            new WideAngleNoise(SIZE, SIZE, NoiseRegion.OUTSIDE_CIRCLE).standardDeviation(pixels);
        final float[] flat = new float[pixels.length];
        new BackgroundSubtractor(SIZE, SIZE, BackgroundSettings.DEFAULT).subtract(pixels, flat);
        final PatternRegistrar registrar = new PatternRegistrar(SIZE, SIZE, RegisterSettings.paper());
        final RegisteredPattern found = registrar.register(flat, noise);
        assertEquals(Math.max(3, noise), found.threshold(), 1e-9);
        assertEquals(50, registrar.register(flat, 50).threshold(), 1e-9);
        assertTrue(registrar.register(flat, 50).reflections().size() < found.reflections().size());
        assertTrue(found.reflections().stream().allMatch(r -> r.prominence() >= found.threshold()));
    }

    @Test
    void refusesPatternsOfAnotherSizeAndSettingsOutOfRange() {
        final String size = assertThrows(IllegalArgumentException.class,
            () -> new PatternRegistrar(SIZE, SIZE, RegisterSettings.defaults()).register(new float[7], 1))
                .getMessage();
        assertTrue(size.contains("65536") && size.contains("7"), size);
    }

    @Test
    void wideAngleNoiseIsTheStandardDeviationOutsideTheInscribedCircle() {
        // noise 4 in the corners, and something wild inside the circle
        final Random random = new Random(5);
        final float[] pixels = new float[SIZE * SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                final boolean outside = Math.hypot(x + 0.5 - SIZE / 2.0, y + 0.5 - SIZE / 2.0) > SIZE / 2.0;
                pixels[y * SIZE + x] = (float)(outside ? 20 + 4 * random.nextGaussian() : 1000 * random.nextDouble());
            }
        }
        assertEquals(4, new WideAngleNoise(SIZE, SIZE, NoiseRegion.OUTSIDE_CIRCLE).standardDeviation(pixels), 0.1);
    }
}
