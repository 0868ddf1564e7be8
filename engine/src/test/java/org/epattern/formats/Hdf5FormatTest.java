// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.epattern.formats.MiniHdf5.Chunk;
import org.epattern.formats.MiniHdf5.Link;
import org.epattern.formats.MiniHdf5.Message;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;

class Hdf5FormatTest {

    @TempDir
    private Path m_folder;

    private static byte[] all(final Scan scan) throws IOException {
        final int size = scan.geometry().patternBytes();
        final byte[] all = new byte[(int)(size * scan.geometry().patternCount())];
        final byte[] samples = new byte[size];
        try (PatternReader reader = scan.openReader()) {
            for (int i = 0; i < scan.geometry().patternCount(); i++) {
                reader.readSamples(i, samples);
                System.arraycopy(samples, 0, all, i * size, size);
            }
        }
        return all;
    }

    private static byte[] random(final int bytes) {
        final byte[] values = new byte[bytes];
        new Random(bytes).nextBytes(values);
        return values;
    }

    private static String refusal(final Path file) {
        return refusal(file, OpenOptions.AUTO);
    }

    private static String refusal(final Path file, final OpenOptions options) {
        final String message = Damage.tryToRead(file, options);
        return message == null ? "none" : message.replace(file + ": ", "");
    }

    /** File with one data set in one piece below the name "data". */
    private Path contiguous(final byte[] data, final Message type, final long... sizes) throws IOException {
        final MiniHdf5 h = new MiniHdf5(10_000 + data.length);
        final long address = h.put(data);
        final long set =
            h.object(List.of(MiniHdf5.dataspace(sizes), type, MiniHdf5.contiguous(address, data.length)));
        return Files.write(m_folder.resolve("a.h5"), h.finish(h.group(List.of(new Link("data", set))), 0));
    }

    private static byte[] bytes(final int size, final ByteOrder order, final int... values) {
        final ByteBuffer b = ByteBuffer.allocate(size * values.length).order(order);
        for (final int value : values) {
            switch (size) {
                case 1 -> b.put((byte)value);
                case 2 -> b.putShort((short)value);
                case 4 -> b.putInt(value);
                default -> b.putLong(value);
            }
        }
        return b.array();
    }

