// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.dataset.ChunkedDataset;

class ChunkCacheTest {

    @TempDir
    private Path m_folder;

    @Test
    void chunksUsedLastAreKeptWithinTheBytesAllowed() throws IOException {
        final AtomicInteger loads = new AtomicInteger();
        final ChunkCache cache = new ChunkCache((chunk, pattern) -> {
            loads.incrementAndGet();
            return new byte[] {(byte)chunk, 0, 0, 0};
        }, 12);
        for (final int chunk : new int[] {1, 2, 3, 1, 2, 3, 1}) {
            assertEquals(chunk, cache.get(chunk, 0)[0]);
        }
        assertEquals(3, loads.get());
        // 2 was used before 3 and 1, so it is the one that goes
        cache.get(4, 0);
        cache.get(3, 0);
        cache.get(1, 0);
        assertEquals(4, loads.get());
        cache.get(2, 0);
        assertEquals(5, loads.get());
    }

    @Test
    void chunkThatFailsIsTriedAgain() throws IOException {
        final AtomicInteger loads = new AtomicInteger();
        final ChunkCache cache = new ChunkCache((chunk, pattern) -> {
            if (loads.incrementAndGet() == 1) {
                throw new IOException("file: broken");
            }
            return new byte[1];
        }, 100);
        assertEquals("file: broken", assertThrows(IOException.class, () -> cache.get(1, 0)).getMessage());
        assertEquals(1, cache.get(1, 0).length);
    }

    @Test
    void threadsThatNeedOneChunkLoadItOnceAndSurviveTheInterruptOfTheFirst()
        throws InterruptedException, ExecutionException {
        final AtomicInteger loads = new AtomicInteger();
        final CountDownLatch loading = new CountDownLatch(1);
        final ChunkCache cache = new ChunkCache((chunk, pattern) -> {
            if (loads.incrementAndGet() == 1) {
                loading.countDown();
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    throw (CancellationException)new CancellationException().initCause(e);
                }
            }
            return new byte[] {7};
        }, 100);
        final Thread first = new Thread(() -> assertThrows(CancellationException.class, () -> cache.get(5, 0)));
        first.start();
        loading.await();
        final ExecutorService pool = Executors.newFixedThreadPool(4);
        final List<Future<byte[]>> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            others.add(pool.submit(() -> cache.get(5, 0)));
        }
        first.interrupt();
        for (final Future<byte[]> other : others) {
            assertArrayEquals(new byte[] {7}, other.get());
        }
        first.join();
        pool.shutdown();
        assertEquals(2, loads.get());
    }

    /** The same data set, counting how often a chunk is read. */
    private static ChunkedDataset counting(final ChunkedDataset dataset, final AtomicInteger reads) {
        return (ChunkedDataset)Proxy.newProxyInstance(ChunkCacheTest.class.getClassLoader(),
            new Class<?>[] {ChunkedDataset.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("getRawChunkBuffer")) {
                    reads.incrementAndGet();
                }
                try {
                    return method.invoke(dataset, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    }

    @Test
    void scanReadInOrderByThreeThreadsUnpacksEveryChunkOnce() throws IOException, InterruptedException,
        ExecutionException {
        final Path file = m_folder.resolve("a.h5");
        final short[][][][] data = new short[6][9][8][8];
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 9; x++) {
                for (final short[] row : data[y][x]) {
                    Arrays.fill(row, (short)(9 * y + x));
                }
            }
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("data", data,
                DatasetCreationOptions.builder().chunkDimensions(3, 4, 4, 8).shuffle().deflate(1).build());
        }
        final AtomicInteger reads = new AtomicInteger();
        try (ScanFile open = new ScanFile(file)) {
            // owns nothing but the open file
            @SuppressWarnings("resource")
            final HdfFile hdf = new HdfFile(new Hdf5Channel(open));
            final ChunkedDataset dataset = (ChunkedDataset)hdf.getDatasetByPath("/data");
            final Hdf5Set set = Hdf5Set.of(dataset);
            final Hdf5ChunkedPatterns patterns =
                new Hdf5ChunkedPatterns(open, set, new Hdf5Chunks(file, counting(dataset, reads), set), 0);
            final ExecutorService pool = Executors.newFixedThreadPool(3);
            final AtomicInteger next = new AtomicInteger();
            final List<Future<Boolean>> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                workers.add(pool.submit(() -> readAll(patterns, next)));
            }
            for (final Future<Boolean> worker : workers) {
                assertTrue(worker.get());
            }
            pool.shutdown();
        }
        // 2 x 3 chunks across the scan, 2 x 1 across a pattern
        assertEquals(12, reads.get());
    }

    private static boolean readAll(final Hdf5ChunkedPatterns patterns, final AtomicInteger next) throws IOException {
        final byte[] samples = new byte[128];
        boolean right = true;
        try (SampleScan.Fetcher fetcher = patterns.fetcher()) {
            for (int index = next.getAndIncrement(); index < 54; index = next.getAndIncrement()) {
                fetcher.fetch(index, samples);
                right &= samples[0] == index && samples[126] == index;
            }
        }
        return right;
    }
}
