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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeqFormatTest {

    private static final int DISTANCE = 32;

    @TempDir
    private Path m_folder;

    /** Sequence of 3 x 2 px, 16 bit, in steps of 32 bytes: pixel i of image n is 100 n + i. */
    private static ByteBuffer sequence(final int version, final int images, final int written) {
        final int start = version >= 5 ? 8192 : 1024;
        final ByteBuffer b = ByteBuffer.allocate(start + written * DISTANCE).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, 0xFEED).put(4, "Norpix seq".getBytes(StandardCharsets.UTF_16LE));
        b.putInt(28, version).putInt(32, 1024);
        b.putInt(548, 3).putInt(552, 2).putInt(556, 16).putInt(560, 12).putInt(564, 12).putInt(568, 100);
        b.putInt(572, images).putInt(580, DISTANCE).putDouble(584, 30);
        for (int n = 0; n < written; n++) {
            for (int i = 0; i < 6; i++) {
                b.putShort(start + n * DISTANCE + 2 * i, (short)(100 * n + i));
            }
        }
        return b;
    }

    private Path write(final ByteBuffer bytes) throws IOException {
        return Files.write(m_folder.resolve("a.seq"), bytes.array());
    }

    /** MRC image of 3 x 2 px, floating point, with the wrong number of images that real files have. */
    private void writeImage(final String name, final int width, final float... pixels) throws IOException {
        final ByteBuffer b = ByteBuffer.allocate(1024 + 4 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, width).putInt(4, pixels.length / width).putInt(8, 32766).putInt(12, 2);
        for (int i = 0; i < pixels.length; i++) {
            b.putFloat(1024 + 4 * i, pixels[i]);
        }
        Files.write(m_folder.resolve(name), b.array());
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static String refusal(final Path file) {
        return Damage.tryToRead(file, OpenOptions.AUTO).substring(file.toString().length() + 2);
    }

    @Test
    void imagesOfBothVersionsAreReadAndTheSpaceBehindThemIgnored() throws IOException {
        for (final int version : new int[] {4, 5}) {
            try (Scan scan = ScanFormats.open(write(sequence(version, 4, 7)), OpenOptions.AUTO)) {
                assertEquals(new ScanGeometry(4, 1, 3, 2, SampleType.UINT16), scan.geometry());
                assertArrayEquals(new float[] {300, 301, 302, 303, 304, 305}, pixels(scan, 3));
            }
        }
        try (Scan scan =
            ScanFormats.open(write(sequence(5, 4, 4)), OpenOptions.AUTO.withScanSize(1, 2).withSkip(2, 0))) {
            assertArrayEquals(new float[] {200, 201, 202, 203, 204, 205}, pixels(scan, 0));
        }
    }

    @Test
    void darkAndGainImageBesideTheSequenceAreApplied() throws IOException {
        final Path file = write(sequence(5, 4, 4));
        writeImage("a.seq.gain.mrc", 3, 1, 2, 0.5f, 1, 1, 0);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(SampleType.FLOAT32, scan.geometry().sampleType());
            assertArrayEquals(new float[] {100, 202, 51, 103, 104, 0}, pixels(scan, 1));
            assertTrue(scan.properties().contains(new ScanProperty("corrected with", "gain image", "")));
        }
        writeImage("a.seq.dark.mrc", 3, 10, 20, 30, 0, 0, 0);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertArrayEquals(new float[] {90, 162, 36, 103, 104, 0}, pixels(scan, 1));
        }
        writeImage("a.seq.dark.mrc", 2, 10, 20, 30, 0);
        assertEquals(m_folder.resolve("a.seq.dark.mrc") + ": the image is 2 x 2 px (float), but the patterns of "
            + "a.seq are 3 x 2 px; remove it to read the patterns without it",
            org.junit.jupiter.api.Assertions.assertThrows(IOException.class,
                () -> ScanFormats.open(file, OpenOptions.AUTO)).getMessage());
    }

    @Test
    void truncatedSequenceTellsWhatIsComplete() throws IOException {
        final Path file = write(sequence(5, 6, 4));
        assertEquals("the file is truncated; the header says 6 images, but only 4 are complete; to read them, set the "
            + "scan size, possible are 2 x 2, 4 x 1, 1 x 4 (width x height)", refusal(file));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withScanSize(2, 2))) {
            assertEquals(4, scan.geometry().patternCount());
        }
        // a recording that was not ended has no number of images
        try (Scan scan = ScanFormats.open(write(sequence(5, 0, 4)), OpenOptions.AUTO)) {
            assertEquals(4, scan.geometry().patternCount());
        }
    }

    @Test
    void patternsBeyondTwoGigabytesAreReached() throws IOException {
        final ByteBuffer b = sequence(5, 3000, 0).putInt(548, 1024).putInt(552, 1024).putInt(556, 8)
            .putInt(564, 1 << 20).putInt(580, (1 << 20) + 8192);
        final Path file = write(b);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(8192 + 2999L * ((1 << 20) + 8192) + (1 << 20) - 1);
            out.write(42);
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(42, pixels(scan, 2999)[(1 << 20) - 1]);
        }
    }

    @Test
    void whatIsNotPlainGreyIsRefused() throws IOException {
        assertEquals("found images of the format 101 with the compression 0, expected 100 (grey) and 0 (none)",
            refusal(write(sequence(5, 1, 1).putInt(568, 101))));
        assertEquals("found 24 bits per pixel, expected 8, 16 or 32",
            refusal(write(sequence(5, 1, 1).putInt(556, 24))));
        assertEquals("damaged header; images of 3 x 3 px UINT16 have 18 bytes, but the header says 12 bytes at "
            + "distances of 32", refusal(write(sequence(5, 1, 1).putInt(552, 3))));
        assertTrue(
            refusal(write(sequence(5, 1, 1).putInt(552, -1).putInt(548, -1))).contains("too large for a memory"));
    }

    @Test
    void damageAnywhereEndsInASentence() throws IOException {
        final Path file = write(sequence(4, 3, 3));
        assertNull(Damage.tryToRead(file, OpenOptions.AUTO));
        final OpenOptions named = OpenOptions.AUTO.withFormat("seq");
        Damage.cutAnywhere(file, named, 200);
        final int refused = Damage.change(file, named, 548, 624, 3000);
        assertTrue(refused > 500, refused + " of 3000 damaged files were refused");
    }
}
