// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrcFormatTest {

    private static final int WIDTH = 3;
    private static final int HEIGHT = 2;

    @TempDir
    private Path m_folder;

    private static ByteBuffer header(final ByteOrder order, final int count, final int mode, final int extended) {
        final ByteBuffer b = ByteBuffer.allocate(1024).order(order);
        b.putInt(0, WIDTH).putInt(4, HEIGHT).putInt(8, count).putInt(12, mode);
        b.putInt(28, WIDTH).putInt(32, HEIGHT).putInt(36, count);
        b.putFloat(40, 2.5f * WIDTH).putFloat(44, 5f * HEIGHT);
        b.putInt(92, extended);
        b.put(208, (byte)'M').put(209, (byte)'A').put(210, (byte)'P').put(211, (byte)' ');
        b.put(212, (byte)(order == ByteOrder.LITTLE_ENDIAN ? 0x44 : 0x11));
        b.put(213, (byte)(order == ByteOrder.LITTLE_ENDIAN ? 0x44 : 0x11));
        b.putInt(220, 1);
        b.put(224, "made by hand".getBytes());
        return b;
    }

    /** Pixel i of pattern p is 6 p + i. */
    private Path write(final ByteOrder order, final int count, final int mode, final int extended)
        throws IOException {
        final ByteBuffer b = ByteBuffer.allocate(1024 + extended + count * 24).order(order);
        b.put(header(order, count, mode, extended).array()).position(1024 + extended);
        for (int p = 0; p < count; p++) {
            for (int y = 0; y < HEIGHT; y++) {
                int packed = 0;
                for (int x = 0; x < WIDTH; x++) {
                    final int value = 6 * p + 3 * y + x;
                    switch (mode) {
                        case 0 -> b.put((byte)value);
                        case 1, 6 -> b.putShort((short)value);
                        case 2 -> b.putFloat(value);
                        case 12 -> b.putShort(half(value));
                        default -> packed |= (value & 0xf) << 4 * x;
                    }
                }
                if (mode == 101) {
                    b.put((byte)packed).put((byte)(packed >> 8));
                }
            }
        }
        return Files.write(m_folder.resolve("a.mrc"), Arrays.copyOf(b.array(), b.position()));
    }

    /** Whole numbers below 2048 as half float: exponent and the bits behind the first one. */
    private static short half(final int value) {
        if (value == 0) {
            return 0;
        }
        final int exponent = 31 - Integer.numberOfLeadingZeros(value);
        return (short)(exponent + 15 << 10 | value << 10 - exponent & 0x3ff);
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static String refusal(final Path file) {
        final String message = Damage.tryToRead(file, OpenOptions.AUTO);
        return message == null ? "none" : message.replace(file + ": ", "");
    }

    @ParameterizedTest
    @CsvSource({"0, UINT8", "1, INT16", "2, FLOAT32", "6, UINT16", "12, FLOAT32", "101, UINT8"})
    void everyModeIsReadInBothByteOrdersBehindAnExtendedHeader(final int mode, final SampleType type)
        throws IOException {
        for (final ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            try (Scan scan = ScanFormats.open(write(order, 2, mode, 128), OpenOptions.AUTO)) {
                assertEquals(new ScanGeometry(2, 1, WIDTH, HEIGHT, type), scan.geometry());
                assertArrayEquals(new float[] {6, 7, 8, 9, 10, 11}, pixels(scan, 1));
                assertTrue(scan.properties().contains(new ScanProperty("cell pixel x", "0.25", "nm")));
                assertTrue(scan.properties().contains(new ScanProperty("label", "made by hand", "")));
            }
        }
    }

    @Test
    void halfFloatsKeepSignsSmallNumbersAndWhatIsNoNumber() {
        assertEquals(-2.5f, HalfFloats.toFloat((short)0xc100));
        assertEquals(65504f, HalfFloats.toFloat((short)0x7bff));
        assertEquals(0x1p-24f, HalfFloats.toFloat((short)1));
        assertEquals(-0x1p-14f, HalfFloats.toFloat((short)0x8400));
        assertEquals(Float.POSITIVE_INFINITY, HalfFloats.toFloat((short)0x7c00));
        assertTrue(Float.isNaN(HalfFloats.toFloat((short)0x7e00)));
    }

    @Test
    void bytesAreSignedOnlyWhereImodSaysSo() throws IOException {
        final Path file = write(ByteOrder.LITTLE_ENDIAN, 1, 0, 0);
        final byte[] bytes = Files.readAllBytes(file);
        bytes[1024] = -2;
        final ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(254, pixels(scan, 0)[0]);
        }
        b.putInt(152, 1146047817).putInt(156, 1);
        Files.write(file, bytes);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(-2, pixels(scan, 0)[0]);
        }
    }

    @Test
    void fileWithoutStampTellsItsByteOrderByItsWidth() throws IOException {
        for (final ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            final Path file = write(order, 2, 1, 0);
            final byte[] bytes = Files.readAllBytes(file);
            Arrays.fill(bytes, 208, 214, (byte)0);
            Files.write(file, bytes);
            try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
                assertArrayEquals(new float[] {6, 7, 8, 9, 10, 11}, pixels(scan, 1));
            }
        }
    }

    @Test
    void textBesideTheMovieTellsScanAndCalibration() throws IOException {
        Files.move(write(ByteOrder.LITTLE_ENDIAN, 6, 6, 0), m_folder.resolve("20260101_7_0_movie.mrc"));
        final Path info = m_folder.resolve("20260101_7_info.txt");
        final String text = "Scan - Enable = Enable\nScan - Type = Raster\nScan - Size X = 3\nScan - Size Y = 2\n"
            + "Specimen Pixel Size X (nanometers) = 1.5\nDiffraction Pixel Size X = 0.02\n"
            + "Instrument Accelerating Voltage (V) = 300000\nCamera Model = DE-16\nno line of that kind\n";
        Files.writeString(info, text);
        final Path movie = m_folder.resolve("20260101_7_0_movie.mrc");
        try (Scan scan = ScanFormats.open(movie, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(3, 2, WIDTH, HEIGHT, SampleType.UINT16), scan.geometry());
            assertEquals(new Calibration(OptionalDouble.of(1.5), OptionalDouble.of(0.02), OptionalDouble.of(300)),
                scan.calibration());
            assertTrue(scan.properties().contains(new ScanProperty("camera", "DE-16", "")));
        }
        Files.writeString(info, text.replace("Size X = 3", "Size X = 9\nScan - ROI Enable = Enable\n"
            + "Scan - ROI Size X = 2\nScan - ROI Size Y = 3"));
        try (Scan scan = ScanFormats.open(movie, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(2, 3, WIDTH, HEIGHT, SampleType.UINT16), scan.geometry());
        }
        // -1 means that the program did not know; a scan in no order is a row of patterns
        Files.writeString(info, text.replace("= 1.5", "= -1").replace("Raster", "Random"));
        try (Scan scan = ScanFormats.open(movie, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(6, 1, WIDTH, HEIGHT, SampleType.UINT16), scan.geometry());
            assertTrue(scan.calibration().stepNm().isEmpty());
            assertTrue(scan.properties().contains(new ScanProperty("scan",
                "Random: patterns in the order in which they were taken, not line by line", "")));
        }
    }

    private Path changed(final int at, final int value) throws IOException {
        final byte[] bytes = Files.readAllBytes(write(ByteOrder.LITTLE_ENDIAN, 4, 6, 0));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return Files.write(m_folder.resolve("a.mrc"), bytes);
    }

    @Test
    void impossibleNumbersInTheHeaderAreNamed() throws IOException {
        assertEquals("the number type (mode) is 32766, expected 0 (8 bit), 1 (16 bit signed), 2 (float), 6 (16 bit), "
            + "12 (half float) or 101 (4 bit)", refusal(changed(12, 32766)));
        assertTrue(refusal(changed(12, 4)).startsWith("the number type (mode) is 4"));
        assertEquals("damaged header; found 4 images of 0 x 2 px, expected at least 1 of each", refusal(changed(0, 0)));
        assertEquals("damaged header; found 4 images of 3 x -1 px, expected at least 1 of each",
            refusal(changed(4, -1)));
        assertEquals("damaged header; found 0 images of 3 x 2 px, expected at least 1 of each", refusal(changed(8, 0)));
        assertEquals("damaged header; the extended header has -1 bytes, expected 0 to 48 in a file of 1072 bytes",
            refusal(changed(92, -1)));
        assertTrue(refusal(changed(92, Integer.MAX_VALUE)).startsWith("damaged header; the extended header has"));
        assertTrue(refusal(changed(4, Integer.MAX_VALUE)).startsWith("found patterns of 3 x 2147483647 px"));
        assertEquals("the file is truncated or damaged; the header says 2147483647 images of 3 x 2 px 16 bit, but 48 "
            + "bytes hold only 4; to read them, set the scan size, possible are 2 x 2, 4 x 1, 1 x 4 (width x height)",
            refusal(changed(8, Integer.MAX_VALUE)));
        try (Scan scan = ScanFormats.open(changed(8, 5), OpenOptions.AUTO.withScanSize(2, 2))) {
            assertEquals(new ScanGeometry(2, 2, WIDTH, HEIGHT, SampleType.UINT16), scan.geometry());
            assertTrue(scan.properties().contains(new ScanProperty("truncated", "4 of 5 patterns are complete", "")));
        }
    }

    @Test
    void fileCutOrChangedAnywhereIsReadOrRefusedWithASentence() throws IOException {
        final Path file = write(ByteOrder.LITTLE_ENDIAN, 4, 6, 16);
        Damage.cutAnywhere(file, OpenOptions.AUTO.withFormat("mrc"), 1100);
        assertTrue(Damage.change(file, OpenOptions.AUTO.withFormat("mrc"), 0, 224, 4000) > 500);
    }

    @Test
    void patternsBeyondTwoGigabytesAreReached() throws IOException {
        final int size = 1024;
        final ByteBuffer header = header(ByteOrder.LITTLE_ENDIAN, 2500, 0, 0);
        header.putInt(0, size).putInt(4, size);
        final Path file = m_folder.resolve("large.mrc");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
            channel.write(header, 0);
            channel.write(ByteBuffer.wrap(new byte[] {42}), 1024 + 2500L * size * size - 1);
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(50, 50))) {
            assertEquals(42, pixels(scan, 2499)[size * size - 1]);
        }
    }
}
