// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.epattern.register.Reflection;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatternDrawerTest {

    private static final int SIZE = 64;

    private static Reflection spot(final double x, final double y, final double radius, final double mean) {
        return new Reflection(x, y, radius, mean, mean, 1, 2, Set.of());
    }

    private static Reflection directBeam(final double x, final double y, final double radius, final double mean) {
        return new Reflection(x, y, radius, mean, mean, 1, Reflection.DIRECT_BEAM, Set.of());
    }

    private static DrawSettings settings(final Profile profile) {
        return DrawSettings.likeInput(SIZE, SIZE).withProfile(profile).withSampleType(SampleType.FLOAT32);
    }

    private static float[] draw(final DrawSettings settings, final Reflection... reflections) {
        final float[] out = new float[settings.width() * settings.height()];
        new PatternDrawer(SIZE, SIZE, settings).draw(List.of(reflections), out);
        return out;
    }

    /** Sum, centre of mass x, centre of mass y; written anew here, independent of the code under test. */
    private static double[] moments(final float[] pixels, final int width) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < pixels.length; i++) {
            sum += pixels[i];
            x += pixels[i] * (i % width + 0.5);
            y += pixels[i] * (i / width + 0.5);
        }
        return new double[]{sum, x / sum, y / sum};
    }

    private static double meanWithin(final float[] pixels, final int width, final double x, final double y,
        final double radius) {
        // brute force: many points per pixel
        final int fine = 20;
        double sum = 0;
        int count = 0;
        for (int v = 0; v < pixels.length / width * fine; v++) {
            for (int u = 0; u < width * fine; u++) {
                if (Math.hypot((u + 0.5) / fine - x, (v + 0.5) / fine - y) <= radius) {
                    sum += pixels[v / fine * width + u / fine];
                    count++;
                }
            }
        }
        return sum / count;
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void centreOfMassIsTheAskedPositionToAThousandthOfAPixel(final Profile profile) {
        final Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            final double x = 30 + 4 * random.nextDouble();
            final double y = 30 + 4 * random.nextDouble();
            final double radius = 0.2 + 9 * random.nextDouble();
            final double[] moments = moments(draw(settings(profile), spot(x, y, radius, 100)), SIZE);
            assertEquals(x, moments[1], 0.001, "x with radius " + radius);
            assertEquals(y, moments[2], 0.001, "y with radius " + radius);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void meanWithinTheCircleIsTheRegisteredMeanTimesGain(final Profile profile) {
        for (final double radius : new double[]{1.3, 3, 5.5, 8}) {
            final float[] pixels = draw(settings(profile).withGain(1.5), spot(31.3, 32.8, radius, 80));
            assertEquals(120, meanWithin(pixels, SIZE, 31.3, 32.8, radius), 0.3);
        }
    }

    @Test
    void discOnAPixelIsFlatInsideAndZeroOutside() {
        final float[] pixels = draw(settings(Profile.SOFT_DISC), spot(32.5, 32.5, 3, 100));
        final float inside = pixels[32 * SIZE + 32];
        assertEquals(inside, pixels[32 * SIZE + 34], 1e-4);
        assertEquals(inside, pixels[30 * SIZE + 32], 1e-4);
        assertEquals(0, pixels[32 * SIZE + 36], 0);
        // the area under the arc between 2.5 and 3 is 0.4893 px²: pixel 3 to the right is covered about that much
        assertEquals(0.4893 * inside, pixels[32 * SIZE + 35], 0.01 * inside);
    }

    @Test
    void gaussianHasTheSpreadOfADiscOfTheSameRadius() {
        final float[] pixels = draw(settings(Profile.GAUSSIAN), spot(32.2, 31.7, 6, 50));
        final double[] moments = moments(pixels, SIZE);
        double variance = 0;
        for (int i = 0; i < pixels.length; i++) {
            final double dx = i % SIZE + 0.5 - moments[1];
            variance += pixels[i] * dx * dx;
        }
        assertEquals(6 * 6 / 4.0, variance / moments[0], 0.01);
    }

    @Test
    void nothingIsDrawnForNoReflections() {
        final float[] out = new float[SIZE * SIZE];
        Arrays.fill(out, 7);
        assertEquals(0, new PatternDrawer(SIZE, SIZE, settings(Profile.SOFT_DISC)).draw(List.of(), out));
        assertArrayEquals(new float[SIZE * SIZE], out);
    }

    @Test
    void overlappingSpotsAddUp() {
        final Reflection a = spot(30.2, 32, 4, 100);
        final Reflection b = spot(34.9, 33, 3, 20);
        final float[] both = draw(settings(Profile.SOFT_DISC), a, b);
        final float[] one = draw(settings(Profile.SOFT_DISC), a);
        final float[] other = draw(settings(Profile.SOFT_DISC), b);
        boolean overlap = false;
        for (int i = 0; i < both.length; i++) {
            assertEquals(one[i] + other[i], both[i], 1e-4);
            overlap |= one[i] > 0 && other[i] > 0;
        }
        assertTrue(overlap);
        assertArrayEquals(both, draw(settings(Profile.SOFT_DISC), b, a), 1e-4f);
    }

    @Test
    void centreMapsToCentreAtAnyScaleAndSize() {
        final DrawSettings half = new DrawSettings(40, 24, 0.5, SpotRadius.REGISTERED, Profile.SOFT_DISC, 1,
            SampleType.FLOAT32);
        final double[] moments = moments(draw(half, spot(32 + 10, 32 - 6, 4, 100)), 40);
        assertEquals(20 + 5, moments[1], 0.001);
        assertEquals(12 - 3, moments[2], 0.001);
        final DrawSettings four = new DrawSettings(256, 256, 4, SpotRadius.REGISTERED, Profile.SOFT_DISC, 1,
            SampleType.FLOAT32);
        final double[] large = moments(draw(four, spot(33.3, 20.1, 2, 100)), 256);
        assertEquals(128 + 4 * 1.3, large[1], 0.001);
        assertEquals(128 - 4 * 11.9, large[2], 0.001);
    }

    @Test
    void radiusComesFromTheRule() {
        final DrawSettings base = settings(Profile.SOFT_DISC);
        final Reflection beam = directBeam(32, 32, 5, 100);
        final Reflection other = spot(32, 32, 5, 100);
        assertEquals(areaOf(draw(base, spot(32, 32, 7, 100))),
            areaOf(draw(base.withRadius(SpotRadius.fixed(7, 2)), beam)));
        assertEquals(areaOf(draw(base, spot(32, 32, 2, 100))),
            areaOf(draw(base.withRadius(SpotRadius.fixed(7, 2)), other)));
        assertEquals(areaOf(draw(base, spot(32, 32, 7.5, 100))),
            areaOf(draw(base.withRadius(SpotRadius.scaled(1.5)), other)));
    }

    private static int areaOf(final float[] pixels) {
        int count = 0;
        for (final float p : pixels) {
            count += p > 0 ? 1 : 0;
        }
        return count;
    }

    @Test
    void spotsPartlyOutsideAreClippedNotMoved() {
        final float[] inner = draw(settings(Profile.SOFT_DISC), spot(20.3, 32.6, 4, 100));
        final float[] atEdge = draw(settings(Profile.SOFT_DISC), spot(1.3, 32.6, 4, 100));
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < 10; x++) {
                assertEquals(inner[y * SIZE + x + 19], atEdge[y * SIZE + x], 1e-3);
            }
        }
        assertArrayEquals(new float[SIZE * SIZE], draw(settings(Profile.SOFT_DISC), spot(-100, 5, 4, 100),
            spot(1e12, 5, 4, 100), spot(5, 64 + 4.1, 4, 100)));
    }

    @Test
    void pixelsAboveTheSampleTypeAreCutAndCounted() {
        final float[] out = new float[SIZE * SIZE];
        final DrawSettings eight = DrawSettings.likeInput(SIZE, SIZE);
        // a circle of radius 3 around a pixel centre holds 21 whole pixels and more at its rim
        final int cut = new PatternDrawer(SIZE, SIZE, eight).draw(List.of(spot(32.5, 32.5, 3, 300)), out);
        assertTrue(cut >= 21 && cut <= 29, cut + " pixels");
        int atMaximum = 0;
        for (final float p : out) {
            assertTrue(p >= 0 && p <= 255);
            atMaximum += p == 255 ? 1 : 0;
        }
        assertEquals(cut, atMaximum);
        assertEquals(0, new PatternDrawer(SIZE, SIZE, eight.withSampleType(SampleType.UINT16))
            .draw(List.of(spot(32.5, 32.5, 3, 300)), out));
        assertTrue(out[32 * SIZE + 32] > 299);
        assertEquals(0, new PatternDrawer(SIZE, SIZE, eight).draw(List.of(spot(32.5, 32.5, 3, -5)), out));
        assertArrayEquals(new float[SIZE * SIZE], out);
    }

    @Test
    void resultsDoNotDependOnWhatWasDrawnBefore() {
        final PatternDrawer drawer = new PatternDrawer(SIZE, SIZE, settings(Profile.GAUSSIAN));
        final float[] out = new float[SIZE * SIZE];
        drawer.draw(List.of(spot(10, 10, 9, 200), spot(50, 50, 0.4, 3)), out);
        drawer.draw(List.of(spot(31, 30, 4, 20)), out);
        assertArrayEquals(draw(settings(Profile.GAUSSIAN), spot(31, 30, 4, 20)), out);
    }

    @Test
    void badReflectionsAndSettingsAreRefusedInOneSentence() {
        assertRefused("mean NaN", () -> draw(settings(Profile.SOFT_DISC), spot(3, 3, 2, Double.NaN)));
        assertRefused("(NaN, 3.0)", () -> draw(settings(Profile.SOFT_DISC), spot(Double.NaN, 3, 2, 1)));
        assertRefused("radius 0.0", () -> draw(settings(Profile.SOFT_DISC), spot(3, 3, 0, 1)));
        assertRefused("radius NaN", () -> draw(settings(Profile.SOFT_DISC), spot(3, 3, Double.NaN, 1)));
        assertRefused("gain is 0.0", () -> settings(Profile.SOFT_DISC).withGain(0));
        assertRefused("radius of the spots is -2.0", () -> SpotRadius.fixed(4, -2));
        assertRefused("radius factor is Infinity", () -> SpotRadius.scaled(Double.POSITIVE_INFINITY));
        assertRefused("0 x 5 px", () -> DrawSettings.likeInput(0, 5));
        assertRefused("has 5 pixels", () -> new PatternDrawer(SIZE, SIZE, settings(Profile.SOFT_DISC))
            .draw(List.of(), new float[5]));
        assertRefused("scale is NaN", () -> new DrawSettings(5, 5, Double.NaN, SpotRadius.REGISTERED,
            Profile.SOFT_DISC, 1, SampleType.UINT8));
    }

    private static void assertRefused(final String found, final Executable call) {
        final String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(found) && message.contains("expected"), message);
    }

    @Test
    void fixedRadiiDoNotNeedARegisteredOne() {
        final float[] out =
            draw(settings(Profile.SOFT_DISC).withRadius(SpotRadius.fixed(4, 2)), spot(32, 32, Double.NaN, 10));
        assertTrue(out[32 * SIZE + 32] > 9);
    }

    @Test
    void fittingScaleShowsTheWholePattern() {
        assertEquals(0.5, DrawSettings.fittingScale(512, 256, 256, 256));
        assertEquals(2, DrawSettings.fittingScale(64, 64, 128, 512));
    }
}
