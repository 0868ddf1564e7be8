// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.epattern.register.Reflection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PatternMaskerTest {

    private static final int SIZE = 16;

    private static Reflection spot(final double x, final double y, final double radius, final int rank) {
        return new Reflection(x, y, radius, 10, 10, 1, rank, Set.of());
    }

    private static float[] ramp() {
        final float[] pixels = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i - 20;
        }
        return pixels;
    }

    private static float[] mask(final MaskSettings settings, final float[] pixels, final Reflection... spots) {
        final float[] out = new float[SIZE * SIZE];
        Arrays.fill(out, 99);
        new PatternMasker(SIZE, SIZE, settings).mask(pixels, List.of(spots), out);
        return out;
    }

    @Test
    void hardEdgeKeepsPixelsWithTheirCentreInsideUnchanged() {
        final float[] pixels = ramp();
        final float[] kept = mask(new MaskSettings(SpotRadius.REGISTERED, 0, false), pixels, spot(5.3, 7.8, 2.4, 2));
        for (int i = 0; i < kept.length; i++) {
            final boolean inside = Math.hypot(i % SIZE + 0.5 - 5.3, i / SIZE + 0.5 - 7.8) <= 2.4;
            assertEquals(inside ? pixels[i] : 0, kept[i], "pixel " + i);
        }
    }

    @Test
    void softEdgeKeepsTheShareInsideTheCircle() {
        final float[] pixels = new float[SIZE * SIZE];
        Arrays.fill(pixels, 8);
        final float[] kept = mask(new MaskSettings(SpotRadius.REGISTERED, 0, true), pixels, spot(4, 4, 1, 2));
        double sum = 0;
        for (final float v : kept) {
            sum += v;
        }
        assertEquals(8 * Math.PI, sum, 1e-4);
        assertEquals(2 * Math.PI, kept[4 * SIZE + 4], 1e-5);
    }

    @Test
    void overlapKeepsAPixelOnce() {
        final float[] pixels = new float[SIZE * SIZE];
        Arrays.fill(pixels, 8);
        final Reflection spot = spot(8.2, 8.1, 3, 2);
        final MaskSettings soft = new MaskSettings(SpotRadius.REGISTERED, 0, true);
        assertArrayEquals(mask(soft, pixels, spot), mask(soft, pixels, spot, spot));
    }

    @Test
    void marginAndRadiusRuleWidenTheCircle() {
        final float[] pixels = ramp();
        final float[] three = mask(new MaskSettings(SpotRadius.REGISTERED, 0, false), pixels, spot(8, 8, 3, 1));
        assertArrayEquals(three, mask(new MaskSettings(SpotRadius.REGISTERED, 1, false), pixels, spot(8, 8, 2, 1)));
        assertArrayEquals(three, mask(new MaskSettings(SpotRadius.fixed(3, 1), 0, false), pixels, spot(8, 8, 9, 1)));
        assertArrayEquals(three, mask(new MaskSettings(SpotRadius.fixed(1, 3), 0, false), pixels, spot(8, 8, 9, 2)));
        assertArrayEquals(three, mask(new MaskSettings(SpotRadius.scaled(1.5), 0, false), pixels, spot(8, 8, 2, 2)));
    }

    @Test
    void noSpotLeavesNothingAndSpotsOutsideAreClipped() {
        assertArrayEquals(new float[SIZE * SIZE], mask(MaskSettings.DEFAULTS, ramp()));
        for (final boolean soft : new boolean[]{false, true}) {
            final MaskSettings settings = new MaskSettings(SpotRadius.REGISTERED, 0, soft);
            assertArrayEquals(new float[SIZE * SIZE], mask(settings, ramp(), spot(-5, 3, 3, 2), spot(40, 40, 4, 2)));
            final float[] corner = mask(settings, ramp(), spot(0, 0, 2, 2), spot(16, 16, 2, 2));
            assertEquals(-20, corner[0]);
            assertEquals(235, corner[SIZE * SIZE - 1]);
            assertEquals(0, corner[SIZE * 8 + 8]);
        }
    }

    @Test
    void outsideTheSpotsNotANumberDoesNotMatter() {
        final float[] pixels = new float[SIZE * SIZE];
        Arrays.fill(pixels, Float.NaN);
        pixels[8 * SIZE + 8] = 5;
        final float[] kept = mask(new MaskSettings(SpotRadius.REGISTERED, 0, false), pixels, spot(8.5, 8.5, 0.6, 2));
        final float[] expected = new float[SIZE * SIZE];
        expected[8 * SIZE + 8] = 5;
        assertArrayEquals(expected, kept);
    }

    @Test
    void masksInPlace() {
        final float[] pixels = ramp();
        final float[] expected = mask(MaskSettings.DEFAULTS, pixels, spot(5, 5, 3, 2));
        new PatternMasker(SIZE, SIZE, MaskSettings.DEFAULTS).mask(pixels, List.of(spot(5, 5, 3, 2)), pixels);
        assertArrayEquals(expected, pixels);
    }

    @Test
    void badInputIsRefusedInOneSentence() {
        assertRefused("margin is -1.0", () -> new MaskSettings(SpotRadius.REGISTERED, -1, true));
        assertRefused("has 3 pixels", () -> mask(MaskSettings.DEFAULTS, new float[3]));
        assertRefused("(NaN, 1.0)", () -> mask(MaskSettings.DEFAULTS, ramp(), spot(Double.NaN, 1, 2, 2)));
        assertRefused("radius NaN", () -> mask(MaskSettings.DEFAULTS, ramp(), spot(1, 1, Double.NaN, 2)));
    }

    private static void assertRefused(final String found, final Executable call) {
        final String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(found) && message.contains("expected"), message);
    }
}
