// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;

import org.epattern.scan.PatternReader;
import org.epattern.scan.Scan;

import com.sun.management.UnixOperatingSystemMXBean;

/** Damages files and holds that a scan opens, or is refused with one sentence that names the file, in little memory. */
final class Damage {

    private static final long MOST_MEMORY = 100L << 20;
    private static final int FEW = 20;
    private static final byte[] NASTY = {0, 1, -1, 127, -128, 0x40, 2, 3};

    private Damage() {
    }

    /** Opens a file and reads its first and last pattern; @return the sentence of the refusal, or null if it opens. */
    static String tryToRead(final Path file, final OpenOptions options) {
        final com.sun.management.ThreadMXBean memory =
            (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final long before = memory.getThreadAllocatedBytes(Thread.currentThread().getId());
        String refusal = null;
        try (Scan scan = ScanFormats.open(file, options); PatternReader reader = scan.openReader()) {
            final byte[] samples = new byte[scan.geometry().patternBytes()];
            reader.readSamples(0, samples);
            reader.readSamples(scan.geometry().patternCount() - 1, samples);
        } catch (IOException e) {
            refusal = e.getMessage();
            assertTrue(refusal != null && refusal.startsWith(file.toString()), () -> e.toString());
            assertFalse(refusal.contains("\n"), refusal);
        }
        final long taken = memory.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertTrue(taken < MOST_MEMORY, taken + " bytes of memory were taken");
        return refusal;
    }

    /** Cuts a file shorter and shorter; each must open or be refused with a sentence. */
    static void cutAnywhere(final Path file, final OpenOptions options, final int cuts) throws IOException {
        final byte[] whole = Files.readAllBytes(file);
        final long open = openFiles();
        final IntStream lengths = IntStream.range(0, cuts)
            .map(i -> i < cuts / 2 ? Math.min(i, whole.length) : (int)((long)whole.length * i / cuts));
        final int[] rising = lengths.sorted().distinct().toArray();
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            for (int i = rising.length - 1; i >= 0; i--) {
                out.setLength(rising[i]);
                tryToRead(file, options);
            }
        }
        assertClosed(open);
        Files.write(file, whole);
    }

    /** @return number of files that this program has open, 0 where the system does not tell */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount() : 0;
    }

    private static void assertClosed(final long before) {
        // class loading may open a few others meanwhile
        assertTrue(openFiles() < before + FEW, () -> openFiles() - before + " files were left open");
    }

    /**
     * Changes some bytes at random places of a part of a file, again and again.
     *
     * @param from first byte that may change
     * @param to end of the bytes that may change
     * @param trials number of damaged files
     * @return how many of them were refused
     */
    static int change(final Path file, final OpenOptions options, final int from, final int to, final int trials)
        throws IOException {
        final byte[] whole = Files.readAllBytes(file);
        final Random random = new Random(11);
        final long open = openFiles();
        int refused = 0;
        // in place: to write thousands of files would take most of the time
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            for (int trial = 0; trial < trials; trial++) {
                final int[] places = new int[1 + trial % 4];
                for (int i = 0; i < places.length; i++) {
                    places[i] = from + random.nextInt(Math.min(to, whole.length) - from);
                    out.seek(places[i]);
                    out.write(random.nextBoolean() ? NASTY[random.nextInt(NASTY.length)] : random.nextInt());
                }
                refused += tryToRead(file, options) == null ? 0 : 1;
                for (final int place : places) {
                    out.seek(place);
                    out.write(whole[place]);
                }
            }
        }
        assertClosed(open);
        return refused;
    }
}
