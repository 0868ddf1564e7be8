// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.epattern.scan.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.KNIMEException;

/** Holds work on KNIME's threads, cancelling, and the sentences that errors become. */
class EngineBridgeTest {

    private static List<Integer> squares(final int n) throws IOException {
        final List<Integer> results = new ArrayList<>();
        KnimeWorkers.<Integer, Integer>run(IntStream.range(0, n).iterator(), () -> i -> i * i, results::add,
            Progress.NONE);
        return results;
    }

    @Test
    void resultsComeInOrder() throws IOException {
        assertEquals(IntStream.range(0, 500).map(i -> i * i).boxed().toList(), squares(500));
    }

    /** As many nodes as KNIME has threads, and one more, each waiting for work that needs a thread. */
    @Test
    @Timeout(30)
    void nodesThatOccupyAllThreadsDoNotStarve() throws Exception {
        final List<Future<List<Integer>>> nodes = new ArrayList<>();
        for (int i = 0; i <= KNIMEConstants.GLOBAL_THREAD_POOL.getMaxThreads(); i++) {
            nodes.add(KNIMEConstants.GLOBAL_THREAD_POOL.enqueue(() -> squares(200)));
        }
        for (final Future<List<Integer>> node : nodes) {
            assertEquals(200, node.get().size());
        }
    }

    @Test
    void failureOfAWorkerReachesTheCaller() throws Exception {
        final var failed = KNIMEConstants.GLOBAL_THREAD_POOL.enqueue(() -> assertThrows(IOException.class,
            () -> KnimeWorkers.<Integer, Integer>run(IntStream.range(0, 50).iterator(), () -> i -> {
                throw new IOException("disk on fire");
            }, r -> {
            }, Progress.NONE)));
        assertEquals("disk on fire", failed.get().getMessage());
    }

    @Test
    @Timeout(5)
    void cancelStopsWithinASecond() {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        final EngineProgress progress = new EngineProgress(new ExecutionMonitor(monitor));
        final long[] canceledAt = new long[1];
        assertThrows(CanceledExecutionException.class, () -> EngineErrors.translate(
            () -> KnimeWorkers.<Integer, Integer>run(IntStream.range(0, 1_000_000).iterator(), () -> i -> {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    throw new CancellationException();
                }
                return i;
            }, r -> {
                if (r == 5) {
                    canceledAt[0] = System.nanoTime();
                    monitor.setExecuteCanceled();
                }
            }, progress)));
        assertTrue(System.nanoTime() - canceledAt[0] < 1e9);
    }

    private static String sentence(final IOException e) {
        return assertThrows(KNIMEException.class, () -> EngineErrors.translate(() -> {
            throw e;
        })).getMessage();
    }

    @Test
    void fullDiskIsSaidWithTheFileAndWhatHelps() {
        final String sentence = sentence(new FileSystemException("/data/block-3", null, "No space left on device"));
        assertTrue(sentence.startsWith("The disk is full, /data/block-3 could not be written"), sentence);
    }

    @Test
    void fullDiskIsFoundInsideTheErrorOfATable() {
        final String sentence = assertThrows(KNIMEException.class, () -> EngineErrors.translate(() -> {
            throw new IllegalStateException("Error while writing", new IOException("No space left on device"));
        })).getMessage();
        assertTrue(sentence.startsWith("The disk is full"), sentence);
    }

    @Test
    void bareSystemErrorsBecomeSentences() {
        assertEquals("/x/y.blo does not exist", sentence(new NoSuchFileException("/x/y.blo")));
        assertEquals("no such device", sentence(new FileNotFoundException("no such device")));
        assertEquals("EOFException", sentence(new EOFException()));
    }

    @Test
    void settingThatDoesNotFitKeepsItsSentence() {
        assertEquals("radius is -1", assertThrows(KNIMEException.class, () -> EngineErrors.translate(() -> {
            throw new IllegalArgumentException("radius is -1");
        })).getMessage());
    }
}
