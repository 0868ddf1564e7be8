// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;

/**
 * Reads grey images with the Java image library. Colour images count as grey if red, green and blue are equal in every
 * pixel, which is how some cameras and converters store grey.
 */
final class GreyImages {

    /** No compression of these formats stores a pixel in less than a thousandth of its size. */
    private static final long LARGEST_RATIO = 2000;
    private static final int MEMORY_SHARE = 8;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 64;

    private GreyImages() {
    }

    /**
     * Size and number type of an image.
     *
     * @param width pixels in a row
     * @param height pixel rows
     * @param type number type of a grey level
     */
    record Kind(int width, int height, SampleType type) {

        /** Refuses an image of another kind, with a sentence that names it and the one that it is compared with. */
        void refuseOther(final Path file, final Kind found, final Path first) throws IOException {
            if (!equals(found)) {
                throw new IOException(file + ": the image is " + found + ", but " + first.getFileName() + " is " + this
                    + "; all images of a scan must be alike");
            }
        }

        @Override
        public String toString() {
            return width + " x " + height + " px " + type;
        }
    }

    /** What is done with an open image reader. */
    private interface Use<T> {
        T with(ImageReader reader) throws IOException;
    }

    /** Looks at the header of an image. */
    static Kind kind(final Path file, final int page) throws IOException {
        return use(file, reader -> kind(file, reader, page));
    }

    private static Kind kind(final Path file, final ImageReader reader, final int page) throws IOException {
        final int width = reader.getWidth(page);
        final int height = reader.getHeight(page);
        if (width < 1 || height < 1) {
            throw new IOException(file + ": damaged image; the header says " + width + " x " + height + " px");
        }
        final ImageTypeSpecifier raw = reader.getRawImageType(page);
        final ImageTypeSpecifier stored = raw == null ? reader.getImageTypes(page).next() : raw;
        final SampleType unsigned = type(file, stored.getSampleModel());
        final Kind kind = new Kind(width, height, isSignedTiff(reader, page) ? signed(unsigned) : unsigned);
        final long bytes = (long)width * height * kind.type().bytes();
        final long length = Files.size(file);
        if (bytes / LARGEST_RATIO > length) {
            throw new IOException(file + ": the header says " + kind + ", which cannot be in a file of " + length
                + " bytes");
        }
        if (bytes > Math.min(LARGEST_ARRAY, Runtime.getRuntime().maxMemory() / MEMORY_SHARE)) {
            throw new IOException(file + ": an image of " + kind + " is too large for a memory of "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
        }
        return kind;
    }

    private static SampleType type(final Path file, final SampleModel samples) throws IOException {
        if (samples.getNumBands() > 2 && samples.getSampleSize(0) != 8) {
            throw new IOException(file + ": found " + samples.getNumBands() + " channels of "
                + samples.getSampleSize(0) + " bits, expected a grey image");
        }
        if (samples.getSampleSize(0) <= 8) {
            return SampleType.UINT8;
        }
        return switch (samples.getDataType()) {
            case DataBuffer.TYPE_USHORT -> SampleType.UINT16;
            case DataBuffer.TYPE_SHORT -> SampleType.INT16;
            case DataBuffer.TYPE_INT -> SampleType.UINT32;
            case DataBuffer.TYPE_FLOAT -> SampleType.FLOAT32;
            case DataBuffer.TYPE_DOUBLE -> SampleType.FLOAT64;
            default -> throw new IOException(file + ": found pixels of " + samples.getSampleSize(0)
                + " bits, expected 8, 16 or 32 bits");
        };
    }

    /** The image library hands over signed whole numbers as unsigned ones of the same bits. */
    private static boolean isSignedTiff(final ImageReader reader, final int page) throws IOException {
        if (!reader.getFormatName().equalsIgnoreCase("tif") && !reader.getFormatName().equalsIgnoreCase("tiff")) {
            return false;
        }
        final TIFFField format = TIFFDirectory.createFromMetadata(reader.getImageMetadata(page))
            .getTIFFField(BaselineTIFFTagSet.TAG_SAMPLE_FORMAT);
        return format != null && format.getAsInt(0) == BaselineTIFFTagSet.SAMPLE_FORMAT_SIGNED_INTEGER;
    }

    private static SampleType signed(final SampleType type) {
        return switch (type) {
            case UINT8 -> SampleType.INT8;
            case UINT16 -> SampleType.INT16;
            case UINT32 -> SampleType.INT32;
            default -> type;
        };
    }

    /**
     * Reads an image.
     *
     * @param file the file
     * @param page number of the image in the file, from 0
     * @param expected size and type that it must have
     * @param first image that the expectation comes from, for messages
     * @param samples receives the little-endian samples, row by row
     * @throws IOException one sentence if it cannot be read or is of another kind
     */
    static void read(final Path file, final int page, final Kind expected, final Path first, final byte[] samples)
        throws IOException {
        use(file, reader -> {
            expected.refuseOther(file, kind(file, reader, page), first);
            copy(file, reader.read(page), expected, samples);
            return null;
        });
    }

    private static void copy(final Path file, final BufferedImage image, final Kind kind, final byte[] samples)
        throws IOException {
        final Raster raster = image.getRaster();
        final int width = kind.width();
        final int height = kind.height();
        switch (kind.type()) {
            case UINT8, INT8 -> copyBytes(file, image, kind, samples);
            case FLOAT64 -> Samples.store(raster.getSamples(0, 0, width, height, 0, (double[])null), samples);
            case FLOAT32 ->
                Samples.encode(raster.getSamples(0, 0, width, height, 0, (float[])null), kind.type(), samples);
            case UINT16, INT16 -> {
                if (raster.getTransferType() == DataBuffer.TYPE_USHORT && raster.getNumBands() == 1) {
                    Samples.store((short[])raster.getDataElements(0, 0, width, height, null), samples);
                } else {
                    Samples.store(raster.getSamples(0, 0, width, height, 0, (int[])null), 2, samples);
                }
            }
            default -> Samples.store(raster.getSamples(0, 0, width, height, 0, (int[])null), 4, samples);
        }
    }

    private static void copyBytes(final Path file, final BufferedImage image, final Kind kind, final byte[] samples)
        throws IOException {
        final Raster raster = image.getRaster();
        final int bands = raster.getNumBands();
        final int bits = raster.getSampleModel().getSampleSize(0);
        final byte[] greys = image.getColorModel() instanceof IndexColorModel colours ? greyPalette(file, colours)
            : evenGreys(bits);
        if (bands == 1 && bits == 8 && Arrays.equals(greys, evenGreys(bits))) {
            raster.getDataElements(0, 0, kind.width(), kind.height(), samples);
            return;
        }
        final int[] row = new int[kind.width() * bands];
        for (int y = 0; y < kind.height(); y++) {
            raster.getPixels(0, y, kind.width(), 1, row);
            final int out = y * kind.width();
            for (int x = 0; x < kind.width(); x++) {
                final int value = row[x * bands];
                if (bands > 2 && (value != row[x * bands + 1] || value != row[x * bands + 2])) {
                    throw new IOException(file + ": a colour image; pixel " + x + ", " + y
                        + " has different red, green and blue, expected grey");
                }
                samples[out + x] = greys[value];
            }
        }
    }

    /** Grey levels of an image without a palette: the largest value is white. */
    private static byte[] evenGreys(final int bits) {
        final byte[] greys = new byte[1 << bits];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = (byte)(i * 255 / (greys.length - 1));
        }
        return greys;
    }

