// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerlinFormatTest {

    @TempDir
    private Path m_folder;

    /** Frame header as the detector writes it, filled up to its length. */
    private static byte[] header(final int frame, final int length, final int chips, final int width, final int height,
        final String kind, final String layout, final int depth) {
        final String text = String.format("MQ1,%06d,%05d,%02d,%04d,%04d,%s,   %s,0F,2024-05-01 10:11:12.123456,0.001,"
            + "0,0,0,1.0E+1,5.1E+2,3RX,068,511,MQ1A,2024-05-01T08:11:12.123456789Z,1000000ns,%d,", frame, length, chips,
            width, height, kind, layout, depth);
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
    }

    /** Pixels of a processed frame: big-endian, pixel i of frame f is 1000 f + i, cut to the bits there are. */
    private static byte[] processed(final int frame, final int pixels, final int bytes) {
        final ByteBuffer b = ByteBuffer.allocate(pixels * bytes);
        for (int i = 0; i < pixels; i++) {
            final int value = 1000 * frame + i;
            switch (bytes) {
                case 1 -> b.put((byte)value);
                case 2 -> b.putShort((short)value);
                default -> b.putInt(value);
            }
        }
        return b.array();
    }

    private Path write(final String name, final int frames, final int width, final int height, final int bytes,
        final int headerLength) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int frame = 0; frame < frames; frame++) {
            out.write(header(frame + 1, headerLength, 1, width, height, String.format("U%02d", 8 * bytes), "1x1",
                bytes == 1 ? 6 : bytes == 2 ? 12 : 24));
            out.write(processed(frame, width * height, bytes));
        }
        return Files.write(m_folder.resolve(name), out.toByteArray());
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
    @CsvSource({"1, 384", "2, 384", "4, 384", "2, 768", "2, 256", "4, 4096"})
    void processedFramesAreReadBehindHeadersOfAnyLength(final int bytes, final int length) throws IOException {
        final Path file = write("a.mib", 3, 4, 2, bytes, length);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            final SampleType type = bytes == 1 ? SampleType.UINT8 : bytes == 2 ? SampleType.UINT16 : SampleType.UINT32;
            assertEquals(new ScanGeometry(3, 1, 4, 2, type), scan.geometry());
            final float[] expected = new float[8];
            for (int i = 0; i < 8; i++) {
                expected[i] = bytes == 1 ? 2000 + i & 0xff : 2000 + i;
            }
            assertArrayEquals(expected, pixels(scan, 2));
        }
    }

    @Test
    void scanSizeComesFromTheTextFileThatAlsoOpensTheScan() throws IOException {
        write("a.mib", 6, 4, 2, 2, 384);
        final Path hdr = Files.writeString(m_folder.resolve("a.hdr"),
            "HDR,\t\r\nFrames in Acquisition (Number):\t6\r\nGain:\tSLGM\r\nScanX:\t2\r\nScanY:\t3\r\nEnd\t");
        try (Scan scan = ScanFormats.open(hdr, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(2, 3, 4, 2, SampleType.UINT16), scan.geometry());
            assertEquals(m_folder.resolve("a.mib").toString(), scan.origin());
            assertTrue(scan.properties().toString().contains("gain, value=SLGM"), scan.properties().toString());
        }
        Files.writeString(hdr, "HDR,\t\nFrames in Acquisition (Number):\t6\nFrames per Trigger (Number):\t3\n");
        try (Scan scan = ScanFormats.open(m_folder.resolve("a.mib"), OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(3, 2, 4, 2, SampleType.UINT16), scan.geometry());
        }
        Files.writeString(hdr, "HDR,\t\nScanX:\t4\nScanY:\t3\n");
        assertEquals("the scan should be 4 x 3, which is 12 patterns, but there are 6 patterns; set the scan size, "
            + "possible are 3 x 2, 2 x 3, 6 x 1, 1 x 6 (width x height)", refusal(m_folder.resolve("a.mib")));
        Files.delete(m_folder.resolve("a.mib"));
        assertEquals("describes frames, but a.mib is not in the same folder", refusal(hdr));
    }

    @ParameterizedTest
    @CsvSource({"scan_3x2_6bit.mib, 3, 2", "nav3x2_sig4x2.mib, 3, 2", "3x3_4x2.mib, 6, 1", "run16x3x2.mib, 6, 1"})
    void scanSizeInTheNameCountsWhereItFits(final String name, final int width, final int height)
        throws IOException {
        try (Scan scan = ScanFormats.open(write(name, 6, 4, 2, 1, 384), OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(width, height, 4, 2, SampleType.UINT8), scan.geometry());
        }
    }

    @Test
    void statedScanSizeAndSkippedFramesAreTaken() throws IOException {
        final Path file = write("a.mib", 6, 4, 2, 2, 384);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(2, 2).withSkip(1, 1))) {
            assertEquals(new ScanGeometry(2, 2, 4, 2, SampleType.UINT16), scan.geometry());
            assertEquals(1000, pixels(scan, 0)[0]);
            assertEquals(4007, pixels(scan, 3)[7]);
        }
    }

    /** Words of 64 bits with the leftmost pixel in the lowest bits, written as the detector sends them: big-endian. */
    private static void words(final ByteBuffer out, final int[] row, final int bits) {
        final int perWord = 64 / bits;
        for (int x = 0; x < row.length; x += perWord) {
            long word = 0;
            for (int i = perWord - 1; i >= 0; i--) {
                word = (bits == 64 ? 0 : word << bits) | row[x + i];
            }
            out.putLong(word);
        }
    }

    private static int[][] random(final int width, final int height, final int bits, final int seed) {
        final Random random = new Random(seed);
        final int[][] rows = new int[height][width];
        for (final int[] row : rows) {
            Arrays.setAll(row, x -> random.nextInt(1 << bits));
        }
        return rows;
    }

    private static float[] flat(final int[][] rows) {
        final float[] flat = new float[rows.length * rows[0].length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[0].length; x++) {
                flat[y * rows[0].length + x] = rows[y][x];
            }
        }
        return flat;
    }

    private Path raw(final byte[] header, final ByteBuffer... frames) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (final ByteBuffer frame : frames) {
            out.write(header);
            out.write(frame.array());
        }
        return Files.write(m_folder.resolve("raw.mib"), out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 12})
    void rawFramesOfOneChipAreUnpacked(final int depth) throws IOException {
        final int bits = depth == 1 ? 1 : depth == 6 ? 8 : 16;
        final int[][][] frames = {random(128, 3, depth, 1), random(128, 3, depth, 2)};
        final ByteBuffer[] packed = new ByteBuffer[2];
        for (int i = 0; i < 2; i++) {
            packed[i] = ByteBuffer.allocate(128 * 3 * bits / 8);
            for (final int[] row : frames[i]) {
                words(packed[i], row, bits);
            }
        }
        final Path file = raw(header(1, 384, 1, 128, 3, "R64", "1x1", depth), packed);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(2, 1, 128, 3, depth == 12 ? SampleType.UINT16 : SampleType.UINT8),
                scan.geometry());
            assertArrayEquals(flat(frames[0]), pixels(scan, 0));
            assertArrayEquals(flat(frames[1]), pixels(scan, 1));
        }
    }

    @Test
    void rawFramesOf24BitAreTwoImagesOfWhichTheFirstHasTheUpperBits() throws IOException {
        final int[][] frame = random(8, 2, 24, 3);
        final ByteBuffer packed = ByteBuffer.allocate(8 * 2 * 4);
        for (final int shift : new int[] {12, 0}) {
            for (final int[] row : frame) {
                words(packed, Arrays.stream(row).map(value -> value >> shift & 0xfff).toArray(), 16);
            }
        }
        try (Scan scan =
            ScanFormats.open(raw(header(1, 384, 1, 16, 2, "R64", "1x1", 24), packed), OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(1, 1, 8, 2, SampleType.UINT32), scan.geometry());
            // twice: what the first reading left must not show in the second
            assertArrayEquals(flat(frame), pixels(scan, 0));
            assertArrayEquals(flat(frame), pixels(scan, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 12})
    void rawFramesOfFourChipsArePutTogether(final int depth) throws IOException {
        final int bits = depth == 1 ? 1 : depth == 6 ? 8 : 16;
        final int chip = 64;
        final int rows = 2;
        final int[][] picture = random(2 * chip, 2 * rows, depth, 4);
        final ByteBuffer packed = ByteBuffer.allocate(4 * chip * rows * bits / 8);
        for (int row = 0; row < rows; row++) {
            final int[] upper = picture[row];
            // the lower chips stand upside down
            final int[] lower = picture[2 * rows - 1 - row];
            final int[] line = new int[4 * chip];
            for (int x = 0; x < chip; x++) {
                line[x] = lower[2 * chip - 1 - x];
                line[chip + x] = lower[chip - 1 - x];
                line[2 * chip + x] = upper[chip + x];
                line[3 * chip + x] = upper[x];
            }
            words(packed, line, bits);
        }
        try (Scan scan = ScanFormats.open(raw(header(1, 768, 4, 4 * chip, rows, "R64", "2x2", depth), packed),
            OpenOptions.AUTO)) {
            assertEquals(2 * chip, scan.geometry().patternWidth());
            assertEquals(2 * rows, scan.geometry().patternHeight());
            assertArrayEquals(flat(picture), pixels(scan, 0));
        }
    }

    @Test
    void rawFramesThatNobodyCanReadAreRefused() throws IOException {
        final ByteBuffer frame = ByteBuffer.allocate(256 * 4);
        assertEquals("the counter depth of the raw frames is 5 bits, expected 1, 6, 12 or 24",
            refusal(raw(header(1, 384, 1, 128, 4, "R64", "1x1", 5), frame)));
        assertEquals("raw frames of 12 bit from 2 chips in a layout of \"Nx1\" cannot be read, expected one chip, or "
            + "2x2 chips with 1, 6 or 12 bit", refusal(raw(header(1, 384, 2, 128, 4, "R64", "Nx1", 12), frame)));
        assertEquals("raw rows of 100 pixels from one chip are no whole words, expected a multiple of 64",
            refusal(raw(header(1, 384, 1, 100, 4, "R64", "1x1", 1), frame)));
    }

    @Test
    void acquisitionInSeveralFilesOpensByItsTextFileAndByEachOfThem() throws IOException {
        final byte[] whole = Files.readAllBytes(write("whole.mib", 6, 4, 2, 2, 384));
        Files.delete(m_folder.resolve("whole.mib"));
        final Path hdr = Files.writeString(m_folder.resolve("run.hdr"), "HDR,\t\nScanX:\t3\nScanY:\t2\n");
        // the tenth comes behind the second
        final String[] names = {"run1.mib", "run2.mib", "run10.mib"};
        for (int i = 0; i < 3; i++) {
            Files.write(m_folder.resolve(names[i]), Arrays.copyOfRange(whole, 800 * i, 800 * (i + 1)));
        }
        for (final String name : new String[] {"run.hdr", "run1.mib", "run10.mib"}) {
            try (Scan scan = ScanFormats.open(m_folder.resolve(name), OpenOptions.AUTO)) {
                assertEquals(new ScanGeometry(3, 2, 4, 2, SampleType.UINT16), scan.geometry());
                assertEquals(2007, pixels(scan, 2)[7]);
                assertEquals(5000, pixels(scan, 5)[0]);
            }
        }
        Files.delete(m_folder.resolve("run2.mib"));
        final String message = Damage.tryToRead(m_folder.resolve("run10.mib"), OpenOptions.AUTO);
        assertEquals(m_folder.resolve("run10.mib") + ": the first frame has the number 5, expected 3 to continue the "
            + "file before it; a file is missing or of another acquisition", message);
        Files.delete(hdr);
        try (Scan scan = ScanFormats.open(m_folder.resolve("run10.mib"), OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(2, 1, 4, 2, SampleType.UINT16), scan.geometry());
        }
    }

    @Test
    void wrongFieldsOfTheHeaderAreNamed() throws IOException {
        final Path file = write("a.mib", 2, 4, 2, 2, 384);
        final String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
        final String[][] wrong = {
            {"MQ1,000001", "MQ1,xxxxxx", "field 2 of the header (number of the frame) is \"xxxxxx\""},
            {"00384,01", "00001,01", "field 3 of the header (its own length) is \"00001\""},
            {"00384,01", "99999,01", "field 3 of the header (its own length) is \"99999\""},
            {"00384,01", "60000,01", "the file ends within the header, which should have 60000 bytes"},
            {"00384,01", "00384,00", "field 4 of the header (number of chips) is \"00\""},
            {"0004,0002", "    ,0002", "field 5 of the header (width of the pattern) is \"\""},
            {"0004,0002", "0004,-001", "field 6 of the header (height of the pattern) is \"-001\""},
            {"0004,0002", "1999,1999", "the file is truncated; it has not one complete pattern"},
            {"U16", "U64", "field 7 of the header (number type) is \"U64\", expected U08, U16, U32 or R64"},
            {"MQ1,000002", "MQ2,000002", "the frame header at byte 400 starts with \"MQ2,\""},
            {"MQ1,000002,00384", "MQ1,000002,00385", "frame 1 has 4 x 2 px U16 from one chip behind 385 bytes"}};
        for (final String[] change : wrong) {
            Files.writeString(file, whole.replaceFirst(change[0], change[1]), StandardCharsets.ISO_8859_1);
            assertTrue(refusal(file).startsWith(change[2]), change[1] + ": " + refusal(file));
        }
        assertEquals("the header starts with \"no M\", expected \"MQ1,\" of a Merlin detector",
            refusal(Files.writeString(m_folder.resolve("b.mib"), "no Merlin file")));
        assertEquals("the header has 3 fields, expected at least 8",
            refusal(Files.writeString(m_folder.resolve("c.mib"), "MQ1,000001,00384")));
    }

    @Test
    void truncatedFileTellsHowManyFramesAreCompleteAndIsReadOnRequest() throws IOException {
        final Path file = write("a.mib", 5, 4, 2, 2, 384);
        final byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertEquals("the file is truncated or damaged; 4 complete patterns of 400 bytes are followed by 399 bytes; to "
            + "read the complete ones, set the scan size, possible are 2 x 2, 4 x 1, 1 x 4 (width x height)",
            refusal(file));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(2, 2))) {
            assertEquals(3007, pixels(scan, 3)[7]);
        }
    }

    @Test
    void fileCutOrChangedAnywhereIsReadOrRefusedWithASentence() throws IOException {
        final Path file = write("a.mib", 3, 4, 2, 2, 384);
        Damage.cutAnywhere(file, OpenOptions.AUTO.withFormat("mib"), 900);
        assertTrue(Damage.change(file, OpenOptions.AUTO.withFormat("mib"), 0, 200, 3000) > 500);
        final Path raw =
            raw(header(1, 768, 4, 256, 2, "R64", "2x2", 1), ByteBuffer.allocate(64), ByteBuffer.allocate(64));
        assertTrue(Damage.change(raw, OpenOptions.AUTO.withFormat("mib"), 0, 200, 3000) > 500);
    }

    @Test
    void framesBeyondTwoGigabytesAreReached() throws IOException {
        final Path file = m_folder.resolve("large.mib");
        final long distance = 384 + 512L * 512 * 2;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
            for (final int frame : new int[] {0, 1, 9999}) {
                channel.write(ByteBuffer.wrap(header(frame + 1, 384, 1, 512, 512, "U16", "1x1", 12)),
                    frame * distance);
            }
            channel.write(ByteBuffer.wrap(new byte[] {1, 2}), 10_000 * distance - 2);
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(100, 100))) {
            assertEquals(258, pixels(scan, 9999)[512 * 512 - 1]);
        }
    }

    @Test
    void hotPixelOfARealScanHasTheCoordinatesInItsName() throws IOException {
        final Path file =
            SharedData.require("mib/002_merlin_test_roi_sig256x128_nav4x2_hot_pixel_52x_39y.mib");
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(4, 2, 256, 128, SampleType.UINT16), scan.geometry());
            assertEquals(8, pixels(scan, 0)[39 * 256 + 52]);
        }
    }
}
