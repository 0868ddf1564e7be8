// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import javax.imageio.ImageIO;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberedImagesTest {

    private static final int W = 6;
    private static final int H = 5;

    @TempDir
    private Path m_folder;

    /** Grey image of a data type; pixel i has the value of the function. */
    private static BufferedImage grey(final int dataType, final IntUnaryOperator value) {
        final ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false,
            ColorModel.OPAQUE, dataType);
        final SampleModel samples = model.createCompatibleSampleModel(W, H);
        final WritableRaster raster = Raster.createWritableRaster(samples, null);
        for (int i = 0; i < W * H; i++) {
            raster.setSample(i % W, i / W, 0, (double)value.applyAsInt(i));
        }
        return new BufferedImage(model, raster, false, null);
    }

    private Path folder(final String name) throws IOException {
        return Files.createDirectories(m_folder.resolve(name));
    }

    private static void write(final BufferedImage image, final Path file) throws IOException {
        final String name = file.getFileName().toString();
        final String format = name.substring(name.lastIndexOf('.') + 1).replace("TIF", "tif");
        assertTrue(ImageIO.write(image, format.equals("tif") ? "tiff" : format, file.toFile()), "no writer");
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static float[] expected(final IntUnaryOperator value) {
        final float[] pixels = new float[W * H];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = value.applyAsInt(i);
        }
        return pixels;
    }

    private static String refusal(final Path path, final OpenOptions options) {
        final String message = assertThrows(IOException.class, () -> {
            try (Scan scan = ScanFormats.open(path, options)) {
                for (int i = 0; i < scan.geometry().patternCount(); i++) {
                    pixels(scan, i);
                }
            }
        }).getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }

    private void assertReadBack(final String extension, final int dataType, final SampleType type,
        final IntUnaryOperator value) throws IOException {
        final Path folder = folder(extension + dataType);
        write(grey(dataType, value), folder.resolve("1." + extension));
        try (Scan scan = ScanFormats.open(folder, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(1, 1, W, H, type), scan.geometry());
            assertArrayEquals(expected(value), pixels(scan, 0), extension + " " + type);
        }
    }

    @Test
    void everyTypeIsReadWithoutChange() throws IOException {
        assertReadBack("bmp", DataBuffer.TYPE_BYTE, SampleType.UINT8, i -> i * 8);
        assertReadBack("png", DataBuffer.TYPE_BYTE, SampleType.UINT8, i -> i * 8);
        assertReadBack("tif", DataBuffer.TYPE_BYTE, SampleType.UINT8, i -> i * 8);
        assertReadBack("png", DataBuffer.TYPE_USHORT, SampleType.UINT16, i -> i * 2000);
        assertReadBack("tif", DataBuffer.TYPE_USHORT, SampleType.UINT16, i -> i * 2000);
        assertReadBack("tif", DataBuffer.TYPE_FLOAT, SampleType.FLOAT32, i -> i - 10);
    }

    /** Uncompressed grey TIFF made by hand, for number types that the image library does not write. */
    private static byte[] tiff(final ByteOrder order, final int bits, final int sampleFormat, final byte[] data) {
        final int[][] tags = {{256, W}, {257, H}, {258, bits}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {278, H},
            {279, data.length}, {339, sampleFormat}};
        final ByteBuffer b = ByteBuffer.allocate(8 + data.length + 2 + 12 * tags.length + 4).order(order);
        b.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes()).putShort((short)42).putInt(8 + data.length);
        b.put(data).putShort((short)tags.length);
        for (final int[] tag : tags) {
            b.putShort((short)tag[0]).putShort((short)3).putInt(1).putShort((short)tag[1]).putShort((short)0);
        }
        return b.putInt(0).array();
    }

    @Test
    void tiffsOfAllNumberTypesAreRead() throws IOException {
        final Path folder = folder("tiffs");
        for (final ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (final SampleType type : SampleType.values()) {
                final ByteBuffer data = ByteBuffer.allocate(W * H * type.bytes()).order(order);
                for (int i = 0; i < W * H; i++) {
                    final int value = type.isSigned() ? i - 9 : i;
                    switch (type) {
                        case UINT8, INT8 -> data.put((byte)value);
                        case UINT16, INT16 -> data.putShort((short)value);
                        case UINT32, INT32 -> data.putInt(value);
                        case FLOAT32 -> data.putFloat(value);
                        case FLOAT64 -> data.putDouble(value);
                    }
                }
                final int format = !type.isInteger() ? 3 : type.isSigned() ? 2 : 1;
                Files.write(folder.resolve("1.tif"), tiff(order, 8 * type.bytes(), format, data.array()));
                try (Scan scan = ScanFormats.open(folder, OpenOptions.AUTO)) {
                    assertEquals(type, scan.geometry().sampleType());
                    assertArrayEquals(expected(i -> type.isSigned() ? i - 9 : i), pixels(scan, 0), type.toString());
                }
            }
        }
    }

    @Test
    void numbersAreOrderedByValueAndOtherFilesIgnored() throws IOException {
        final Path folder = folder("scan_(0-1,0-5)");
        final int[] numbers = {10, 2, 1, 100, 11, 3, 20, 9, 33, 4, 12, 5};
        for (final int n : numbers) {
            write(grey(DataBuffer.TYPE_BYTE, i -> n), folder.resolve("p" + n + ".png"));
        }
        Files.writeString(folder.resolve("notes.txt"), "not an image");
        Files.writeString(folder.resolve("._p7.png"), "what some systems leave behind");
        Files.createDirectory(folder.resolve("p7.png"));
        Arrays.sort(numbers);
        try (Scan scan = ScanFormats.open(folder, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(6, 2, W, H, SampleType.UINT8), scan.geometry());
            for (int i = 0; i < numbers.length; i++) {
                assertEquals(numbers[i], pixels(scan, i)[0]);
            }
        }
    }

    @Test
    void naturalOrderComparesNumbersByValue() {
        final List<String> sorted = List.of("a", "a1", "a01", "a2b1", "a2b3", "a10", "a10000000000000000000000", "b");
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                final int order = NaturalOrder.INSTANCE.compare(sorted.get(i), sorted.get(j));
                if (!(sorted.get(i).startsWith("a1") && sorted.get(j).startsWith("a01"))
                    && !(sorted.get(j).startsWith("a1") && sorted.get(i).startsWith("a01"))) {
                    assertEquals(Integer.signum(Integer.compare(i, j)), Integer.signum(order),
                        sorted.get(i) + " and " + sorted.get(j));
                }
            }
        }
        assertTrue(NaturalOrder.INSTANCE.compare("0002-0010", "0010-0002") < 0);
    }

    @Test
    void scanSizeComesFromTheNameOrTheSettings() throws IOException {
        final Path folder = folder("plain");
        for (int n = 0; n < 6; n++) {
            write(grey(DataBuffer.TYPE_BYTE, i -> i), folder.resolve(n + ".bmp"));
        }
        assertEquals(folder + ": the scan size of these 6 patterns is not known; set it, possible are 3 x 2, 2 x 3, "
            + "6 x 1, 1 x 6 (width x height)", refusal(folder, OpenOptions.AUTO));
        try (Scan scan = ScanFormats.open(folder, OpenOptions.AUTO.withScanSize(3, 0))) {
            assertEquals(2, scan.geometry().scanHeight());
        }
        final Path wrong = Files.move(folder, m_folder.resolve("wrong_(0-9,0-9)"));
        assertTrue(refusal(wrong, OpenOptions.AUTO).contains("the scan should be 10 x 10, which is 100 patterns, but "
            + "there are 6 patterns"));
    }

    @Test
    void oddImageIsNamed() throws IOException {
        final Path folder = folder("odd_(0-0,0-2)");
        write(grey(DataBuffer.TYPE_BYTE, i -> i), folder.resolve("1.png"));
        write(grey(DataBuffer.TYPE_USHORT, i -> i), folder.resolve("2.png"));
        write(grey(DataBuffer.TYPE_BYTE, i -> i), folder.resolve("3.png"));
        assertEquals(folder.resolve("2.png") + ": the image is 6 x 5 px UINT16, but 1.png is 6 x 5 px UINT8; all "
            + "images of a scan must be alike", refusal(folder, OpenOptions.AUTO));
    }

    @Test
    void greyStoredAsColourIsReadAndColourRefused() throws IOException {
        final Path folder = folder("colour");
        final BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < W * H; i++) {
            image.setRGB(i % W, i / W, 0x010101 * i);
        }
        write(image, folder.resolve("1.bmp"));
        try (Scan scan = ScanFormats.open(folder, OpenOptions.AUTO)) {
            assertEquals(SampleType.UINT8, scan.geometry().sampleType());
            assertArrayEquals(expected(i -> i), pixels(scan, 0));
        }
        image.setRGB(2, 1, 0xff0000);
        write(image, folder.resolve("1.bmp"));
        assertEquals(folder.resolve("1.bmp") + ": a colour image; pixel 2, 1 has different red, green and blue, "
            + "expected grey", refusal(folder, OpenOptions.AUTO));
    }

    @Test
    void singleImageIsAScanOfOnePattern() throws IOException {
        for (final String extension : List.of("bmp", "PNG")) {
            final Path file = m_folder.resolve("a." + extension);
            write(grey(DataBuffer.TYPE_BYTE, i -> 3 * i), m_folder.resolve("a." + extension.toLowerCase()));
            if (!Files.exists(file)) {
                Files.move(m_folder.resolve("a." + extension.toLowerCase()), file);
            }
            try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
                assertEquals(new ScanGeometry(1, 1, W, H, SampleType.UINT8), scan.geometry());
                assertArrayEquals(expected(i -> 3 * i), pixels(scan, 0));
            }
        }
    }

    @Test
    void damagedImagesEndInASentence() throws IOException {
        for (final String extension : List.of("bmp", "png", "tif")) {
            final Path folder = folder("damaged-" + extension);
            final Path file = folder.resolve("1." + extension);
            final Random random = new Random(5);
            write(grey(DataBuffer.TYPE_BYTE, i -> random.nextInt(256)), file);
            final byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length - 4; length += 3) {
                Files.write(file, Arrays.copyOf(whole, length));
                readOrSentence(folder, file);
            }
            for (int trial = 0; trial < 400; trial++) {
                final byte[] bytes = whole.clone();
                bytes[random.nextInt(Math.min(80, bytes.length))] = (byte)random.nextInt();
                Files.write(file, bytes);
                readOrSentence(folder, file);
            }
        }
    }

    private static void readOrSentence(final Path folder, final Path file) {
        try (Scan scan = ScanFormats.open(folder, OpenOptions.AUTO)) {
            pixels(scan, 0);
        } catch (IOException e) {
            assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
        }
    }

    @Test
    void hugeSizeInASmallFileIsRefused() throws IOException {
        final Path folder = folder("huge");
        final Path file = folder.resolve("1.bmp");
        write(grey(DataBuffer.TYPE_BYTE, i -> i), file);
        final byte[] bytes = Files.readAllBytes(file);
        bytes[20] = 0x7f;
        Files.write(file, bytes);
        assertTrue(refusal(folder, OpenOptions.AUTO)
            .contains("which cannot be in a file of " + bytes.length + " bytes"));
    }

    @Test
    void emptyFolderIsRefused() throws IOException {
        final Path folder = folder("empty");
        assertTrue(refusal(folder, OpenOptions.AUTO).startsWith(folder + ": the folder holds no patterns"));
        assertEquals(folder + ": the folder holds no images, expected .bmp, .png or .tif files",
            refusal(folder, OpenOptions.AUTO.withFormat("images")));
        final Path file = Files.writeString(folder.resolve("a.txt"), "x");
        assertEquals(file + ": found a file, expected an image or a folder of images (.bmp, .png, .tif)",
            refusal(file, OpenOptions.AUTO.withFormat("images")));
    }

    @Test
    void realTiffIsRead() throws IOException {
        final Path file = SharedData.require("tif/au_xgrating_20cm.tif");
        final String reference = SharedData.reference("tif/au_xgrating_20cm.tif");
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(1, 1, 256, 256, SampleType.FLOAT32), scan.geometry());
            double sum = 0;
            for (final float pixel : pixels(scan, 0)) {
                sum += pixel;
            }
            final double expected = Double.parseDouble(reference.replaceAll("(?s).*?\"sum\": ([-+.eE0-9]+).*", "$1"));
            assertEquals(expected, sum, Math.abs(expected) * 1e-6);
        }
    }
}
