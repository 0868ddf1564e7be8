// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.formats.SharedData;
import org.junit.jupiter.api.Test;

/** Holds that pixels of the detector are found and repaired, and spots are not. */
class HotPixelsTest {

    private static final int SIZE = 48;
    private static final ScanGeometry GEOMETRY = new ScanGeometry(6, 5, SIZE, SIZE, SampleType.UINT16);

    /** Noise on a halo, a direct beam of sigma 1 px in the same place in every pattern, and spots that move. */
    private static float[][] patterns() {
        final Random random = new Random(8);
        final float[][] patterns = new float[30][SIZE * SIZE];
        for (int i = 0; i < patterns.length; i++) {
            for (int p = 0; p < SIZE * SIZE; p++) {
                final double x = p % SIZE + 0.5;
                final double y = p / SIZE + 0.5;
                final double r = Math.hypot(x - 24.3, y - 23.8);
                final double spot = Math.hypot(x - 10 - i % 5, y - 12);
                final double level = 20 + 60 * Math.exp(-r / 8) + 3000 * Math.exp(-r * r / 2)
                    + 500 * Math.exp(-spot * spot / 2);
                patterns[i][p] = (float)Math.max(0, Math.rint(level + Math.sqrt(level) * random.nextGaussian()));
            }
        }
        return patterns;
    }

    private static HotPixels find(final float[][] patterns) throws IOException {
        return HotPixels.find(new MemoryScan(GEOMETRY, Calibration.NONE, patterns), 8, Progress.NONE);
    }

    @Test
    void beamAndSpotsAreNoHotPixels() throws IOException {
        assertArrayEquals(new int[0], find(patterns()).pixels());
    }

    @Test
    void singleOnesAndPairsAreFoundInCornersAsWell() throws IOException {
        final float[][] patterns = patterns();
        final int[] hot = {0, SIZE * SIZE - 1, 5 * SIZE + 40, 5 * SIZE + 41, 30 * SIZE + 20};
        for (final float[] pattern : patterns) {
            for (final int pixel : hot) {
                pattern[pixel] += 400;
            }
        }
        final int[] expected = hot.clone();
        Arrays.sort(expected);
        assertArrayEquals(expected, find(patterns).pixels());
    }

    @Test
    void pixelThatIsBrightInSomePatternsOnlyIsLeftAlone() throws IOException {
        final float[][] patterns = patterns();
        for (int i = 0; i < 15; i++) {
            patterns[i][5 * SIZE + 40] += 400;
        }
        assertArrayEquals(new int[0], find(patterns).pixels());
    }

    @Test
    void realHotPixelIsFoundWhereTheFileSaysAndRealSpotsAreLeftAlone() throws IOException {
        final Path file = SharedData.require("mib/002_merlin_test_roi_sig256x128_nav4x2_hot_pixel_52x_39y.mib");
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            final int[] found = HotPixels.find(scan, 8, Progress.NONE).pixels();
            assertTrue(found.length <= 3 && Arrays.binarySearch(found, 39 * 256 + 52) >= 0, Arrays.toString(found));
        }
        for (final String name : List.of("blo/test1.blo", "mib/test_CL30cm.mib", "dm4/bismuth.dm4", "dm3/dd020.dm3",
            "seq/test.seq", "tif/au_xgrating_20cm.tif")) {
            try (Scan scan = ScanFormats.open(SharedData.require(name), OpenOptions.AUTO)) {
                assertArrayEquals(new int[0], HotPixels.find(scan, 8, Progress.NONE).pixels(), name);
            }
        }
    }

    @Test
    void repairTakesTheMedianOfGoodNeighboursAndTouchesNothingElse() throws IOException {
        final float[][] patterns = patterns();
        final int pixel = 5 * SIZE + 40;
        final HotPixels hot = new HotPixels(SIZE, SIZE, new int[]{pixel, pixel + 1});
        final float[] around = {patterns[3][pixel - SIZE - 1], patterns[3][pixel - SIZE], patterns[3][pixel - SIZE + 1],
            patterns[3][pixel - 1], patterns[3][pixel + SIZE - 1], patterns[3][pixel + SIZE],
            patterns[3][pixel + SIZE + 1]};
        Arrays.sort(around);
        try (Scan scan = ScanViews.repaired(new MemoryScan(GEOMETRY, Calibration.NONE, patterns), hot);
                PatternReader reader = scan.openReader()) {
            final float[] pixels = new float[SIZE * SIZE];
            reader.read(3, pixels);
            assertEquals(around[3], pixels[pixel]);
            for (int p = 0; p < pixels.length; p++) {
                assertTrue(p == pixel || p == pixel + 1 || pixels[p] == patterns[3][p]);
            }
            assertTrue(scan.properties().contains(new ScanProperty("hot pixels repaired", "2", "px")));
        }
    }

    @Test
    void unfitSettingsAreSaid() {
        final MemoryScan scan = new MemoryScan(GEOMETRY, Calibration.NONE, patterns());
        assertThrows(IllegalArgumentException.class, () -> HotPixels.find(scan, 0, Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> new HotPixels(4, 4, new int[]{16}));
        final String message = assertThrows(IllegalArgumentException.class,
            () -> ScanViews.repaired(scan, new HotPixels(4, 4, new int[]{1}))).getMessage();
        assertTrue(message.contains("4 x 4 px"), message);
    }

    @Test
    void searchStopsWhenCanceled() {
        final MemoryScan scan = new MemoryScan(GEOMETRY, Calibration.NONE, patterns());
        assertThrows(CancellationException.class, () -> HotPixels.find(scan, 8, new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        }));
    }
}
