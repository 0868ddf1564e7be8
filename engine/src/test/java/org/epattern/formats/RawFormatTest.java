// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RawFormatTest {

    @TempDir
    private Path m_folder;

    private static OpenOptions raw(final SampleType type, final ByteOrder order, final long header, final long gap) {
        return OpenOptions.AUTO.withRaw(new RawLayout(3, 2, type, order, header, gap));
    }

    /** 4 patterns of 3 x 2 px; pixel i of pattern p is 10 p + i. */
    private Path write(final SampleType type, final ByteOrder order, final int header, final int gap)
        throws IOException {
        final ByteBuffer b = ByteBuffer.allocate(1000).order(order);
        b.position(header);
        for (int p = 0; p < 4; p++) {
            for (int i = 0; i < 6; i++) {
                final int value = 10 * p + i;
                switch (type) {
                    case UINT8, INT8 -> b.put((byte)value);
                    case UINT16, INT16 -> b.putShort((short)value);
                    case UINT32, INT32 -> b.putInt(value);
                    case FLOAT32 -> b.putFloat(value);
                    case FLOAT64 -> b.putDouble(value);
                }
            }
            b.position(b.position() + gap);
        }
        final byte[] bytes = new byte[b.position()];
        b.get(0, bytes);
        return Files.write(m_folder.resolve("a.bin"), bytes);
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static String refusal(final Path file, final OpenOptions options) {
        final String message =
            assertThrows(IOException.class, () -> ScanFormats.open(file, options).close()).getMessage();
        return message.replace(file.toString(), "FILE");
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void everyTypeIsReadInBothByteOrders(final SampleType type) throws IOException {
        for (final ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            final Path file = write(type, order, 11, 5);
            try (Scan scan = ScanFormats.open(file, raw(type, order, 11, 5).withScanSize(2, 2))) {
                assertEquals(new ScanGeometry(2, 2, 3, 2, type), scan.geometry());
                assertArrayEquals(new float[] {20, 21, 22, 23, 24, 25}, pixels(scan, 2));
            }
        }
    }

    @Test
    void gapBehindTheLastPatternMayBeMissing() throws IOException {
        final Path file = write(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 5);
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        try (Scan scan = ScanFormats.open(file,
            raw(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 5).withScanSize(4, 0))) {
            assertEquals(1, scan.geometry().scanHeight());
            assertArrayEquals(new float[] {30, 31, 32, 33, 34, 35}, pixels(scan, 3));
        }
    }

    @Test
    void unknownScanSizeIsAnsweredWithThePossibleOnes() throws IOException {
        final Path file = write(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0);
        assertEquals("FILE: the scan size of these 4 patterns is not known; set it, possible are 2 x 2, 4 x 1, 1 x 4 "
            + "(width x height)", refusal(file, raw(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0)));
        assertEquals("FILE: a scan of 3 x 2 has 6 patterns, but there are 4 patterns; possible are 2 x 2, 4 x 1, 1 x 4 "
            + "(width x height), or another number of patterns to skip",
            refusal(file, raw(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0).withScanSize(3, 2)));
    }

    @Test
    void sizeThatDoesNotComeOutEvenIsRefusedWithBothSizes() throws IOException {
        final Path file = write(SampleType.UINT16, ByteOrder.LITTLE_ENDIAN, 0, 0);
        assertEquals("FILE: the file has 48 bytes, expected 7 + n x 12 for a header and n patterns of 3 x 2 px UINT16; "
            + "3 whole patterns fit and 5 bytes are left over",
            refusal(file, raw(SampleType.UINT16, ByteOrder.LITTLE_ENDIAN, 7, 0)));
        assertEquals("FILE: the header of 48 bytes leaves no patterns in a file of 48 bytes",
            refusal(file, raw(SampleType.UINT16, ByteOrder.LITTLE_ENDIAN, 48, 0)));
        refusal(file, raw(SampleType.UINT16, ByteOrder.LITTLE_ENDIAN, 0, Long.MAX_VALUE));
        refusal(file, raw(SampleType.UINT16, ByteOrder.LITTLE_ENDIAN, Long.MAX_VALUE, Long.MAX_VALUE));
        refusal(file, OpenOptions.AUTO.withRaw(new RawLayout(Integer.MAX_VALUE, Integer.MAX_VALUE, SampleType.FLOAT64,
            ByteOrder.LITTLE_ENDIAN, 0, 0)));
        assertThrows(IllegalArgumentException.class,
            () -> new RawLayout(0, 1, SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0));
        assertThrows(IllegalArgumentException.class,
            () -> new RawLayout(1, 1, SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, -1, 0));
    }

    @Test
    void rawWithoutLayoutIsRefused() throws IOException {
        assertEquals("FILE: a raw file does not tell its layout; state pattern size, number type, byte order, header "
            + "and gap, or lay the text file a.bin.txt beside it that tells them",
            refusal(write(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0),
                OpenOptions.AUTO.withFormat("raw")));
    }

    @Test
    void patternsBeyondTwoGigabytesAreReached() throws IOException {
        final int size = 1 << 20;
        final Path file = m_folder.resolve("large.bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(new byte[] {42}), 4000L * size - 1);
        }
        final OpenOptions options = OpenOptions.AUTO.withScanSize(100, 40)
            .withRaw(new RawLayout(1024, 1024, SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0));
        try (Scan scan = ScanFormats.open(file, options)) {
            assertEquals(42, pixels(scan, 3999)[size - 1]);
            assertEquals(0, pixels(scan, 3998)[size - 1]);
        }
    }
}