    private static byte[] greyPalette(final Path file, final IndexColorModel colours) throws IOException {
        final byte[] red = new byte[colours.getMapSize()];
        final byte[] green = new byte[colours.getMapSize()];
        final byte[] blue = new byte[colours.getMapSize()];
        colours.getReds(red);
        colours.getGreens(green);
        colours.getBlues(blue);
        if (!Arrays.equals(red, green) || !Arrays.equals(red, blue)) {
            throw new IOException(file + ": an image with a colour palette, expected grey");
        }
        return red;
    }

    private static <T> T use(final Path file, final Use<T> use) throws IOException {
        try (Pages image = new Pages(file)) {
            return image.use(use);
        }
    }

    /** An image file that stays open while its pages are read; belongs to one thread. */
    static final class Pages implements Closeable {

        private final Path m_file;
        private final ImageInputStream m_stream;
        private final ImageReader m_reader;

        Pages(final Path file) throws IOException {
            m_file = file;
            if (Files.size(file) == 0) {
                throw new IOException(file + ": the file is empty");
            }
            m_stream = new FileImageInputStream(file.toFile());
            m_reader = readerOrClose();
            m_reader.setInput(m_stream, false, false);
        }

        private ImageReader readerOrClose() throws IOException {
            try {
                final Iterator<ImageReader> readers = ImageIO.getImageReaders(m_stream);
                if (readers.hasNext()) {
                    return readers.next();
                }
                throw new IOException(m_file + ": not a readable BMP, PNG or TIFF image");
            } catch (IOException | RuntimeException e) {
                m_stream.close();
                throw e;
            }
        }

        /** Reads a page, which must be of the expected kind, into little-endian samples. */
        void read(final int page, final Kind expected, final byte[] samples) throws IOException {
            use(reader -> {
                expected.refuseOther(m_file, kind(m_file, reader, page), m_file);
                copy(m_file, reader.read(page), expected, samples);
                return null;
            });
        }

        private <T> T use(final Use<T> use) throws IOException {
            try {
                return use.with(m_reader);
            } catch (IOException e) {
                throw isSentence(e, m_file) ? e : damaged(m_file, e);
            } catch (RuntimeException e) { // NOSONAR: damaged images make the library throw all kinds of them
                throw damaged(m_file, e);
            }
        }

        @Override
        public void close() throws IOException {
            m_reader.dispose();
            m_stream.close();
        }
    }

    private static boolean isSentence(final IOException e, final Path file) {
        return e.getMessage() != null && e.getMessage().startsWith(file.toString());
    }

    private static IOException damaged(final Path file, final Exception e) {
        final String reason =
            e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
        return new IOException(file + ": damaged image (" + reason + ")", e);
    }
}
