// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;
import org.junit.jupiter.api.Test;

class MapPictureTest {

    private static final int INK = Drawing.INK.getRGB() & 0xffffff;

    private static Calibration step(final double nm) {
        return new Calibration(OptionalDouble.of(nm), OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static ScanMap map(final int width, final int height, final float... values) {
        return new ScanMap("m", "", width, height, values);
    }

    /** Where a colour lies: first x, first y, last x, last y, number of px. */
    private static int[] where(final BufferedImage picture, final int rgb, final int endX, final int endY) {
        final int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1, 0};
        for (int y = 0; y < endY; y++) {
            for (int x = 0; x < endX; x++) {
                if ((picture.getRGB(x, y) & 0xffffff) == rgb) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.min(box[1], y);
                    box[2] = Math.max(box[2], x);
                    box[3] = Math.max(box[3], y);
                    box[4]++;
                }
            }
        }
        return box;
    }

    @Test
    void scanPositionsAreSquaresFromLeftToRightAndTopToBottom() {
        final BufferedImage picture =
            MapPicture.draw(map(3, 2, 0, 1, 2, 3, Float.NaN, 4), ColourMap.VIRIDIS, "", step(1), 120);
        // a map of 120 x 80 px near the left upper corner; colour bar and labels lie beyond
        final int endX = 14 + 120;
        final int endY = 25 + 80;
        final int[] first = where(picture, ColourMap.VIRIDIS.rgb(0), endX, endY);
        final int[] second = where(picture, ColourMap.VIRIDIS.rgb(0.25), endX, endY);
        final int[] last = where(picture, ColourMap.VIRIDIS.rgb(1), endX, endY);
        final int[] missing = where(picture, ColourMap.VIRIDIS.missingRgb(), endX, endY);
        for (final int[] box : new int[][]{first, second, last, missing}) {
            assertEquals(40 * 40, box[4], Arrays.toString(box));
            assertEquals(39, box[2] - box[0]);
            assertEquals(39, box[3] - box[1]);
        }
        assertEquals(first[0] + 40, second[0]);
        assertEquals(first[1], second[1]);
        assertEquals(first[0] + 80, last[0]);
        assertEquals(first[1] + 40, last[1]);
        assertEquals(first[0] + 40, missing[0]);
        assertEquals(first[1] + 40, missing[1]);
    }

    @Test
    void scaleBarHasTheLengthThatItSays() {
        // 100 positions of 10 nm at 4 px: 200 nm are the largest round number below a third, 80 px
        final BufferedImage picture =
            MapPicture.draw(map(100, 100, new float[10_000]), ColourMap.VIRIDIS, "", step(10));
        int longest = 0;
        for (int y = picture.getHeight() - 40; y < picture.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x < picture.getWidth(); x++) {
                run = (picture.getRGB(x, y) & 0xffffff) == INK ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        assertEquals(80, longest);
    }

    @Test
    void smallScansAreNotBlownUp() {
        final BufferedImage one = MapPicture.draw(map(1, 1, 7), ColourMap.VIRIDIS, "", step(1));
        assertTrue(one.getWidth() < 250 && one.getHeight() < 250, one.getWidth() + " x " + one.getHeight());
    }

    @Test
    void longTitleIsShortened() {
        final BufferedImage picture =
            MapPicture.draw(map(2, 2, 1, 2, 3, 4), ColourMap.VIRIDIS, "long ".repeat(500), Calibration.NONE);
        assertTrue(picture.getWidth() < 800, "width " + picture.getWidth());
    }

    @Test
    void nothingTouchesTheBorderOfThePicture() {
        final float[] large = new float[12 * 9];
        for (int i = 0; i < large.length; i++) {
            large[i] = i * 1.23456e7f;
        }
        large[3] = Float.NaN;
        for (final Calibration calibration : new Calibration[]{Calibration.NONE, step(0.37), step(2500)}) {
            final BufferedImage picture = MapPicture.draw(new ScanMap("m", "grey levels × px²", 12, 9, large),
                ColourMap.CIVIDIS, "Sum of all spots", calibration);
            final int right = picture.getWidth() - 1;
            final int bottom = picture.getHeight() - 1;
            for (int x = 0; x <= right; x++) {
                assertEquals(-1, picture.getRGB(x, 0));
                assertEquals(-1, picture.getRGB(x, bottom));
            }
            for (int y = 0; y <= bottom; y++) {
                assertEquals(-1, picture.getRGB(0, y));
                assertEquals(-1, picture.getRGB(right, y));
            }
        }
    }
}
