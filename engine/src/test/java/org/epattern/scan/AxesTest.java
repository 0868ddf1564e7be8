// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds where scan points and pixels go when axes are exchanged and flipped. */
class AxesTest {

    /** 3 x 2 scan of 3 x 2 px; pixel p of pattern n is 10 n + p. */
    private static Scan scan(final SampleType type) {
        final float[][] patterns = new float[6][6];
        for (int n = 0; n < 6; n++) {
            for (int p = 0; p < 6; p++) {
                patterns[n][p] = 10 * n + p;
            }
        }
        return new MemoryScan(new ScanGeometry(3, 2, 3, 2, type), Calibration.NONE, patterns);
    }

    private static float[] firstPixels(final Scan scan) throws IOException {
        final float[] first = new float[(int)scan.geometry().patternCount()];
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            for (int i = 0; i < first.length; i++) {
                reader.read(i, pixels);
                first[i] = pixels[0] / 10;
            }
        }
        return first;
    }

    private static float[] pattern(final Scan scan) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(0, pixels);
        }
        return pixels;
    }

    @Test
    void scanIsFlippedAndTransposed() throws IOException {
        final Scan scan = scan(SampleType.UINT8);
        assertArrayEquals(new float[]{2, 1, 0, 5, 4, 3},
            firstPixels(ScanViews.withScanAxes(scan, new Axes(false, true, false))));
        assertArrayEquals(new float[]{3, 4, 5, 0, 1, 2},
            firstPixels(ScanViews.withScanAxes(scan, new Axes(false, false, true))));
        final Scan transposed = ScanViews.withScanAxes(scan, new Axes(true, false, false));
        assertEquals(new ScanGeometry(2, 3, 3, 2, SampleType.UINT8), transposed.geometry());
        assertArrayEquals(new float[]{0, 3, 1, 4, 2, 5}, firstPixels(transposed));
        // first exchanged, then flipped along the new x
        assertArrayEquals(new float[]{3, 0, 4, 1, 5, 2},
            firstPixels(ScanViews.withScanAxes(scan, new Axes(true, true, false))));
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void patternsAreFlippedAndTransposedWithTheirSampleType(final SampleType type) throws IOException {
        final Scan turned = ScanViews.withPatternAxes(scan(type), new Axes(true, false, true));
        assertEquals(new ScanGeometry(3, 2, 2, 3, type), turned.geometry());
        final float[] expected = {2, 5, 1, 4, 0, 3};
        assertArrayEquals(expected, pattern(turned));
        final byte[] samples = new byte[turned.geometry().patternBytes()];
        try (PatternReader reader = turned.openReader()) {
            reader.readSamples(0, samples);
        }
        final float[] decoded = new float[6];
        Samples.decode(samples, type, decoded);
        assertArrayEquals(expected, decoded);
    }

    @Test
    void turningBackGivesTheOriginal() throws IOException {
        final Axes transposed = new Axes(true, false, false);
        final Axes turned = new Axes(false, true, true);
        final Scan scan = scan(SampleType.INT16);
        assertArrayEquals(pattern(scan), pattern(ScanViews.withPatternAxes(ScanViews.withPatternAxes(scan, transposed),
            transposed)));
        assertArrayEquals(firstPixels(scan),
            firstPixels(ScanViews.withScanAxes(ScanViews.withScanAxes(scan, turned), turned)));
    }

    @Test
    void axesSayWhatTheyDo() {
        assertEquals("as they are", Axes.AS_THEY_ARE.toString());
        assertEquals("transposed, flipped along x and y", new Axes(true, true, true).toString());
        assertEquals("flipped along y", new Axes(false, false, true).toString());
    }
}
