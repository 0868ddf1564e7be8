// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import javax.imageio.ImageIO;

import org.epattern.register.Reflection;
import org.epattern.scan.Calibration;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final Calibration TEN_NM =
        new Calibration(OptionalDouble.of(10), OptionalDouble.empty(), OptionalDouble.empty());

    private static ScanMap ramp(final int width, final int height) {
        final float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return new ScanMap("ramp", "spots", width, height, values);
    }

    @Test
    void mapPicturesOfAnySizeFitAScreenAndOpenAsPng() throws IOException {
        for (final int[] size : new int[][]{{1, 1}, {2, 3}, {12, 9}, {100, 100}, {1000, 20}, {20, 1000}, {1000, 700}}) {
            for (final Calibration calibration : List.of(Calibration.NONE, TEN_NM)) {
                final BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                    MapPicture.png(ramp(size[0], size[1]), ColourMap.VIRIDIS, "a map", calibration)));
                assertTrue(picture.getWidth() >= 100 && picture.getWidth() <= 1400 && picture.getHeight() >= 60
                    && picture.getHeight() <= 1400,
                    () -> Arrays.toString(size) + ": " + picture.getWidth() + " x " + picture.getHeight());
            }
        }
    }

    @Test
    void darkPointsStayDarkBesideABrightOne() {
        // one bright point in a dark map: all others are black
        final float[] values = new float[12 * 9];
        values[5 * 12 + 7] = 100;
        final BufferedImage picture =
            MapPicture.draw(new ScanMap("one", "", 12, 9, values), ColourMap.GREY, "one", Calibration.NONE);
        int black = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth() * 3 / 4; x++) {
                black += (picture.getRGB(x, y) & 0xffffff) == 0 ? 1 : 0;
            }
        }
        assertTrue(black > 10_000, "the dark points are black: " + black + " px");
    }

    @Test
    void constantAndEmptyMapsHaveAPictureToo() {
        final float[] constant = new float[6];
        Arrays.fill(constant, 3);
        final float[] nothing = new float[6];
        Arrays.fill(nothing, Float.NaN);
        for (final float[] values : List.of(constant, nothing)) {
            final BufferedImage picture =
                MapPicture.draw(new ScanMap("m", "", 3, 2, values), ColourMap.VIRIDIS, "m", TEN_NM);
            assertTrue(picture.getWidth() > 50);
        }
    }

    @Test
    void strongerContrastShowsWeakSpots() {
        // background 1, weak spot 10, strong spot 1000
        final float[] pixels = new float[64 * 64];
        Arrays.fill(pixels, 1);
        pixels[10 * 64 + 10] = 10;
        pixels[40 * 64 + 40] = 1000;
        final int[] weak = new int[3];
        for (final Contrast contrast : List.of(Contrast.LINEAR, Contrast.SQUARE_ROOT, Contrast.LOGARITHMIC)) {
            final BufferedImage picture = PatternPicture.draw(pixels, 64, 64,
                new PictureSettings(contrast, 0, 100, false), List.of(), 64);
            assertEquals(255, picture.getRGB(40, 40) & 0xff, contrast.toString());
            weak[contrast.ordinal()] = picture.getRGB(10, 10) & 0xff;
        }
        assertTrue(weak[Contrast.LINEAR.ordinal()] < weak[Contrast.SQUARE_ROOT.ordinal()], Arrays.toString(weak));
        assertTrue(weak[Contrast.SQUARE_ROOT.ordinal()] < weak[Contrast.LOGARITHMIC.ordinal()], Arrays.toString(weak));
    }

    @Test
    void invertedPictureIsWhiteWhereNothingIs() {
        final float[] pixels = new float[32 * 32];
        pixels[100] = 50;
        final BufferedImage picture = PatternPicture.draw(pixels, 32, 32,
            new PictureSettings(Contrast.LINEAR, 0, 100, true), List.of(), 32);
        assertEquals(255, picture.getRGB(20, 20) & 0xff);
        assertEquals(0, picture.getRGB(100 % 32, 100 / 32) & 0xff);
    }

    @Test
    void circlesStandAroundTheReflections() {
        final float[] black = new float[64 * 64];
        final Reflection spot = new Reflection(20, 40, 6, 10, 10, 1, 2, Set.of());
        final BufferedImage plain = PatternPicture.draw(black, 64, 64, PictureSettings.DEFAULTS, List.of(), 256);
        final BufferedImage circled = PatternPicture.draw(black, 64, 64, PictureSettings.DEFAULTS, List.of(spot), 256);
        // four picture pixels per pattern pixel: the circle goes through (20 + 6, 40)
        boolean rim = false;
        for (int dx = -4; dx <= 4; dx++) {
            rim |= plain.getRGB(104 + dx, 160) != circled.getRGB(104 + dx, 160);
        }
        assertTrue(rim, "a rim at the radius");
        assertEquals(plain.getRGB(80, 160), circled.getRGB(80, 160), "the inside stays as it is");
        assertEquals(plain.getRGB(200, 60), circled.getRGB(200, 60));
    }

    @Test
    void constantAndNotANumberPatternsHaveAPicture() {
        final float[] pixels = new float[16 * 16];
        Arrays.fill(pixels, Float.NaN);
        assertEquals(16, PatternPicture.draw(pixels, 16, 16).getWidth());
        Arrays.fill(pixels, 7);
        assertEquals(16, PatternPicture.draw(pixels, 16, 16).getHeight());
        assertNotEquals("", assertThrows(IllegalArgumentException.class, () -> PatternPicture.draw(pixels, 4, 4))
            .getMessage());
    }
}
