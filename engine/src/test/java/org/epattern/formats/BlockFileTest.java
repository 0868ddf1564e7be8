// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFileTest {

    private static final Calibration KNOWN =
        new Calibration(OptionalDouble.of(12.8), OptionalDouble.of(0.0173), OptionalDouble.of(200));

    @TempDir
    private Path m_folder;

    private static Scan open(final Path file) throws IOException {
        return ScanFormats.open(file, OpenOptions.AUTO);
    }

    private static byte[] all(final Scan scan) throws IOException {
        final int size = scan.geometry().patternBytes();
        final byte[] pattern = new byte[size];
        final byte[] all = new byte[(int)(size * scan.geometry().patternCount())];
        try (PatternReader reader = scan.openReader()) {
            for (int i = 0; i < scan.geometry().patternCount(); i++) {
                reader.readSamples(i, pattern);
                System.arraycopy(pattern, 0, all, i * size, size);
            }
        }
        return all;
    }

    /** Writes a 3 x 2 scan of 8 x 8 px random patterns. */
    private Path write(final String name, final Calibration calibration) throws IOException {
        final Path file = m_folder.resolve(name);
        final Random random = new Random(3);
        try (BlockFileWriter writer =
            new BlockFileWriter(file, new ScanGeometry(3, 2, 8, 8, SampleType.UINT8), calibration)) {
            for (int i = 0; i < 6; i++) {
                final byte[] pattern = new byte[64];
                random.nextBytes(pattern);
                writer.write(pattern);
            }
        }
        return file;
    }

    private static String refusal(final Path file) {
        return refusal(file, OpenOptions.AUTO);
    }

    private static String refusal(final Path file, final OpenOptions options) {
        final String message = assertThrows(IOException.class, () -> {
            try (Scan scan = ScanFormats.open(file, options)) {
                all(scan);
            }
        }).getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        assertFalse(message.contains("\n"), message);
        return message.substring(file.toString().length() + 2);
    }

    @Test
    void realFileGivesTheReferenceValues() throws IOException, NoSuchAlgorithmException {
        final String reference = SharedData.reference("blo/test1.blo");
        try (Scan scan = open(SharedData.require("blo/test1.blo"))) {
            assertEquals(new ScanGeometry(2, 3, 144, 144, SampleType.UINT8), scan.geometry());
            final byte[] samples = all(scan);
            final byte[] hash = MessageDigest.getInstance("SHA-256").digest(samples);
            assertTrue(reference.contains("\"sha256\": \"" + HexFormat.of().formatHex(hash) + '"'));
            final Matcher frames =
                Pattern.compile("\"index\": (\\d+),\\s*\"sum\": (\\d+),\\s*\"max\": (\\d+)").matcher(reference);
            int checked = 0;
            final float[] pixels = new float[144 * 144];
            try (PatternReader reader = scan.openReader()) {
                while (frames.find()) {
                    reader.read(Long.parseLong(frames.group(1)), pixels);
                    double sum = 0;
                    float max = 0;
                    for (final float pixel : pixels) {
                        sum += pixel;
                        max = Math.max(max, pixel);
                    }
                    assertEquals(Double.parseDouble(frames.group(2)), sum);
                    assertEquals(Float.parseFloat(frames.group(3)), max);
                    checked++;
                }
            }
            assertEquals(3, checked);
        }
    }

    @Test
    void realFileTellsItsCalibrationAndNotes() throws IOException {
        try (Scan scan = open(SharedData.require("blo/test1.blo"))) {
            assertEquals(12.8, scan.calibration().stepNm().getAsDouble());
            assertEquals(200, scan.calibration().beamEnergyKeV().getAsDouble());
            // 62.26 px/cm, 200 mm, 2.50793 pm
            assertEquals(10 / 62.26 / (200 * 2.50793e-3), scan.calibration().pixelPerNm().getAsDouble(), 1e-6);
            assertTrue(scan.properties().contains(new ScanProperty("scan rotation", "25.0", "deg")));
            assertTrue(scan.properties().contains(new ScanProperty("camera length", "200.0", "mm")));
            assertTrue(scan.properties().contains(new ScanProperty("acquired", "2015-12-01T15:40:59", "")));
            assertTrue(scan.properties().contains(new ScanProperty("note", "Camera gamma : on", "")));
        }
    }

    @Test
    void headerOfAnEqualScanDiffersFromTheRealOneInWhatTheRealOneAloneKnows() throws IOException {
        final Path real = SharedData.require("blo/test1.blo");
        final byte[] expected = Arrays.copyOf(Files.readAllBytes(real), 4096 + 16);
        final Path file = m_folder.resolve("written.blo");
        try (Scan scan = open(real); PatternReader reader = scan.openReader();
                BlockFileWriter writer = new BlockFileWriter(file, scan.geometry(), scan.calibration())) {
            final byte[] samples = new byte[scan.geometry().patternBytes()];
            for (int i = 0; i < 6; i++) {
                reader.readSamples(i, samples);
                writer.write(samples);
            }
        }
        assertEquals(Files.size(real), Files.size(file));
        final byte[] found = Arrays.copyOf(Files.readAllBytes(file), 4096 + 16);
        final Set<Integer> differing = new TreeSet<>();
        for (int i = 0; i < 240; i++) {
            if (expected[i] != found[i]) {
                differing.add(i);
            }
        }
        // scan rotation, the two numbers whose product is the camera length, time, distortion
        for (final int[] unknown : new int[][]{{28, 30}, {50, 56}, {56, 64}, {128, 240}}) {
            differing.removeIf(at -> at >= unknown[0] && at < unknown[1]);
        }
        assertEquals(Set.of(), differing);
        for (int i = 4096; i < 4096 + 6; i++) {
            // our circle for the bright field is near that of the maker's program
            assertEquals(expected[i] & 0xff, found[i] & 0xff, 12, "bright field " + (i - 4096));
        }
    }

    @Test
    void sixteenBitFileIsMarkedAndReadBack() throws IOException {
        final Path file = m_folder.resolve("deep.blo");
        final byte[] samples = new byte[2 * 64];
        new Random(5).nextBytes(samples);
        try (BlockFileWriter writer = new BlockFileWriter(file, new ScanGeometry(1, 1, 8, 8, SampleType.UINT16), KNOWN,
            SampleType.UINT16, false)) {
            writer.write(samples);
        }
        final byte[] bytes = Files.readAllBytes(file);
        assertEquals(0x0103, bytes[6] & 0xff | bytes[7] << 8);
        assertEquals(255, bytes[4096] & 0xff);
        try (Scan scan = open(file)) {
            assertEquals(SampleType.UINT16, scan.geometry().sampleType());
            assertArrayEquals(samples, all(scan));
        }
    }

    @Test
    void realTruncatedFileIsRefusedAndReadOnRequest() throws IOException {
        final Path file = SharedData.require("blo/truncated_test1.blo");
        assertEquals("the file is truncated; it has 98564 of 128564 bytes, 4 of 6 patterns are complete; to read them, "
            + "set the scan size to 2 x 2", refusal(file));
        try (Scan cut = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(2, 2));
                Scan whole = open(SharedData.require("blo/test1.blo"))) {
            final byte[] expected = new byte[4 * 144 * 144];
            System.arraycopy(all(whole), 0, expected, 0, expected.length);
            assertArrayEquals(expected, all(cut));
            assertTrue(cut.properties().contains(new ScanProperty("truncated", "4 of 6 patterns are complete", "")));
        }
    }

    @Test
    void writtenRealPatternsHaveTheBytesOfTheRealFileBehindTheHeader() throws IOException {
        final Path file = SharedData.require("blo/test1.blo");
        final Path copy = m_folder.resolve("copy.blo");
        try (Scan scan = open(file);
                PatternReader reader = scan.openReader();
                BlockFileWriter writer = new BlockFileWriter(copy, scan.geometry(), scan.calibration())) {
            final byte[] samples = new byte[scan.geometry().patternBytes()];
            for (int i = 0; i < scan.geometry().patternCount(); i++) {
                reader.readSamples(i, samples);
                writer.write(samples);
            }
        }
        final byte[] real = Files.readAllBytes(file);
        final byte[] written = Files.readAllBytes(copy);
        assertEquals(real.length, written.length);
        assertArrayEquals(Arrays.copyOfRange(real, 4112, real.length),
            Arrays.copyOfRange(written, 4112, written.length));
        // from the magic to the scan height, then steps and energy: the same fields at the same places
        assertArrayEquals(Arrays.copyOf(real, 28), Arrays.copyOf(written, 28));
        assertArrayEquals(Arrays.copyOfRange(real, 30, 50), Arrays.copyOfRange(written, 30, 50));
        try (Scan a = open(file); Scan b = open(copy)) {
            assertEquals(a.calibration(), b.calibration());
        }
    }

    @Test
    void writtenScanIsReadBack() throws IOException {
        final Path file = write("a.blo", KNOWN);
        final byte[] expected = new byte[6 * 64];
        try (Scan scan = open(file)) {
            assertEquals(new ScanGeometry(3, 2, 8, 8, SampleType.UINT8), scan.geometry());
            final Random random = new Random(3);
            for (int i = 0; i < 6; i++) {
                final byte[] pattern = new byte[64];
                random.nextBytes(pattern);
                System.arraycopy(pattern, 0, expected, i * 64, 64);
            }
            assertArrayEquals(expected, all(scan));
            assertEquals(KNOWN.stepNm(), scan.calibration().stepNm());
            assertEquals(KNOWN.beamEnergyKeV(), scan.calibration().beamEnergyKeV());
            assertEquals(0.0173, scan.calibration().pixelPerNm().getAsDouble(), 1e-9);
        }
    }

    @Test
    void calibrationThatWasReadOnceSurvivesExactly() throws IOException {
        final Calibration once;
        try (Scan scan = open(write("a.blo", KNOWN))) {
            once = scan.calibration();
        }
        try (Scan scan = open(write("b.blo", once))) {
            assertEquals(once, scan.calibration());
        }
    }

    @Test
    void whatTheCalibrationDoesNotTellStaysUnknown() throws IOException {
        try (Scan scan = open(write("a.blo", Calibration.NONE))) {
            assertEquals(Calibration.NONE, scan.calibration());
        }
        final Calibration pixelOnly =
            new Calibration(OptionalDouble.empty(), OptionalDouble.of(0.123456789), OptionalDouble.empty());
        try (Scan scan = open(write("b.blo", pixelOnly))) {
            assertEquals(pixelOnly, scan.calibration());
        }
    }

    @Test
    void greyLevelsAreRoundedAndCutOff() throws IOException {
        final Path file = m_folder.resolve("a.blo");
        try (BlockFileWriter writer =
            new BlockFileWriter(file, new ScanGeometry(1, 1, 2, 2, SampleType.FLOAT32), Calibration.NONE)) {
            writer.write(new float[] {-3, 1.6f, 254.4f, 999});
        }
        try (Scan scan = open(file)) {
            assertArrayEquals(new byte[] {0, 2, (byte)254, (byte)255}, all(scan));
        }
    }

    @Test
    void fileAppearsOnlyWhenItIsComplete() throws IOException {
        final Path file = m_folder.resolve("a.blo");
        final ScanGeometry geometry = new ScanGeometry(2, 1, 4, 4, SampleType.UINT8);
        final BlockFileWriter aborted = new BlockFileWriter(file, geometry, Calibration.NONE);
        aborted.write(new byte[16]);
        assertFalse(Files.exists(file));
        aborted.abort();
        aborted.close();
        assertEmpty();

        final BlockFileWriter forgotten = new BlockFileWriter(file, geometry, Calibration.NONE);
        forgotten.write(new byte[16]);
        assertEquals(file + ": not written, because only 1 of 2 patterns were given",
            assertThrows(IOException.class, forgotten::close).getMessage());
        assertEmpty();
    }

    private void assertEmpty() throws IOException {
        try (Stream<Path> files = Files.list(m_folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void existingFileIsReplacedOnRequestOnly() throws IOException {
        final Path file = write("a.blo", KNOWN);
        final ScanGeometry geometry = new ScanGeometry(1, 1, 4, 4, SampleType.UINT8);
        assertEquals(file + ": the file exists and must not be replaced", assertThrows(IOException.class,
            () -> new BlockFileWriter(file, geometry, KNOWN)).getMessage());
        try (BlockFileWriter writer = new BlockFileWriter(file, geometry, KNOWN, SampleType.UINT8, true)) {
            writer.write(new byte[16]);
        }
        try (Scan scan = open(file)) {
            assertEquals(geometry, scan.geometry());
        }
    }

    @Test
    void patternsThatAreNotSquareOrTooManyAreRefused() throws IOException {
        final Path file = m_folder.resolve("a.blo");
        assertEquals(file + ": a block file holds square patterns only, found 8 x 4 px",
            assertThrows(IOException.class,
                () -> new BlockFileWriter(file, new ScanGeometry(1, 1, 8, 4, SampleType.UINT8), KNOWN)).getMessage());
        assertThrows(IOException.class,
            () -> new BlockFileWriter(file, new ScanGeometry(70_000, 1, 8, 8, SampleType.UINT8), KNOWN));
        final BlockFileWriter writer =
            new BlockFileWriter(file, new ScanGeometry(1, 1, 4, 4, SampleType.UINT8), KNOWN);
        writer.write(new byte[16]);
        assertThrows(IOException.class, () -> writer.write(new byte[16]));
        writer.abort();
        assertThrows(IOException.class, () -> new BlockFileWriter(m_folder.resolve("none/a.blo"),
            new ScanGeometry(1, 1, 4, 4, SampleType.UINT8), KNOWN));
        assertEmpty();
    }

    @Test
    void fileCutAnywhereEndsInASentence() throws IOException {
        final byte[] whole = Files.readAllBytes(write("a.blo", KNOWN));
        final Path file = m_folder.resolve("cut.blo");
        final int[] lengths = {0, 1, 5, 6, 7, 8, 63, 64, 239, 240, 241, 4095, 4096, 4101, 4111, 4112, 4113, 4117, 4118,
            4119, 4181, 4182, 4183, 4188, 4252, whole.length - 64, whole.length - 1};
        for (final int length : lengths) {
            Files.write(file, Arrays.copyOf(whole, length));
            final String message = refusal(file);
            if (length >= 4112) {
                assertTrue(message.contains((length - 4112) / 70 + " of 6 patterns are complete"), message);
            }
        }
    }

    @Test
    void truncatedFileTellsHowToReadTheCompletePatterns() throws IOException {
        final byte[] whole = Files.readAllBytes(write("a.blo", KNOWN));
        final Path file = m_folder.resolve("cut.blo");
        Files.write(file, Arrays.copyOf(whole, whole.length - 71));
        assertTrue(refusal(file).endsWith(
            "to read them, set the scan size to 3 x 1 and the patterns to skip at the end to 1"), refusal(file));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(3, 1).withSkip(0, 1))) {
            assertEquals(3, scan.geometry().patternCount());
        }
        assertTrue(refusal(file, OpenOptions.AUTO.withScanSize(3, 2)).contains("there are 4 patterns"));
    }

    private Path damaged(final int at, final byte... bytes) throws IOException {
        final byte[] whole = Files.readAllBytes(m_folder.resolve("a.blo"));
        System.arraycopy(bytes, 0, whole, at, bytes.length);
        return Files.write(m_folder.resolve("damaged.blo"), whole);
    }

    @Test
    void impossibleHeaderNumbersEndInASentence() throws IOException {
        write("a.blo", KNOWN);
        assertEquals("damaged header; found a scan of 0 x 2 patterns of 8 x 8 px, expected at least 1 of each",
            refusal(damaged(24, (byte)0, (byte)0)));
        refusal(damaged(26, (byte)0, (byte)0));
        refusal(damaged(20, (byte)0, (byte)0));
        refusal(damaged(20, (byte)-1, (byte)-1));
        refusal(damaged(24, (byte)-1, (byte)-1, (byte)-1, (byte)-1));
        refusal(damaged(8, (byte)0, (byte)0, (byte)0, (byte)0));
        refusal(damaged(8, (byte)-1, (byte)-1, (byte)-1, (byte)-1));
        refusal(damaged(12, (byte)0, (byte)0, (byte)0, (byte)0));
        refusal(damaged(12, (byte)-1, (byte)-1, (byte)-1, (byte)-1));
        refusal(damaged(12, (byte)-1, (byte)-1, (byte)-1, (byte)0x7f));
        assertEquals("block file version 0x0209 is not known, expected 0x0102 or 0x0103",
            refusal(damaged(6, (byte)9, (byte)2)));
        // not a number and infinity as scan step are no calibration, but no reason to refuse the patterns
        final byte[] nan = new byte[8];
        ByteBuffer.wrap(nan).order(ByteOrder.LITTLE_ENDIAN).putDouble(Double.NaN);
        try (Scan scan = open(damaged(30, nan))) {
            assertTrue(scan.calibration().stepNm().isEmpty());
        }
    }

    @Test
    void randomDamageNeverDoesWorse() throws IOException {
        final Path file = write("a.blo", KNOWN);
        final OpenOptions named = OpenOptions.AUTO.withFormat("blo");
        Damage.cutAnywhere(file, named, 400);
        final int refused = Damage.change(file, named, 0, 64, 3000);
        assertTrue(refused > 500, refused + " of 3000 damaged files were refused");
    }

    @Test
    void patternsBeyondTwoGigabytesAreReachedWithBothFrameHeaders() throws IOException {
        for (final int frameHeader : new int[] {2, 6}) {
            final ByteBuffer b = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
            b.put("IMGBLO".getBytes()).putShort((short)0x0102).putInt(4096).putInt(4096).putInt(0);
            b.putShort((short)1024).putShort((short)0).putShort((short)60).putShort((short)50);
            final Path file = Files.write(m_folder.resolve("large.blo"), b.array());
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.seek(4096 + 3000L * ((1 << 20) + frameHeader) - 1);
                out.write(42);
            }
            try (Scan scan = open(file); PatternReader reader = scan.openReader()) {
                final byte[] samples = new byte[1 << 20];
                reader.readSamples(2999, samples);
                assertEquals(42, samples[samples.length - 1]);
                assertEquals(60, scan.geometry().scanWidth());
            }
        }
    }

    @Test
    void patternTooLargeForMemoryIsRefusedWithASentence() throws IOException {
        final ByteBuffer b = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        b.put("IMGBLO".getBytes()).putShort((short)0x0102).putInt(4096).putInt(4096).putInt(0);
        b.putShort((short)-1).putShort((short)0).putShort((short)1).putShort((short)1);
        final Path file = Files.write(m_folder.resolve("large.blo"), b.array());
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(4096 + 6 + 65535L * 65535);
        }
        assertTrue(
            refusal(file).startsWith("found patterns of 65535 x 65535 px UINT8, which are too large for a memory"));
    }

    /** Block file of version 1.3 with 16 bits, or with short frame headers, made by hand. */
    private Path handMade(final int version, final String note, final int frameHeader, final byte[][] patterns,
        final int size) throws IOException {
        final int start = 4096 + 16;
        final ByteBuffer b = ByteBuffer.allocate(start + patterns.length * (frameHeader + patterns[0].length))
            .order(ByteOrder.LITTLE_ENDIAN);
        b.put("IMGBLO".getBytes()).putShort((short)version).putInt(4096).putInt(start).putInt(0);
        b.putShort((short)size).putShort((short)0).putShort((short)patterns.length).putShort((short)1);
        b.position(240).put(note.getBytes());
        b.position(start);
        for (int i = 0; i < patterns.length; i++) {
            b.put((byte)0xAA).put((byte)0x55);
            if (frameHeader == 6) {
                b.putInt(i);
            }
            b.put(patterns[i]);
        }
        return Files.write(m_folder.resolve("made.blo"), b.array());
    }

    @Test
    void sixteenBitsAreReadWhereTheNotesSaySo() throws IOException {
        final byte[][] patterns = {{1, 2, 3, 4, 5, 6, 7, 8}, {-1, -1, 0, 0, 0, 1, 9, 9}};
        try (Scan scan = open(handMade(0x0103, "Camera: x\r\nBlo Bit Depth: 16 bits\r\n", 6, patterns, 2))) {
            assertEquals(new ScanGeometry(2, 1, 2, 2, SampleType.UINT16), scan.geometry());
            final float[] pixels = new float[4];
            try (PatternReader reader = scan.openReader()) {
                reader.read(1, pixels);
            }
            assertArrayEquals(new float[] {65535, 0, 256, 9 * 257}, pixels);
        }
        assertEquals("the notes say 32 bits per pixel, expected 8 or 16",
            refusal(handMade(0x0103, "Blo Bit Depth: 32 bits", 6, patterns, 2)));
    }

    @Test
    void shortFrameHeadersAreRecognisedByTheLengthOfTheFile() throws IOException {
        final byte[][] patterns = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
        try (Scan scan = open(handMade(0x0102, "", 2, patterns, 2))) {
            assertEquals(new ScanGeometry(3, 1, 2, 2, SampleType.UINT8), scan.geometry());
            assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, all(scan));
        }
    }

    @Test
    void patternsToSkipAndAnotherScanSizeAreTaken() throws IOException {
        final Path file = write("a.blo", KNOWN);
        try (Scan whole = open(file);
                Scan part = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(2, 2).withSkip(1, 1))) {
            assertArrayEquals(Arrays.copyOfRange(all(whole), 64, 5 * 64), all(part));
        }
        assertEquals("a scan width of 4 does not divide 6 patterns; possible are 3 x 2, 2 x 3, 6 x 1, 1 x 6 "
            + "(width x height), or another number of patterns to skip",
            refusal(file, OpenOptions.AUTO.withScanSize(4, 0)));
        assertEquals("6 patterns are to be skipped, but there are only 6",
            refusal(file, OpenOptions.AUTO.withSkip(6, 0)));
    }

    @Test
    void otherFilesAreRefusedByName() throws IOException {
        assertEquals("there is no such file or folder", refusal(m_folder.resolve("missing.blo")));
        final Path empty = Files.createFile(m_folder.resolve("empty.blo"));
        assertEquals("the file is empty", refusal(empty));
        assertEquals("the file is empty", refusal(empty, OpenOptions.AUTO.withFormat("blo")));
        final Path foreign = Files.writeString(m_folder.resolve("foreign.blo"), "x".repeat(5000));
        assertTrue(refusal(foreign).startsWith("the file is of no format that can be read here, expected NanoMEGAS"));
        assertEquals("not a block file; it starts with \"xxxxxx\", expected \"IMGBLO\"",
            refusal(foreign, OpenOptions.AUTO.withFormat("blo")));
        assertEquals("found a folder, expected a file", refusal(m_folder, OpenOptions.AUTO.withFormat("blo")));
        assertTrue(refusal(m_folder).startsWith("the folder holds no patterns"));
        assertEquals("There is no format \"bol\"; expected \"auto\" or one of "
            + String.join(", ", ScanFormats.all().stream().map(ScanFormat::name).toList()),
            assertThrows(IllegalArgumentException.class,
                () -> ScanFormats.open(foreign, OpenOptions.AUTO.withFormat("bol"))).getMessage());
    }

    @Test
    void interruptedReaderDoesNotDisturbTheOthers() throws IOException {
        try (Scan scan = open(write("a.blo", KNOWN)); PatternReader reader = scan.openReader()) {
            final byte[] samples = new byte[64];
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, () -> reader.readSamples(0, samples));
            assertTrue(Thread.interrupted());
            reader.readSamples(5, samples);
        }
    }

    @Test
    void closedScanDoesNotOpenItsFileAgain() throws IOException {
        final Scan scan = open(write("a.blo", KNOWN));
        scan.close();
        assertThrows(IOException.class, () -> all(scan));
    }
}
