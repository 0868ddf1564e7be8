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
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DmFormatTest {

    private static final int INT16 = 1;
    private static final int UINT8 = 6;
    private static final int UINT16 = 10;
    private static final int SHORT = 2;
    private static final int USHORT = 4;
    private static final int BYTE = 10;

    @TempDir
    private Path m_folder;

    static Stream<Arguments> versions() {
        return Stream.of(3, 4).flatMap(version -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
            .map(order -> Arguments.of(version, order)));
    }

    /** 16-bit numbers 0, 1, 2 … */
    private static byte[] ramp(final int count, final ByteOrder order) {
        final ByteBuffer b = ByteBuffer.allocate(2 * count).order(order);
        for (int i = 0; i < count; i++) {
            b.putShort((short)i);
        }
        return b.array();
    }

    private static List<DmWriter.Axis> axes(final int... sizes) {
        return Arrays.stream(sizes).mapToObj(DmWriter.Axis::new).toList();
    }

    private Scan open(final Path file) throws IOException {
        return ScanFormats.open(file, OpenOptions.AUTO);
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private String refusal(final Path file) {
        return Damage.tryToRead(file, OpenOptions.AUTO).substring(file.toString().length() + 2);
    }

    @ParameterizedTest(name = "version {0}, {1}")
    @MethodSource("versions")
    void scanWithPatternAfterPatternIsReadInBothVersionsAndByteOrders(final int version, final ByteOrder order)
        throws IOException {
        final DmWriter w = new DmWriter(version, order).thumbnail();
        // 4 x 2 scan of 3 x 2 px: value = 6 * (4 y + x) + pixel
        w.add(UINT16, USHORT, ramp(48, order),
            List.of(new DmWriter.Axis(3, 0.25, "1/nm"), new DmWriter.Axis(2, 0.25, "1/nm"),
                new DmWriter.Axis(4, 0.5, "\u00b5m"), new DmWriter.Axis(2, 0.5, "\u00b5m")),
            w.group("Microscope Info", w.real("Voltage", 300000), w.text("Operation Mode", "DIFFRACTION")),
            w.group("Meta Data", w.uint("Data Order Swapped", 1), w.text("Format", "Diffraction image")));
        try (Scan scan = open(w.write(m_folder.resolve("a.dm" + version)))) {
            assertEquals(new ScanGeometry(4, 2, 3, 2, SampleType.UINT16), scan.geometry());
            assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, pixels(scan, 0));
            assertArrayEquals(new float[] {42, 43, 44, 45, 46, 47}, pixels(scan, 7));
            assertEquals(OptionalDouble.of(500), scan.calibration().stepNm());
            assertEquals(OptionalDouble.of(0.25), scan.calibration().pixelPerNm());
            assertEquals(OptionalDouble.of(300), scan.calibration().beamEnergyKeV());
            assertTrue(scan.properties().contains(new ScanProperty("format", "DigitalMicrograph " + version, "")));
            assertTrue(scan.properties().contains(new ScanProperty("operation mode", "DIFFRACTION", "")));
        }
    }

    @ParameterizedTest(name = "version {0}, {1}")
    @MethodSource("versions")
    void scanWithPointsSideBySideIsTurnedRound(final int version, final ByteOrder order) throws IOException {
        final DmWriter w = new DmWriter(version, order).thumbnail();
        // 4 x 2 scan of 3 x 2 px: value = 8 * pixel + point
        w.add(INT16, SHORT, ramp(48, order), axes(4, 2, 3, 2));
        try (Scan scan = open(w.write(m_folder.resolve("a.dm" + version)))) {
            assertEquals(new ScanGeometry(4, 2, 3, 2, SampleType.INT16), scan.geometry());
            for (int point = 0; point < 8; point++) {
                assertArrayEquals(new float[] {point, 8 + point, 16 + point, 24 + point, 32 + point, 40 + point},
                    pixels(scan, point));
            }
        }
        try (Scan part = ScanFormats.open(m_folder.resolve("a.dm" + version),
            OpenOptions.AUTO.withScanSize(2, 3).withSkip(1, 1))) {
            assertArrayEquals(new float[] {6, 14, 22, 30, 38, 46}, pixels(part, 5));
        }
    }

    @Test
    void unitsTellTheOrderOfTheAxesWhereNoTagDoes() throws IOException {
        final DmWriter w = new DmWriter(4, ByteOrder.LITTLE_ENDIAN);
        w.add(UINT16, USHORT, ramp(48, ByteOrder.LITTLE_ENDIAN), List.of(new DmWriter.Axis(3, 0.5, "mrad"),
            new DmWriter.Axis(2, 0.5, "mrad"), new DmWriter.Axis(4, 2, "nm"), new DmWriter.Axis(2, 2, "nm")),
            w.group("Microscope Info", w.real("Voltage", 200000)));
        try (Scan scan = open(w.write(m_folder.resolve("a.dm4")))) {
            assertEquals(new ScanGeometry(4, 2, 3, 2, SampleType.UINT16), scan.geometry());
            assertArrayEquals(new float[] {42, 43, 44, 45, 46, 47}, pixels(scan, 7));
            // 200 kV: 2.50793 pm
            assertEquals(0.5e-3 / 2.50793e-3, scan.calibration().pixelPerNm().getAsDouble(), 1e-5);
        }
        final DmWriter line = new DmWriter(4, ByteOrder.LITTLE_ENDIAN).add(UINT16, USHORT,
            ramp(12, ByteOrder.LITTLE_ENDIAN), List.of(new DmWriter.Axis(4, 2, "nm"),
                new DmWriter.Axis(3, 0.5, "1/nm"), new DmWriter.Axis(1, 0.5, "1/nm")));
        try (Scan scan = open(line.write(m_folder.resolve("line.dm4")))) {
            assertEquals(new ScanGeometry(4, 1, 3, 1, SampleType.UINT16), scan.geometry());
            assertArrayEquals(new float[] {1, 5, 9}, pixels(scan, 1));
        }
    }

    @Test
    void largeScanWithPointsSideBySideIsGatheredInBlocks() throws IOException {
        final int points = 100 * 90;
        final byte[] values = new byte[points * 64 * 70];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i * 31 + i / points * 7);
        }
        final Path file = new DmWriter(4, ByteOrder.LITTLE_ENDIAN).add(UINT8, BYTE, values, axes(100, 90, 70, 64))
            .write(m_folder.resolve("a.dm4"));
        try (Scan scan = open(file); PatternReader reader = scan.openReader()) {
            final byte[] samples = new byte[64 * 70];
            for (final int point : new int[] {0, 8999, 4711, 4712, 123}) {
                reader.readSamples(point, samples);
                for (int pixel = 0; pixel < samples.length; pixel++) {
                    assertEquals(values[pixel * points + point], samples[pixel]);
                }
            }
        }
    }

    @Test
    void seriesIsOneLineUnlessTheUserGivesAScanSize() throws IOException {
        final Path file = new DmWriter(3, ByteOrder.LITTLE_ENDIAN)
            .add(UINT8, BYTE, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, axes(2, 1, 6))
            .write(m_folder.resolve("a.dm3"));
        try (Scan scan = open(file)) {
            assertEquals(new ScanGeometry(6, 1, 2, 1, SampleType.UINT8), scan.geometry());
            assertArrayEquals(new float[] {11, 12}, pixels(scan, 5));
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(2, 2).withSkip(1, 1))) {
            assertEquals(new ScanGeometry(2, 2, 2, 1, SampleType.UINT8), scan.geometry());
            assertArrayEquals(new float[] {3, 4}, pixels(scan, 0));
        }
    }

    @Test
    void imageWithMostAxesIsTakenAndTheThumbnailNever() throws IOException {
        final DmWriter w = new DmWriter(4, ByteOrder.LITTLE_ENDIAN)
            .add(UINT8, BYTE, new byte[] {1, 2, 3, 4}, axes(2, 2)).thumbnail()
            .add(UINT8, BYTE, new byte[] {5, 6, 7, 8, 9, 10, 11, 12}, axes(2, 2, 2));
        try (Scan scan = open(w.write(m_folder.resolve("a.dm4")))) {
            assertArrayEquals(new float[] {9, 10, 11, 12}, pixels(scan, 1));
            assertTrue(scan.properties().contains(new ScanProperty("other images in the file", "1", "")));
        }
        final Path file = m_folder.resolve("a.dm4");
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withDataset("1"))) {
            assertArrayEquals(new float[] {1, 2, 3, 4}, pixels(scan, 0));
        }
        assertEquals(file + ": there is no data set \"3\", expected one of 1 (\"test\"), 2 (\"test\")",
            Damage.tryToRead(file, OpenOptions.AUTO.withDataset("3")));
    }

    @Test
    void folderTreeOfTheRecorderIsOneScanInTheOrderOfTime() throws IOException {
        for (int frame = 0; frame < 12; frame++) {
            final Path folder = Files.createDirectories(m_folder
                .resolve(String.format("Hour_00/Minute_%02d/Second_%02d", frame / 8, frame / 4 % 2)));
            final DmWriter w = new DmWriter(4, ByteOrder.LITTLE_ENDIAN);
            w.add(UINT8, BYTE, new byte[] {(byte)frame, 1, 2, 3}, axes(2, 2), w.text("time", "x".repeat(frame % 3)))
                .write(folder.resolve("run_Frame_" + frame + ".dm4"));
        }
        try (Scan scan = ScanFormats.open(m_folder, OpenOptions.AUTO.withScanSize(4, 3))) {
            assertEquals(new ScanGeometry(4, 3, 2, 2, SampleType.UINT8), scan.geometry());
            for (int frame = 0; frame < 12; frame++) {
                assertArrayEquals(new float[] {frame, 1, 2, 3}, pixels(scan, frame));
            }
        }
        try (Scan scan = open(m_folder)) {
            assertEquals(12, scan.geometry().scanWidth());
        }
    }

    @Test
    void numberedFilesAreTakenInNaturalOrderAndOddOnesRefused() throws IOException {
        final Path folder = Files.createDirectory(m_folder.resolve("scan (0-1,0-2)"));
        for (final int number : new int[] {1, 2, 3, 4, 5, 10}) {
            new DmWriter(3, ByteOrder.BIG_ENDIAN).add(UINT16, USHORT, new byte[] {0, (byte)number}, axes(1, 1))
                .write(folder.resolve("p" + number + ".dm3"));
        }
        try (Scan scan = open(folder)) {
            assertEquals(new ScanGeometry(3, 2, 1, 1, SampleType.UINT16), scan.geometry());
            assertArrayEquals(new float[] {10}, pixels(scan, 5));
        }
        final Path odd = new DmWriter(3, ByteOrder.BIG_ENDIAN)
            .add(UINT16, USHORT, new byte[] {0, 1, 0, 1}, axes(2, 1)).write(folder.resolve("p4.dm3"));
        assertEquals(odd + ": the image is 2 x 1 px UINT16, but p1.dm3 is 1 x 1 px UINT16; all images of a scan must "
            + "be alike", Damage.tryToRead(folder, OpenOptions.AUTO));
        Files.write(odd, new byte[10]);
        assertTrue(Damage.tryToRead(folder, OpenOptions.AUTO).startsWith(odd + ": "));
    }

    @Test
    void patternsBeyondTwoGigabytesAreReachedInBothOrders() throws IOException {
        try (Scan scan = open(large(3000L << 20, 1, axes(1024, 1024, 3000, 1)))) {
            assertEquals(42, pixels(scan, 2999)[(1 << 20) - 1]);
            assertEquals(0, pixels(scan, 2998)[(1 << 20) - 1]);
        }
        try (Scan scan = open(large(300L * 300 << 15, 0, axes(300, 300, 128, 256)))) {
            assertEquals(42, pixels(scan, 89999)[(1 << 15) - 1]);
            assertEquals(0, pixels(scan, 89998)[(1 << 15) - 1]);
        }
    }

    /** The tags of a large set around pixels that are not there; the last one is 42. */
    private Path large(final long pixels, final int swapped, final List<DmWriter.Axis> axes) throws IOException {
        final Path file = m_folder.resolve("large" + swapped + ".dm4");
        final DmWriter w = new DmWriter(4, ByteOrder.LITTLE_ENDIAN);
        final String marker = "PIXELS";
        final byte[] small = w.add(UINT8, BYTE, marker.getBytes(), axes,
            w.group("Meta Data", w.uint("Data Order Swapped", swapped))).bytes();
        final int at = new String(small, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(marker);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(small, 0, at);
            // length of the array, which stands just before it
            out.seek(at - 8);
            out.writeLong(pixels);
            out.seek(at + pixels - 1);
            out.write(42);
            out.write(small, at + marker.length(), small.length - at - marker.length());
        }
        return file;
    }

    @Test
    void whatIsNoPatternIsRefusedWithASentence() throws IOException {
        final Path file = m_folder.resolve("a.dm4");
        final DmWriter spectrum = new DmWriter(4, ByteOrder.LITTLE_ENDIAN).add(UINT8, BYTE, new byte[8],
            List.of(new DmWriter.Axis(4, 1, "eV"), new DmWriter.Axis(2)));
        assertEquals("found a spectrum (\"test\"), expected diffraction patterns", refusal(spectrum.write(file)));
        final DmWriter called = new DmWriter(4, ByteOrder.LITTLE_ENDIAN);
        called.add(UINT8, BYTE, new byte[8], axes(2, 2, 2),
            called.group("Meta Data", called.text("Format", "Spectrum image")));
        assertEquals("found a spectrum (\"test\"), expected diffraction patterns", refusal(called.write(file)));
        final DmWriter scan = new DmWriter(4, ByteOrder.LITTLE_ENDIAN);
        scan.add(UINT8, BYTE, new byte[16], axes(2, 2, 2, 2),
            scan.group("Meta Data", scan.text("Format", "Spectrum image")));
        assertNull(Damage.tryToRead(scan.write(file), OpenOptions.AUTO));
        assertEquals("found an image of 1 axes, expected 2 (a pattern), 3 (a series) or 4 (a scan)", refusal(
            new DmWriter(4, ByteOrder.LITTLE_ENDIAN).add(UINT8, BYTE, new byte[4], axes(4)).write(file)));
        assertEquals("found no image in this DigitalMicrograph file, expected patterns",
            refusal(new DmWriter(4, ByteOrder.LITTLE_ENDIAN).thumbnail().write(file)));
        assertEquals("found data type 39, expected 1, 2, 6, 7, 9, 10, 11, 12 or 14 (whole or floating point numbers of "
            + "8 to 64 bits)", refusal(
                new DmWriter(4, ByteOrder.LITTLE_ENDIAN).add(39, BYTE, new byte[4], axes(2, 2)).write(file)));
        assertEquals("damaged tag \"ImageData/Dimensions\"; an image of 2 x 3 UINT8 has 6 bytes, but the tag "
            + "\"ImageData/Data\" has 4", refusal(
                new DmWriter(4, ByteOrder.LITTLE_ENDIAN).add(UINT8, BYTE, new byte[4], axes(2, 3)).write(file)));
        assertTrue(refusal(
            new DmWriter(4, ByteOrder.LITTLE_ENDIAN).add(UINT8, BYTE, new byte[4], axes(-1, -1)).write(file))
                .contains("which cannot be in a file of"));
    }

    @ParameterizedTest(name = "version {0}, {1}")
    @MethodSource("versions")
    void damageAnywhereEndsInASentence(final int version, final ByteOrder order) throws IOException {
        final DmWriter w = new DmWriter(version, order).thumbnail();
        final Path file = w.add(INT16, SHORT, ramp(16, order), axes(2, 2, 2, 2), w.group("Microscope Info",
            w.real("Voltage", 300000))).write(m_folder.resolve("a.dm" + version));
        assertNull(Damage.tryToRead(file, OpenOptions.AUTO));
        final OpenOptions named = OpenOptions.AUTO.withFormat("dm");
        Damage.cutAnywhere(file, named, 400);
        final int refused = Damage.change(file, named, 0, (int)Files.size(file), 2000);
        assertTrue(refused > 500, refused + " of 2000 damaged files were refused");
    }

    @Test
    void endlessNestingAndCountsAreRefused() throws IOException {
        final byte[] nested = new byte[200_000];
        final ByteBuffer b = ByteBuffer.wrap(nested);
        b.putInt(3).putInt(0).putInt(1).putShort((short)0).putInt(1);
        while (b.remaining() > 9) {
            b.put((byte)20).putShort((short)0).putShort((short)0).putInt(1);
        }
        final Path file = Files.write(m_folder.resolve("deep.dm3"), nested);
        assertTrue(refusal(file).contains("found groups within groups more than 64 deep"), refusal(file));
        ByteBuffer.wrap(nested).putInt(14, -1);
        Files.write(file, nested);
        assertEquals("damaged header; found a group of 4294967295 tags, but only 199982 bytes are left",
            refusal(file));
    }
}
