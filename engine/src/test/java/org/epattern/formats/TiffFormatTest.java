// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffFormatTest {

    @TempDir
    private Path m_folder;

    static Stream<Arguments> kinds() {
        return Stream.of(false, true).flatMap(big -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
            .flatMap(order -> Arrays.stream(SampleType.values()).map(type -> Arguments.of(big, order, type))));
    }

    static Stream<Arguments> headers() {
        return Stream.of(false, true).flatMap(big -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
            .map(order -> Arguments.of(big, order)));
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static float[] ramp(final int start, final int count) {
        final float[] ramp = new float[count];
        for (int i = 0; i < count; i++) {
            ramp[i] = start + i;
        }
        return ramp;
    }

    private Path write(final TiffWriter writer) throws IOException {
        return Files.write(m_folder.resolve("a.tif"), writer.bytes());
    }

    private String refusal(final Path file) {
        return Damage.tryToRead(file, OpenOptions.AUTO).substring(file.toString().length() + 2);
    }

    @ParameterizedTest(name = "BigTIFF {0}, {1}, {2}")
    @MethodSource("kinds")
    void stripsAndTilesOfAllNumberTypesAreRead(final boolean big, final ByteOrder order, final SampleType type)
        throws IOException {
        final TiffWriter w = new TiffWriter(big, order);
        w.strips(5, 7, type, 7, TiffWriter.ramp(0, 35, type, order));
        w.strips(5, 7, type, 2, TiffWriter.ramp(30, 35, type, order));
        w.tiles(5, 7, type, 16, TiffWriter.ramp(60, 35, type, order));
        w.tiles(5, 7, type, 3, TiffWriter.ramp(90, 35, type, order));
        try (Scan scan = ScanFormats.open(write(w), OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(4, 1, 5, 7, type), scan.geometry());
            for (int page = 3; page >= 0; page--) {
                assertArrayEquals(ramp(30 * page, 35), pixels(scan, page));
            }
        }
        try (Scan scan = ScanFormats.open(write(w), OpenOptions.AUTO.withScanSize(1, 2).withSkip(1, 1))) {
            assertArrayEquals(ramp(60, 35), pixels(scan, 1));
        }
    }

    @Test
    void stripsThatDoNotLieInARowAreFound() throws IOException {
        final TiffWriter w = new TiffWriter(false, ByteOrder.LITTLE_ENDIAN);
        final byte[] pixels = TiffWriter.ramp(0, 12, SampleType.UINT8, ByteOrder.LITTLE_ENDIAN);
        // second half first
        final byte[] turned = Arrays.copyOfRange(pixels, 6, 18);
        System.arraycopy(pixels, 0, turned, 6, 6);
        w.strips(3, 4, SampleType.UINT8, 2, turned).with(273, 6, 0);
        try (Scan scan = ScanFormats.open(write(w), OpenOptions.AUTO)) {
            assertArrayEquals(ramp(0, 12), pixels(scan, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "PackBits", "ZLib"})
    void compressedPagesAreRead(final String compression) throws IOException {
        final Path file = m_folder.resolve("coded.tif");
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        final ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < 6; page++) {
                final BufferedImage image = new BufferedImage(8, 9, BufferedImage.TYPE_USHORT_GRAY);
                final WritableRaster raster = image.getRaster();
                for (int i = 0; i < 72; i++) {
                    raster.setSample(i % 8, i / 8, 0, 1000 * page + i);
                }
                writer.writeToSequence(new IIOImage(image, null, null), param);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(6, 1, 8, 9, SampleType.UINT16), scan.geometry());
            for (final int page : new int[] {5, 0, 3}) {
                assertArrayEquals(ramp(1000 * page, 72), pixels(scan, page));
            }
        }
        Damage.cutAnywhere(file, OpenOptions.AUTO, 100);
        Damage.change(file, OpenOptions.AUTO.withFormat("tif"), 0, (int)Files.size(file), 500);
    }

    @Test
    void largeStackOfImageJIsReadBehindItsOnePage() throws IOException {
        final Path file = m_folder.resolve("large.tif");
        final TiffWriter w = new TiffWriter(false, ByteOrder.BIG_ENDIAN)
            .description("ImageJ=1.54p\nimages=5000\nslices=5000\nunit=1/nm\n", 40)
            .strips(1024, 1024, SampleType.UINT8, 1024, new byte[0]);
        final byte[] header = w.bytes();
        final long end = header.length + (5000L << 20);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header);
            out.seek(end - 1);
            out.write(42);
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(5000, 1, 1024, 1024, SampleType.UINT8), scan.geometry());
            assertEquals(42, pixels(scan, 4999)[(1 << 20) - 1]);
            assertEquals(OptionalDouble.of(0.025), scan.calibration().pixelPerNm());
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(end - (20 << 20));
        }
        assertTrue(refusal(file).startsWith("the file is truncated; its description says 5000 images, but only 4980 "
            + "are complete; to read them, set the scan size, possible are 83 x 60"), refusal(file));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(83, 60))) {
            assertEquals(60, scan.geometry().scanHeight());
        }
    }

    @Test
    void resolutionsWithoutAUnitOfDiffractionAreNoCalibration() throws IOException {
        for (final String unit : new String[] {"unit=nm\n", "unit=inch\n", "", "unit=1/nm"}) {
            final TiffWriter w = new TiffWriter(false, ByteOrder.LITTLE_ENDIAN).description("ImageJ=1.54p\n" + unit, 4)
                .strips(2, 2, SampleType.UINT8, 2, new byte[4]);
            try (Scan scan = ScanFormats.open(write(w), OpenOptions.AUTO)) {
                assertEquals(unit.equals("unit=1/nm") ? OptionalDouble.of(0.25) : OptionalDouble.empty(),
                    scan.calibration().pixelPerNm());
            }
        }
    }

    @Test
    void scanSizeComesFromTheDescriptionsOfOtherPrograms() throws IOException {
        for (final String description : new String[] {"{\"shape\": [2, 3, 1, 4]}",
            "ImageJ=1.54p\nimages=6\nslices=3\nframes=2\nhyperstack=true\n"}) {
            final TiffWriter w = new TiffWriter(false, ByteOrder.LITTLE_ENDIAN).description(description, 1);
            for (int i = 0; i < 6; i++) {
                w.strips(4, 1, SampleType.UINT8, 1, new byte[] {(byte)i, 0, 0, 0});
            }
            try (Scan scan = ScanFormats.open(write(w), OpenOptions.AUTO)) {
                assertEquals(new ScanGeometry(3, 2, 4, 1, SampleType.UINT8), scan.geometry());
                assertEquals(4, pixels(scan, 4)[0]);
            }
            // sizes that do not fit the pages are not believed
            w.strips(4, 1, SampleType.UINT8, 1, new byte[4]);
            try (Scan scan = ScanFormats.open(write(w), OpenOptions.AUTO)) {
                assertEquals(7, scan.geometry().scanWidth());
            }
        }
    }

    @Test
    void smallerCopiesAreNoPatternsAndOtherSizesAreRefused() throws IOException {
        final TiffWriter w = new TiffWriter(false, ByteOrder.LITTLE_ENDIAN)
            .strips(3, 2, SampleType.UINT8, 2, new byte[] {1, 2, 3, 4, 5, 6})
            .strips(1, 1, SampleType.UINT8, 1, new byte[1]).with(254, 1)
            .strips(3, 2, SampleType.UINT8, 2, new byte[] {7, 8, 9, 10, 11, 12});
        try (Scan scan = ScanFormats.open(write(w), OpenOptions.AUTO)) {
            assertEquals(2, scan.geometry().patternCount());
            assertArrayEquals(ramp(7, 6), pixels(scan, 1));
        }
        assertEquals("page 4 has 1 x 2 px UINT8, but the first one has 3 x 2 px UINT8; all pages of a scan must be "
            + "alike",
            refusal(write(w.strips(1, 2, SampleType.UINT8, 1, new byte[2]))));
    }

    @Test
    void impossibleNumbersAreRefusedWithASentence() throws IOException {
        final byte[] pixels = new byte[6];
        final TiffWriter plain = new TiffWriter(false, ByteOrder.LITTLE_ENDIAN);
        assertEquals("page 1 has pixels of 64 bits in the sample format 1, expected whole numbers of 8, 16 or 32 bits, "
            + "or floating point numbers of 32 or 64",
            refusal(write(plain.strips(3, 2, SampleType.UINT8, 2, pixels).with(258, 64))));
        assertTrue(refusal(write(new TiffWriter(false, ByteOrder.LITTLE_ENDIAN)
            .strips(3, 2, SampleType.UINT8, 2, pixels).with(257, 60000))).contains("positions of strips or tiles"));
        assertTrue(refusal(write(new TiffWriter(false, ByteOrder.LITTLE_ENDIAN)
            .strips(3, 2, SampleType.UINT8, 2, pixels).with(257, -1))).contains("found a height of 4294967295 px"));
        assertTrue(refusal(write(new TiffWriter(false, ByteOrder.LITTLE_ENDIAN)
            .strips(3, 2, SampleType.UINT8, 2, pixels).with(273, 100)))
                .contains("page 1 should have 6 bytes of pixels"));
        final byte[] circle = new TiffWriter(false, ByteOrder.LITTLE_ENDIAN)
            .strips(3, 2, SampleType.UINT8, 2, pixels).strips(3, 2, SampleType.UINT8, 2, pixels).bytes();
        // the second directory is followed by itself
        final int second = circle.length - 6 - 4 - 10 * 12 - 2;
        circle[circle.length - 10] = (byte)second;
        circle[circle.length - 9] = (byte)(second >> 8);
        assertEquals("damaged file; the chain of pages is a circle",
            refusal(Files.write(m_folder.resolve("circle.tif"), circle)));
    }

    @ParameterizedTest(name = "BigTIFF {0}, {1}")
    @MethodSource("headers")
    void damageAnywhereEndsInASentence(final boolean big, final ByteOrder order) throws IOException {
        final TiffWriter w = new TiffWriter(big, order).description("ImageJ=1.54p\nimages=2\n", 1)
            .strips(4, 4, SampleType.UINT16, 2, TiffWriter.ramp(0, 16, SampleType.UINT16, order))
            .tiles(4, 4, SampleType.UINT16, 3, TiffWriter.ramp(0, 16, SampleType.UINT16, order));
        final Path file = write(w);
        assertNull(Damage.tryToRead(file, OpenOptions.AUTO));
        final OpenOptions named = OpenOptions.AUTO.withFormat("tif");
        Damage.cutAnywhere(file, named, 400);
        final int refused = Damage.change(file, named, 0, (int)Files.size(file), 3000);
        assertTrue(refused > 500, refused + " of 3000 damaged files were refused");
    }
}
