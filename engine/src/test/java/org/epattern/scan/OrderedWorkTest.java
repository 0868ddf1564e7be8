// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OrderedWorkTest {

    private final ExecutorService m_executor = Executors.newCachedThreadPool();
    private final AtomicInteger m_created = new AtomicInteger();
    private final AtomicInteger m_closed = new AtomicInteger();
    private final AtomicInteger m_underWay = new AtomicInteger();

    @AfterEach
    void stopThreads() {
        m_executor.shutdownNow();
    }

    private interface Work {
        int apply(int item) throws IOException;
    }

    /** Counts how many workers there are and whether one is used by two threads at once. */
    private final class CountingWorker implements OrderedWork.Worker<Integer, Integer> {

        private final Work m_work;
        private final AtomicInteger m_users = new AtomicInteger();

        CountingWorker(final Work work) {
            m_work = work;
            m_created.incrementAndGet();
        }

        @Override
        public Integer apply(final Integer item) throws IOException {
            m_underWay.incrementAndGet();
            try {
                assertEquals(1, m_users.incrementAndGet());
                return m_work.apply(item);
            } finally {
                m_users.decrementAndGet();
                m_underWay.decrementAndGet();
            }
        }

        @Override
        public void close() {
            m_closed.incrementAndGet();
        }
    }

    private static Iterator<Integer> items(final int count) {
        return IntStream.range(0, count).boxed().iterator();
    }

    private static void pause(final long ms) {
        try {
            TimeUnit.MILLISECONDS.sleep(ms);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertNothingLeft() {
        assertEquals(0, m_underWay.get());
        assertEquals(m_created.get(), m_closed.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void resultsComeInTheOrderOfTheItems(final int threads) throws IOException {
        final Random random = new Random(1);
        final int[] delays = random.ints(200, 0, 3).toArray();
        final List<Integer> results = new ArrayList<>();
        new OrderedWork(m_executor, threads).run(items(200), () -> new CountingWorker(i -> {
            pause(delays[i]);
            return 10 * i;
        }), results::add, Progress.NONE);
        assertEquals(IntStream.range(0, 200).map(i -> 10 * i).boxed().toList(), results);
        assertNothingLeft();
    }

    @Test
    void numberOfItemsUnderWayIsBounded() throws IOException {
        final AtomicInteger taken = new AtomicInteger();
        final AtomicInteger delivered = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final Iterator<Integer> counted = IntStream.range(0, 100).map(i -> {
            most.accumulateAndGet(taken.incrementAndGet() - delivered.get(), Math::max);
            return i;
        }).boxed().iterator();
        new OrderedWork(m_executor, 2).run(counted, () -> new CountingWorker(i -> i), i -> {
            pause(1);
            delivered.incrementAndGet();
        }, Progress.NONE);
        // three per thread, and one that the iterator of the stream fetches ahead
        assertTrue(most.get() <= 7, "under way at once: " + most);
        assertNothingLeft();
    }

    @Test
    void failureOfAWorkerIsThrownAndEverythingEnds() {
        final IOException failure = new IOException("item 5");
        final List<Integer> results = new ArrayList<>();
        final IOException thrown = assertThrows(IOException.class,
            () -> new OrderedWork(m_executor, 3).run(items(1000), () -> new CountingWorker(i -> {
                pause(2);
                if (i == 5) {
                    throw failure;
                }
                return i;
            }), results::add, Progress.NONE));
        assertSame(failure, thrown);
        assertEquals(List.of(0, 1, 2, 3, 4), results);
        assertNothingLeft();
    }

    @Test
    void errorOfAWorkerIsThrown() {
        assertThrows(StackOverflowError.class, () -> new OrderedWork(m_executor, 2).run(items(3),
            () -> new CountingWorker(i -> {
                throw new StackOverflowError();
            }), i -> { }, Progress.NONE));
        assertNothingLeft();
    }

    @Test
    void failureOfTheSinkIsThrownAndEverythingEnds() {
        assertThrows(IllegalStateException.class,
            () -> new OrderedWork(m_executor, 2).run(items(100), () -> new CountingWorker(i -> i), i -> {
                throw new IllegalStateException("disk full");
            }, Progress.NONE));
        assertNothingLeft();
    }

    @Test
    void failureToMakeAWorkerIsThrown() {
        final IOException thrown = assertThrows(IOException.class,
            () -> new OrderedWork(m_executor, 2).<Integer, Integer>run(items(10), () -> {
                throw new IOException("no file");
            }, i -> { }, Progress.NONE));
        assertEquals("no file", thrown.getMessage());
    }

    @Test
    void failureToCloseAWorkerDoesNotHideAnotherFailure() {
        final IOException failure = new IOException("reading");
        final IOException thrown = assertThrows(IOException.class,
            () -> new OrderedWork(m_executor, 1).run(items(10), () -> new OrderedWork.Worker<Integer, Integer>() {
                @Override
                public Integer apply(final Integer item) throws IOException {
                    throw failure;
                }

                @Override
                public void close() throws IOException {
                    throw new IOException("closing");
                }
            }, i -> { }, Progress.NONE));
        assertSame(failure, thrown);
        assertEquals("closing", thrown.getSuppressed()[0].getMessage());
    }

    @Test
    void cancelStopsWithinASecond() {
        final long start = System.nanoTime();
        final Progress stopAfter200Ms = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                // not asked here
            }

            @Override
            public void checkCanceled() {
                if (System.nanoTime() - start > 200_000_000L) {
                    throw new CancellationException();
                }
            }
        };
        assertThrows(CancellationException.class,
            () -> new OrderedWork(m_executor, 2).run(items(1_000_000), () -> new CountingWorker(i -> {
                pause(100);
                return i;
            }), i -> { }, stopAfter200Ms));
        assertTrue(System.nanoTime() - start < 1_200_000_000L);
        assertNothingLeft();
    }

    @Test
    void interruptStopsAndStaysVisible() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class,
            () -> new OrderedWork(m_executor, 2).run(items(10), () -> new CountingWorker(i -> i), i -> { },
                Progress.NONE));
        assertTrue(Thread.interrupted());
        assertNothingLeft();
    }

    @Test
    void executorThatRefusesDoesNotBlock() {
        m_executor.shutdown();
        assertThrows(RejectedExecutionException.class, () -> new OrderedWork(m_executor, 2).run(items(10),
            () -> new CountingWorker(i -> i), i -> { }, Progress.NONE));
        assertNothingLeft();
    }

    @Test
    void executorThatIsBusyForeverDoesNotBlock() throws IOException {
        final CountDownLatch never = new CountDownLatch(1);
        final ExecutorService busy = Executors.newSingleThreadExecutor();
        busy.execute(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        final List<Integer> results = new ArrayList<>();
        try {
            new OrderedWork(busy, 1).run(items(4), () -> new CountingWorker(i -> i), results::add, Progress.NONE);
        } finally {
            busy.shutdownNow();
        }
        assertEquals(List.of(0, 1, 2, 3), results);
        assertNothingLeft();
    }

    @Test
    void workersAreAsManyAsThreads() throws IOException {
        new OrderedWork(m_executor, 3).run(items(300), () -> new CountingWorker(i -> i), i -> { }, Progress.NONE);
        assertTrue(m_created.get() <= 9, "a cached pool may start one thread per item under way");
        m_created.set(0);
        m_closed.set(0);
        final ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            new OrderedWork(three, 3).run(items(300), () -> new CountingWorker(i -> i), i -> { }, Progress.NONE);
        } finally {
            three.shutdownNow();
        }
        assertTrue(m_created.get() <= 4, "workers: " + m_created);
        assertNothingLeft();
    }

    @Test
    void noItemsNoWork() throws IOException {
        new OrderedWork(m_executor, 2).run(items(0), () -> new CountingWorker(i -> i), i -> { }, Progress.NONE);
        assertEquals(0, m_created.get());
    }
}
