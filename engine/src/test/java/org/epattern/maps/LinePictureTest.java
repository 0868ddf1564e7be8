// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.epattern.scan.LineFinder;
import org.junit.jupiter.api.Test;

/** Holds that the picture shows every line, and lines to be checked in their own colour. */
class LinePictureTest {

    private static final int REGULAR = 0x0072B2;
    private static final int ODD = 0xD55E00;

    private static float[] frames(final int lines, final int length) {
        final float[] frames = new float[lines * (length + 1)];
        Arrays.fill(frames, 100);
        for (int i = 1; i <= lines; i++) {
            frames[i * (length + 1) - 1] = 5;
        }
        return frames;
    }

    private static int count(final BufferedImage image, final int colour, final int y) {
        int n = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            n += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
        }
        return n;
    }

    @Test
    void bandAboveTheTraceShowsLinesAndThoseToBeChecked() {
        final float[] frames = frames(20, 40);
        final BufferedImage regular = LinePicture.draw(new LineFinder(0.5, 0.1).find(frames));
        final int band = 44;
        assertTrue(count(regular, REGULAR, band) > 780, "blue " + count(regular, REGULAR, band));
        assertEquals(0, count(regular, ODD, band));
        // a dark frame in the middle of a line: about one line in twenty becomes orange
        frames[5 * 41 + 20] = 5;
        final BufferedImage odd = LinePicture.draw(new LineFinder(0.5, 0.1).find(frames));
        assertEquals(890 / 20.0, count(odd, ODD, band), 8);
    }

    @Test
    void thousandsOfLinesAndConstantBrightnessAreDrawn() {
        assertEquals(1000, LinePicture.draw(new LineFinder(0.5, 0.1).find(frames(3000, 10))).getWidth());
    }
}