    @ParameterizedTest
    @CsvSource({"1, false, UINT8", "1, true, INT8", "2, false, UINT16", "2, true, INT16", "4, false, UINT32",
        "4, true, INT32", "8, true, FLOAT64", "8, false, FLOAT64"})
    void integersOfBothByteOrdersAreRead(final int size, final boolean signed, final SampleType type)
        throws IOException {
        for (final ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            final byte[] data = bytes(size, order, 1, 2, 3, 4, 100, -1, 7, 8);
            try (Scan scan = ScanFormats.open(contiguous(data, MiniHdf5.integer(size, signed, order), 2, 1, 2, 2),
                OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
                assertEquals(new ScanGeometry(1, 2, 2, 2, type), scan.geometry());
                final float[] pixels = new float[4];
                reader.read(1, pixels);
                final double top = signed ? -1 : Math.pow(2, 8 * size) - 1;
                assertArrayEquals(new float[] {100, (float)top, 7, 8}, pixels);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, FLOAT32", "4, FLOAT32", "8, FLOAT64"})
    void floatingPointOfBothByteOrdersIsRead(final int size, final SampleType type) throws IOException {
        for (final ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            final ByteBuffer b = ByteBuffer.allocate(4 * size).order(order);
            for (int i = 0; i < 4; i++) {
                switch (size) {
                    // 1, 2, 4, 8 times -1.5
                    case 2 -> b.putShort((short)(0xbe00 + 0x400 * i));
                    case 4 -> b.putFloat(-1.5f * (1 << i));
                    default -> b.putDouble(-1.5 * (1 << i));
                }
            }
            try (Scan scan = ScanFormats.open(contiguous(b.array(), MiniHdf5.floating(size, order), 2, 2),
                OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
                assertEquals(new ScanGeometry(1, 1, 2, 2, type), scan.geometry());
                final float[] pixels = new float[4];
                reader.read(0, pixels);
                assertArrayEquals(new float[] {-1.5f, -3, -6, -12}, pixels);
            }
        }
    }

    /** 5 x 3 patterns of 7 x 4 px, 16 bit, in chunks of any size; those in "missing" are not written. */
    private Path chunked(final byte[] data, final ByteOrder order, final int[] chunk, final boolean shuffle,
        final List<Integer> missing) throws IOException {
        final int[] sizes = {3, 5, 4, 7};
        final MiniHdf5 h = new MiniHdf5(1 << 20);
        final List<Chunk> chunks = new ArrayList<>();
        int number = 0;
        for (int y = 0; y < 3; y += chunk[0]) {
            for (int x = 0; x < 5; x += chunk[1]) {
                for (int ky = 0; ky < 4; ky += chunk[2]) {
                    for (int kx = 0; kx < 7; kx += chunk[3]) {
                        if (!missing.contains(number++)) {
                            final byte[] part = cut(data, sizes, chunk, y, x, ky, kx);
                            chunks.add(new Chunk(new long[] {y, x, ky, kx},
                                MiniHdf5.deflated(shuffle ? MiniHdf5.shuffled(part, 2) : part)));
                        }
                    }
                }
            }
        }
        final long index = h.index(chunks, new long[] {3, 5, 4, 7});
        final long set = h.object(List.of(MiniHdf5.dataspace(3, 5, 4, 7), MiniHdf5.integer(2, false, order),
            MiniHdf5.filters(shuffle, 2), MiniHdf5.chunked(index, chunk[0], chunk[1], chunk[2], chunk[3], 2)));
        return Files.write(m_folder.resolve("c.h5"), h.finish(h.group(List.of(new Link("data", set))), 0));
    }

    private static byte[] cut(final byte[] data, final int[] sizes, final int[] chunk, final int... start) {
        final ByteBuffer part = ByteBuffer.allocate(chunk[0] * chunk[1] * chunk[2] * chunk[3] * 2);
        for (int a = start[0]; a < start[0] + chunk[0]; a++) {
            for (int b = start[1]; b < start[1] + chunk[1]; b++) {
                for (int c = start[2]; c < start[2] + chunk[2]; c++) {
                    for (int d = start[3]; d < start[3] + chunk[3]; d++) {
                        if (a < sizes[0] && b < sizes[1] && c < sizes[2] && d < sizes[3]) {
                            final int at = 2 * (((a * sizes[1] + b) * sizes[2] + c) * sizes[3] + d);
                            part.put(data[at]).put(data[at + 1]);
                        } else {
                            part.putShort((short)0x7777);
                        }
                    }
                }
            }
        }
        return part.array();
    }

    private static byte[] turned(final byte[] data) {
        final byte[] turned = data.clone();
        for (int i = 0; i < data.length; i += 2) {
            turned[i] = data[i + 1];
            turned[i + 1] = data[i];
        }
        return turned;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 4, 7", "3, 5, 4, 7", "2, 2, 2, 3", "1, 3, 4, 7", "1, 1, 3, 2", "3, 1, 1, 7"})
    void compressedChunksOfAnySizeAreRead(final int a, final int b, final int c, final int d) throws IOException {
        final byte[] data = random(3 * 5 * 4 * 7 * 2);
        final int[] chunk = {a, b, c, d};
        try (Scan scan = ScanFormats.open(chunked(data, ByteOrder.LITTLE_ENDIAN, chunk, true, List.of()),
            OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(5, 3, 7, 4, SampleType.UINT16), scan.geometry());
            assertArrayEquals(data, all(scan));
        }
        try (Scan scan =
            ScanFormats.open(chunked(data, ByteOrder.BIG_ENDIAN, chunk, false, List.of()), OpenOptions.AUTO)) {
            assertArrayEquals(turned(data), all(scan));
        }
    }

    @Test
    void chunkThatWasNeverWrittenIsZero() throws IOException {
        final byte[] data = random(3 * 5 * 4 * 7 * 2);
        final int[] chunk = {1, 1, 4, 7};
        try (Scan scan = ScanFormats.open(chunked(data, ByteOrder.LITTLE_ENDIAN, chunk, true, List.of(0, 7)),
            OpenOptions.AUTO)) {
            Arrays.fill(data, 0, 56, (byte)0);
            Arrays.fill(data, 7 * 56, 8 * 56, (byte)0);
            assertArrayEquals(data, all(scan));
        }
    }

    @Test
    void damagedChunkIsNamedAndTheOthersAreStillRead() throws IOException {
        final byte[] data = random(3 * 5 * 4 * 7 * 2);
        final Path file =
            chunked(data, ByteOrder.LITTLE_ENDIAN, new int[] {1, 1, 4, 7}, true, List.of());
        final byte[] bytes = Files.readAllBytes(file);
        // the first chunk lies directly behind the superblock
        Arrays.fill(bytes, 100, 130, (byte)0x55);
        Files.write(file, bytes);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            final byte[] samples = new byte[56];
            final String message = assertThrows(IOException.class, () -> reader.readSamples(0, samples)).getMessage();
            assertTrue(message.startsWith(file + ": pattern 0 of /data cannot be read"), message);
            reader.readSamples(1, samples);
            assertArrayEquals(Arrays.copyOfRange(data, 56, 112), samples);
        }
    }

    @Test
    void skippedPatternsAndAnotherScanSizeAreTaken() throws IOException {
        final byte[] data = random(3 * 5 * 4 * 7 * 2);
        final Path file =
            chunked(data, ByteOrder.LITTLE_ENDIAN, new int[] {2, 2, 4, 7}, true, List.of());
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(4, 3).withSkip(2, 1))) {
            assertArrayEquals(Arrays.copyOfRange(data, 2 * 56, 14 * 56), all(scan));
        }
    }

    @Test
    void groupOfHyperSpyTellsAxesAndCalibration() throws IOException {
        final MiniHdf5 h = new MiniHdf5(10_000);
        final byte[] data = random(2 * 3 * 2 * 2);
        final long address = h.put(data);
        final List<Link> links = new ArrayList<>();
        // the signal axes come first here, so that the flags decide
        links.add(new Link("data", h.object(List.of(MiniHdf5.dataspace(2, 2, 2, 3),
            MiniHdf5.integer(1, false, ByteOrder.LITTLE_ENDIAN), MiniHdf5.contiguous(address, data.length)))));
        final String[] units = {"$A^{-1}$", "$A^{-1}$", "um", "nm"};
        for (int axis = 0; axis < 4; axis++) {
            links.add(new Link("axis-" + axis,
                h.group(List.of(), MiniHdf5.attribute("scale", 0.1 * (axis + 1)),
                    MiniHdf5.attribute("units", units[axis]),
                    MiniHdf5.attribute("navigate", axis >= 2 ? "TRUE" : "FALSE"))));
        }
        final long tem = h.group(List.of(), MiniHdf5.attribute("beam_energy", 80));
        final long instrument = h.group(List.of(new Link("TEM", tem)));
        links.add(new Link("metadata", h.group(List.of(new Link("Acquisition_instrument", instrument)))));
        final long experiments = h.group(List.of(new Link("a", h.group(links))));
        final Path file = Files.write(m_folder.resolve("a.hspy"),
            h.finish(h.group(List.of(new Link("Experiments", experiments))), 0));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(3, 2, 2, 2, SampleType.UINT8), scan.geometry());
            assertEquals(0.4, scan.calibration().stepNm().orElseThrow(), 1e-12);
            assertEquals(2, scan.calibration().pixelPerNm().orElseThrow(), 1e-12);
            assertEquals(80, scan.calibration().beamEnergyKeV().orElseThrow());
            final byte[] expected = new byte[data.length];
            for (int i = 0; i < 6; i++) {
                for (int pixel = 0; pixel < 4; pixel++) {
                    expected[4 * i + pixel] = data[6 * pixel + i];
                }
            }
            assertArrayEquals(expected, all(scan));
        }
    }

    @Test
    void groupOfNexusTellsSignalAndAxes() throws IOException {
        final Path file = m_folder.resolve("a.nxs");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            final WritableGroup data = hdf.putGroup("entry").putGroup("data");
            data.putAttribute("NX_class", "NXdata");
            data.putAttribute("signal", "counts");
            data.putAttribute("axes", new String[] {"y", "x", "ky", "kx"});
            data.putDataset("counts", new short[2][3][2][2]);
            data.putDataset("mask", new short[2][3][2][2]);
            data.putDataset("x", new double[] {5, 5.5, 6}).putAttribute("units", "\u00c5");
            data.putDataset("kx", new float[] {-0.5f, 0}).putAttribute("units", "1/nm");
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(3, 2, 2, 2, SampleType.INT16), scan.geometry());
            assertEquals(0.05, scan.calibration().stepNm().orElseThrow(), 1e-12);
            assertEquals(0.5, scan.calibration().pixelPerNm().orElseThrow(), 1e-12);
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withDataset("entry/data/mask"))) {
            assertTrue(scan.properties().toString().contains("/entry/data/mask"));
        }
    }

    @Test
    void filesOfTheLibrarysOwnWriterAreRead() throws IOException {
        final Path file = m_folder.resolve("a.h5");
        final int[][][][] data = new int[3][4][5][6];
        final Random random = new Random(1);
        for (final int[][][] a : data) {
            for (final int[][] b : a) {
                for (final int[] c : b) {
                    Arrays.setAll(c, i -> random.nextInt(1000));
                }
            }
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("data", data,
                DatasetCreationOptions.builder().chunkDimensions(2, 3, 5, 4).shuffle().deflate(4).build());
        }
        final float[] pixels = new float[30];
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            assertEquals(new ScanGeometry(4, 3, 6, 5, SampleType.INT32), scan.geometry());
            for (int i = 0; i < 12; i++) {
                reader.read(i, pixels);
                for (int p = 0; p < 30; p++) {
                    assertEquals(data[i / 4][i % 4][p / 6][p % 6], pixels[p]);
                }
            }
        }
    }

    @Test
    void scanIsPreferredToStackAndStackToPicture() throws IOException {
        final Path file = m_folder.resolve("a.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("names", new String[] {"a", "b"});
            hdf.putDataset("line", new double[] {1, 2, 3});
            hdf.putDataset("picture", new byte[9][9]);
        }
        assertEquals("/picture", dataSet(file));
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("picture", new byte[9][9]);
            hdf.putDataset("stack", new byte[3][2][2]);
        }
        assertEquals("/stack", dataSet(file));
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("scan", new byte[2][2][2][2]);
            hdf.putDataset("stack", new byte[3][9][9]);
        }
        assertEquals("/scan", dataSet(file));
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("one", new byte[3][2][2]);
            hdf.putDataset("two", new byte[4][2][3]);
            hdf.putDataset("five", new byte[2][2][2][2][2]);
        }
        final String message = refusal(file);
        assertTrue(message.startsWith("found 2 data sets of patterns, state one of them: "), message);
        assertTrue(message.contains("/one (3 x 1 patterns of 2 x 2 px)"), message);
        assertTrue(message.contains("/two (4 x 1 patterns of 3 x 2 px)"), message);
        assertTrue(refusal(file, OpenOptions.AUTO.withDataset("/five")).startsWith("found no data set of patterns"));
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("line", new double[] {1, 2, 3});
        }
        assertEquals("found no data set of numbers with two to four axes, expected patterns", refusal(file));
    }

    private static String dataSet(final Path file) throws IOException {
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            return scan.properties().get(1).value();
        }
    }

    @Test
    void patternsBeyondTwoGigabytesAreReached() throws IOException {
        final long bytes = 60L * 50 * 1024 * 1024;
        final MiniHdf5 h = new MiniHdf5(2000);
        final long set = h.object(List.of(MiniHdf5.dataspace(60, 50, 1024, 1024),
            MiniHdf5.integer(1, false, ByteOrder.LITTLE_ENDIAN), MiniHdf5.contiguous(4096, bytes)));
        final Path file = Files.write(m_folder.resolve("large.h5"),
            h.finish(h.group(List.of(new Link("data", set))), 4096 + bytes));
        assertTrue(refusal(file).startsWith("the data set /data (50 x 60 patterns of 1024 x 1024 px) takes " + bytes
            + " bytes at byte 4096, which are not in the file"), refusal(file));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {42}), 4096 + bytes - 1);
        }
        final float[] pixels = new float[1024 * 1024];
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            reader.read(2999, pixels);
        }
        assertEquals(42, pixels[pixels.length - 1]);
    }

    @Test
    void impossibleChunksAndGroupsWithinThemselvesEndInASentence() throws IOException {
        final MiniHdf5 h = new MiniHdf5(4000);
        final long set = h.object(List.of(MiniHdf5.dataspace(2, 2, 2, 2),
            MiniHdf5.integer(1, false, ByteOrder.LITTLE_ENDIAN), MiniHdf5.chunked(-1, 1 << 20, 1 << 20, 2, 2, 1)));
        final Path file = Files.write(m_folder.resolve("a.h5"), h.finish(h.group(List.of(new Link("d", set))), 0));
        assertEquals("the data set /d has chunks of [1048576, 1048576, 2, 2] elements, expected 4 sizes of 1 or more "
            + "and at most 1073741824 bytes", refusal(file));
        final MiniHdf5 loop = new MiniHdf5(4000);
        // the only group is the next object, at byte 96, and names itself
        final long root = loop.group(List.of(new Link("again", 96)));
        assertEquals(96, root);
        assertEquals("found no data set of numbers with two to four axes, expected patterns",
            refusal(Files.write(file, loop.finish(root, 0))));
    }

    @Test
    void fileCutAnywhereEndsInASentence() throws IOException {
        final Path file =
            chunked(random(840), ByteOrder.LITTLE_ENDIAN, new int[] {2, 2, 2, 3}, true, List.of());
        Damage.cutAnywhere(file, OpenOptions.AUTO.withFormat("hdf5"), 800);
        assertTrue(refusal(Files.writeString(m_folder.resolve("b.h5"), "x"), OpenOptions.AUTO.withFormat("hdf5"))
            .startsWith("not an HDF5 file; it starts with \"x\""));
    }

    @Test
    void fileChangedAnywhereIsReadOrRefusedWithASentence() throws IOException {
        final byte[] whole = Files.readAllBytes(
            chunked(random(840), ByteOrder.LITTLE_ENDIAN, new int[] {2, 2, 2, 3}, true, List.of()));
        final Path file = m_folder.resolve("damaged.h5");
        final Random random = new Random(8);
        int refused = 0;
        for (int trial = 0; trial < 1500; trial++) {
            final byte[] bytes = whole.clone();
            for (int i = 0; i <= trial % 3; i++) {
                bytes[random.nextInt(bytes.length)] = (byte)(random.nextBoolean() ? random.nextInt() : -1);
            }
            Files.write(file, bytes);
            try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withFormat("hdf5"))) {
                // what is left may be another, large scan: its first pattern is enough
                try (PatternReader reader = scan.openReader()) {
                    reader.readSamples(0, new byte[scan.geometry().patternBytes()]);
                }
            } catch (IOException e) {
                refused++;
                assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
                assertTrue(e.getMessage().indexOf('\n') < 0, e.getMessage());
            }
        }
        assertTrue(refused > 300, refused + " refused");
    }

    @Test
    void interruptedReaderDoesNotDisturbTheOthers() throws IOException {
        final byte[] data = random(3 * 5 * 4 * 7 * 2);
        final Path file =
            chunked(data, ByteOrder.LITTLE_ENDIAN, new int[] {2, 2, 4, 7}, true, List.of());
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, () -> reader.readSamples(0, new byte[56]));
            assertTrue(Thread.interrupted());
            assertArrayEquals(data, all(scan));
        }
    }

    @Test
    void closedScanDoesNotOpenItsFileAgain() throws IOException {
        final Path file =
            chunked(random(840), ByteOrder.LITTLE_ENDIAN, new int[] {1, 1, 4, 7}, true, List.of());
        final Scan scan = ScanFormats.open(file, OpenOptions.AUTO);
        scan.close();
        assertThrows(IOException.class, () -> all(scan));
    }
}
