// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TvipsFormatTest {

    @TempDir
    private Path m_folder;

    private static ByteBuffer header(final int version, final int width, final int height, final int bits,
        final int frameHeader) {
        final ByteBuffer b = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(256).putInt(version).putInt(width).putInt(height).putInt(bits).putInt(0).putInt(0).putInt(2).putInt(2);
        b.putInt(15).putInt(200).putInt(80).putInt(frameHeader);
        return b;
    }

    /** Frame of 3 x 2 px, 16 bit: pixel i of frame n is 100 n + i. */
    private static byte[] frame(final int number, final int frameHeader, final float scanX, final float scanY) {
        final ByteBuffer b = ByteBuffer.allocate(frameHeader + 12).order(ByteOrder.LITTLE_ENDIAN);
        if (frameHeader >= 76) {
            b.putFloat(68, scanX).putFloat(72, scanY);
        }
        b.position(frameHeader);
        for (int i = 0; i < 6; i++) {
            b.putShort((short)(100 * number + i));
        }
        return b.array();
    }

    private Path write(final String name, final ByteBuffer header, final byte[]... frames) throws IOException {
        final Path file = m_folder.resolve(name);
        Files.write(file, header == null ? new byte[0] : header.array());
        for (final byte[] frame : frames) {
            Files.write(file, frame, java.nio.file.StandardOpenOption.APPEND);
        }
        return file;
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static float[] expected(final int number) {
        final float[] pixels = new float[6];
        for (int i = 0; i < 6; i++) {
            pixels[i] = 100 * number + i;
        }
        return pixels;
    }

    private static String refusal(final Path file) {
        return Damage.tryToRead(file, OpenOptions.AUTO).substring(file.toString().length() + 2);
    }

    @Test
    void seriesOverSeveralFilesIsOneLineInTheirOrder() throws IOException {
        write("run_000.tvips", header(2, 3, 2, 16, 60), frame(0, 60, 0, 0), frame(1, 60, 0, 0));
        final Path middle = write("run_001.tvips", null, frame(2, 60, 0, 0));
        write("run_002.tvips", null, frame(3, 60, 0, 0), frame(4, 60, 0, 0), frame(5, 60, 0, 0));
        write("other_003.tvips", null, frame(9, 60, 0, 0));
        try (Scan scan = ScanFormats.open(middle, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            assertEquals(new ScanGeometry(6, 1, 3, 2, SampleType.UINT16), scan.geometry());
            assertEquals(OptionalDouble.of(200), scan.calibration().beamEnergyKeV());
            final float[] pixels = new float[6];
            for (final int index : new int[] {0, 1, 2, 3, 5, 4, 0}) {
                reader.read(index, pixels);
                assertArrayEquals(expected(index), pixels);
            }
        }
        try (Scan scan = ScanFormats.open(middle, OpenOptions.AUTO.withScanSize(2, 2).withSkip(1, 1))) {
            assertArrayEquals(expected(4), pixels(scan, 3));
        }
        Files.delete(middle);
        final Path last = m_folder.resolve("run_002.tvips");
        assertEquals("the file before it is missing; expected run_001.tvips", refusal(last));
    }

    @Test
    void scanIsFoundInTheFrameHeadersOverSeveralFiles() throws IOException {
        // two frames before the scan, then 3 x 2, then one frame of an unfinished line
        final float[][] positions = {{0, 0}, {0, 0}, {0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}, {0, 2}};
        final byte[][] frames = new byte[9][];
        for (int i = 0; i < 9; i++) {
            frames[i] = frame(i, 80, positions[i][0], positions[i][1]);
        }
        final Path file = write("run_000.tvips", header(2, 3, 2, 16, 80), Arrays.copyOfRange(frames, 0, 4));
        write("run_001.tvips", null, Arrays.copyOfRange(frames, 4, 9));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(3, 2, 3, 2, SampleType.UINT16), scan.geometry());
            assertArrayEquals(expected(2), pixels(scan, 0));
            assertArrayEquals(expected(7), pixels(scan, 5));
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(9, 1))) {
            assertArrayEquals(expected(8), pixels(scan, 8));
        }
    }

    @Test
    void firstVersionHasShortFrameHeaders() throws IOException {
        final Path file = write("old.tvips", header(1, 6, 2, 8, 0), frame(0, 12, 0, 0), frame(1, 12, 0, 0));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(2, 1, 6, 2, SampleType.UINT8), scan.geometry());
            assertEquals(100, pixels(scan, 1)[0]);
        }
    }

    @Test
    void patternsBeyondTwoGigabytesAreReached() throws IOException {
        final Path file = m_folder.resolve("large_000.tvips");
        final long distance = 60 + (2L << 20);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header(2, 1024, 1024, 16, 60).array());
            out.seek(256 + 2000 * distance - 2);
            out.write(new byte[] {2, 1});
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(2000, scan.geometry().patternCount());
            assertEquals(258, pixels(scan, 1999)[(1 << 20) - 1]);
        }
    }

    @Test
    void impossibleNumbersAreRefusedWithASentence() throws IOException {
        assertEquals("found 12 bits per pixel, expected 8 or 16", refusal(write("a.tvips", header(2, 3, 2, 12, 60))));
        assertEquals("damaged header; found frame headers of 4294967295 bytes, expected 12 to 65536",
            refusal(write("a.tvips", header(2, 3, 2, 16, -1))));
        assertEquals("found patterns of 0 x 2 px, expected at least 1 x 1",
            refusal(write("a.tvips", header(2, 0, 2, 16, 60))));
        assertTrue(refusal(write("a.tvips", header(2, -1, -1, 16, 60))).contains("too large for a memory of"));
        assertEquals("not the first file of a TVIPS series; found a header of 0 bytes of version 0, expected 256 bytes "
            + "of version 1 or 2", refusal(write("a.tvips", null, frame(1, 60, 0, 0))));
        assertTrue(refusal(write("a.tvips", header(2, 3, 2, 16, 60), frame(1, 60, 0, 0), new byte[10]))
            .startsWith("the file is truncated or damaged; 1 complete patterns of 72 bytes are followed by 10 bytes"));
    }

    @Test
    void damageAnywhereEndsInASentence() throws IOException {
        final Path file =
            write("a_000.tvips", header(2, 3, 2, 16, 80), frame(0, 80, 0, 0), frame(1, 80, 1, 0), frame(2, 80, 0, 1));
        assertNull(Damage.tryToRead(file, OpenOptions.AUTO));
        Damage.cutAnywhere(file, OpenOptions.AUTO, 400);
        final int refused = Damage.change(file, OpenOptions.AUTO, 0, 60, 3000);
        assertTrue(refused > 500, refused + " of 3000 damaged files were refused");
    }
}
