// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ScanViewsTest {

    /** 4 x 3 scan of 5 x 4 px: pixel i of pattern p is 100 p + i. */
    private static MemoryScan numbered() {
        final float[][] patterns = new float[12][20];
        for (int p = 0; p < patterns.length; p++) {
            for (int i = 0; i < patterns[p].length; i++) {
                patterns[p][i] = 100 * p + i;
            }
        }
        return new MemoryScan(new ScanGeometry(4, 3, 5, 4, SampleType.UINT16),
            new Calibration(OptionalDouble.of(10), OptionalDouble.of(0.02), OptionalDouble.of(200)), patterns);
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static byte[] samples(final Scan scan, final long index) throws IOException {
        final byte[] samples = new byte[scan.geometry().patternBytes()];
        try (PatternReader reader = scan.openReader()) {
            reader.readSamples(index, samples);
        }
        return samples;
    }

    @Test
    void regionTakesItsOwnPatterns() throws IOException {
        final Scan region = ScanViews.region(numbered(), 1, 1, 2, 2);
        assertEquals(new ScanGeometry(2, 2, 5, 4, SampleType.UINT16), region.geometry());
        assertEquals(500, pixels(region, 0)[0]);
        assertEquals(600, pixels(region, 1)[0]);
        assertEquals(900, pixels(region, 2)[0]);
        assertEquals(1000, pixels(region, 3)[0]);
        assertArrayEquals(samples(numbered(), 9), samples(region, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> pixels(region, 4));
    }

    @Test
    void regionOutsideTheScanIsRefused() {
        final String message = assertThrows(IllegalArgumentException.class,
            () -> ScanViews.region(numbered(), 2, 0, 3, 1)).getMessage();
        assertEquals("The region of 3 x 1 from position (2, 0) is not within the scan of 4 x 3", message);
        assertThrows(IllegalArgumentException.class, () -> ScanViews.region(numbered(), -1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ScanViews.region(numbered(), 0, 0, 0, 1));
        assertThrows(IllegalArgumentException.class,
            () -> ScanViews.region(numbered(), 1, 0, Integer.MAX_VALUE, 1));
    }

    @Test
    void framesStartAnywhere() throws IOException {
        final Scan frames = ScanViews.frames(numbered(), 3, 3, 2);
        assertEquals(300, pixels(frames, 0)[0]);
        assertEquals(800, pixels(frames, 5)[0]);
        assertThrows(IllegalArgumentException.class, () -> ScanViews.frames(numbered(), 3, 5, 2));
    }

    @Test
    void binningTakesMeansOfWholeBlocks() throws IOException {
        final Scan binned = ScanViews.binned(numbered(), 2);
        assertEquals(new ScanGeometry(4, 3, 2, 2, SampleType.FLOAT32), binned.geometry());
        assertArrayEquals(new float[] {103, 105, 113, 115}, pixels(binned, 1));
        assertEquals(0.04, binned.calibration().pixelPerNm().getAsDouble());
        assertEquals(10, binned.calibration().stepNm().getAsDouble());
        final float[] decoded = new float[4];
        Samples.decode(samples(binned, 1), SampleType.FLOAT32, decoded);
        assertArrayEquals(new float[] {103, 105, 113, 115}, decoded);
    }

    @Test
    void calibrationGivenByHandCountsAndLeavesThePatternsAlone() throws IOException {
        final Calibration given =
            new Calibration(OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(200));
        final Calibration known =
            new Calibration(OptionalDouble.of(5), OptionalDouble.of(0.1), OptionalDouble.empty());
        assertEquals(new Calibration(OptionalDouble.of(2), OptionalDouble.of(0.1), OptionalDouble.of(200)),
            given.orElse(known));
        assertEquals(known, Calibration.NONE.orElse(known));
        final Scan scan = ScanViews.withCalibration(numbered(), given);
        assertEquals(given, scan.calibration());
        assertEquals(numbered().geometry(), scan.geometry());
        assertArrayEquals(samples(numbered(), 7), samples(scan, 7));
        assertArrayEquals(pixels(numbered(), 7), pixels(scan, 7));
    }

    @Test
    void binningLargerThanThePatternIsRefused() {
        assertEquals("The binning must be from 1 to 4 for patterns of 5 x 4 px; found 5",
            assertThrows(IllegalArgumentException.class, () -> ScanViews.binned(numbered(), 5)).getMessage());
    }

    @Test
    void eightBitUsesOneScaleForAllPatterns() throws IOException {
        final Scan eight = ScanViews.toEightBit(numbered(), new GreyRange(100, 610));
        assertEquals(SampleType.UINT8, eight.geometry().sampleType());
        assertEquals(0, pixels(eight, 0)[5]);
        assertEquals(50, pixels(eight, 2)[0]);
        assertEquals(200, pixels(eight, 5)[0]);
        assertEquals(255, pixels(eight, 11)[19]);
        assertEquals((byte)200, samples(eight, 5)[0]);
    }

    @Test
    void closingAViewClosesTheScan() throws IOException {
        final MemoryScan scan = numbered();
        ScanViews.binned(ScanViews.region(scan, 0, 0, 1, 1), 2).close();
        assertTrue(scan.isClosed());
    }

    private static MemoryScan one(final SampleType type, final float... pixels) {
        return new MemoryScan(new ScanGeometry(1, 1, pixels.length, 1, type), Calibration.NONE, pixels);
    }

    @Test
    void percentilesAreExact() throws IOException {
        for (final SampleType type : SampleType.values()) {
            final Random random = new Random(type.ordinal());
            final float[] pixels = new float[1000];
            for (int i = 0; i < pixels.length; i++) {
                final double value = type.isSigned() ? random.nextGaussian() * 40 : random.nextDouble() * 200;
                pixels[i] = (float)(type.isInteger() ? Math.rint(Math.max(type.min(), Math.min(type.max(), value)))
                    : value);
            }
            final float[] sorted = pixels.clone();
            Arrays.sort(sorted);
            final GreyRange range = GreyRange.ofScan(one(type, pixels), 0.1, 99.9, Progress.NONE);
            assertEquals(sorted[0], range.low(), type.toString());
            assertEquals(sorted[998], range.high(), type.toString());
            final GreyRange middle = GreyRange.ofScan(one(type, pixels), 25, 75, Progress.NONE);
            assertEquals(sorted[249], middle.low(), type.toString());
            assertEquals(sorted[749], middle.high(), type.toString());
            final GreyRange all = GreyRange.ofScan(one(type, pixels), 0, 100, Progress.NONE);
            assertEquals(sorted[0], all.low(), type.toString());
            assertEquals(sorted[999], all.high(), type.toString());
        }
    }

    @Test
    void pixelsThatAreNoNumbersDoNotCount() throws IOException {
        assertEquals(new GreyRange(-2, 3), GreyRange.ofScan(
            one(SampleType.FLOAT32, Float.NaN, 3, Float.POSITIVE_INFINITY, -2, Float.NEGATIVE_INFINITY), 0, 100,
            Progress.NONE));
        assertEquals(new GreyRange(0, 0),
            GreyRange.ofScan(one(SampleType.FLOAT32, Float.NaN, Float.NaN), 0, 100, Progress.NONE));
    }

    @Test
    void constantScanBecomesBlack() throws IOException {
        final MemoryScan scan = one(SampleType.FLOAT32, 7, 7, 8, Float.NaN);
        assertArrayEquals(new float[] {0, 0, 255, 0}, pixels(ScanViews.toEightBit(scan, new GreyRange(7, 7)), 0));
    }

    @Test
    void rangeThatFallsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new GreyRange(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new GreyRange(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class,
            () -> GreyRange.ofScan(numbered(), 60, 40, Progress.NONE));
    }
}
