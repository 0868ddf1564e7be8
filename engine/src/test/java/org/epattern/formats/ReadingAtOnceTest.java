// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads read the same scan at once, in any order, and each gets its own patterns. */
class ReadingAtOnceTest {

    private static final int THREADS = 4;
    private static final int PATTERNS = 60;
    private static final int PIXELS = 32 * 33;

    @TempDir
    private Path m_folder;

    private static byte[] random(final int count) {
        final byte[] bytes = new byte[count];
        new Random(9).nextBytes(bytes);
        return bytes;
    }

    private void readAtOnce(final Path file) throws IOException, InterruptedException, ExecutionException {
        final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            final byte[][] expected = new byte[PATTERNS][scan.geometry().patternBytes()];
            try (PatternReader reader = scan.openReader()) {
                for (int i = 0; i < PATTERNS; i++) {
                    reader.readSamples(i, expected[i]);
                }
            }
            final List<Future<Void>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                final Random random = new Random(t);
                all.add(threads.submit(() -> {
                    final byte[] samples = new byte[scan.geometry().patternBytes()];
                    try (PatternReader reader = scan.openReader()) {
                        for (int i = 0; i < 100; i++) {
                            final int index = random.nextInt(PATTERNS);
                            reader.readSamples(index, samples);
                            assertArrayEquals(expected[index], samples);
                        }
                    }
                    return null;
                }));
            }
            for (final Future<Void> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyOrderOfDigitalMicrographFiles() throws IOException, InterruptedException, ExecutionException {
        final byte[] pixels = random(PATTERNS * PIXELS * 2);
        for (final int swapped : new int[] {0, 1}) {
            final List<DmWriter.Axis> axes = new ArrayList<>(List.of(new DmWriter.Axis(10), new DmWriter.Axis(6)));
            axes.addAll(swapped == 1 ? 0 : 2, List.of(new DmWriter.Axis(32), new DmWriter.Axis(33)));
            final DmWriter w = new DmWriter(4, ByteOrder.BIG_ENDIAN);
            readAtOnce(w.add(10, 4, pixels, axes, w.group("Meta Data", w.uint("Data Order Swapped", swapped)))
                .write(m_folder.resolve("a" + swapped + ".dm4")));
        }
    }

    @Test
    void pagesInStripsAndTiles() throws IOException, InterruptedException, ExecutionException {
        final byte[] pixels = random(PATTERNS * PIXELS * 2);
        final TiffWriter w = new TiffWriter(true, ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < PATTERNS; i++) {
            final byte[] page = Arrays.copyOfRange(pixels, i * PIXELS * 2, (i + 1) * PIXELS * 2);
            if (i % 2 == 0) {
                w.strips(32, 33, SampleType.UINT16, 5, page);
            } else {
                w.tiles(32, 33, SampleType.UINT16, 16, page);
            }
        }
        readAtOnce(Files.write(m_folder.resolve("a.tif"), w.bytes()));
    }

    @Test
    void folderOfFiles() throws IOException, InterruptedException, ExecutionException {
        final byte[] pixels = random(PATTERNS * PIXELS);
        for (int i = 0; i < PATTERNS; i++) {
            new DmWriter(3, ByteOrder.LITTLE_ENDIAN)
                .add(6, 10, Arrays.copyOfRange(pixels, i * PIXELS, (i + 1) * PIXELS),
                    List.of(new DmWriter.Axis(32), new DmWriter.Axis(33)))
                .write(m_folder.resolve(i + ".dm3"));
        }
        readAtOnce(m_folder);
    }
}
