// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Computes a result per item on several threads and hands the results on in the order of the items. At most
 * {@value #ITEMS_PER_THREAD} items per thread are under way at any time, so memory grows with the threads and not with
 * the scan.
 */
public final class OrderedWork {

    private static final int ITEMS_PER_THREAD = 3;
    private static final long CANCEL_CHECK_MS = 100;

    private final Executor m_executor;
    private final int m_threads;

    /**
     * @param executor runs the computations beside the calling thread
     * @param threads number of computations that the executor runs at once, at least 1
     */
    public OrderedWork(final Executor executor, final int threads) {
        m_executor = executor;
        m_threads = Math.max(1, threads);
    }

    /** @return number of computations at once */
    public int threads() {
        return m_threads;
    }

    /**
     * Computes the results of single items with scratch memory of its own (filter buffers, open readers). Never used
     * by two threads at once; there are as many workers as threads, and one more where the executor is busy with other
     * work and the calling thread lends a hand.
     *
     * @param <I> item
     * @param <O> result
     */
    @FunctionalInterface
    public interface Worker<I, O> extends Closeable {
        /**
         * @param item the item
         * @return its result
         * @throws IOException if reading fails
         */
        O apply(I item) throws IOException;

        @Override
        default void close() throws IOException {
            // most workers hold nothing but memory
        }
    }

    /**
     * Makes a worker.
     *
     * @param <I> item
     * @param <O> result
     */
    @FunctionalInterface
    public interface WorkerFactory<I, O> {
        /**
         * @return a new worker
         * @throws IOException if what it reads cannot be opened
         */
        Worker<I, O> create() throws IOException;
    }

    /**
     * Takes the results, in order, in the calling thread.
     *
     * @param <O> result
     */
    @FunctionalInterface
    public interface Sink<O> {
        /**
         * @param result the next result
         * @throws IOException if writing fails
         */
        void accept(O result) throws IOException;
    }

    /**
     * Runs over all items. The iterator and the sink are used by the calling thread only. When this method returns or
     * throws, no computation is under way any more and all workers are closed.
     *
     * @param <I> item
     * @param <O> result
     * @param items the items
     * @param factory makes the workers
     * @param sink receives the results in order
     * @param progress asked several times a second whether to stop
     * @throws IOException from worker or sink
     * @throws CancellationException if the progress says so or the thread is interrupted
     */
    public <I, O> void run(final Iterator<? extends I> items, final WorkerFactory<I, O> factory,
        final Sink<? super O> sink, final Progress progress) throws IOException {
        final ConcurrentLinkedDeque<Worker<I, O>> idle = new ConcurrentLinkedDeque<>();
        final ArrayDeque<Task<I, O>> underWay = new ArrayDeque<>();
        Throwable failure = null;
        try {
            work(items, factory, sink, progress, idle, underWay);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            closeAll(idle, failure);
        }
    }

    private <I, O> void work(final Iterator<? extends I> items, final WorkerFactory<I, O> factory,
        final Sink<? super O> sink, final Progress progress, final ConcurrentLinkedDeque<Worker<I, O>> idle,
        final ArrayDeque<Task<I, O>> underWay) throws IOException {
        try {
            while (items.hasNext() || !underWay.isEmpty()) {
                progress.checkCanceled();
                if (underWay.size() < ITEMS_PER_THREAD * m_threads && items.hasNext()) {
                    final Task<I, O> task = new Task<>(items.next(), factory, idle);
                    m_executor.execute(task);
                    underWay.add(task);
                } else {
                    sink.accept(underWay.peek().await(progress));
                    underWay.remove();
                }
            }
        } finally {
            // after a failure or a cancel nothing may go on in the background with files that the caller closes now
            underWay.forEach(Task::abandon);
            underWay.forEach(Task::awaitEnd);
        }
    }

    private static <I, O> void closeAll(final Iterable<Worker<I, O>> workers, final Throwable failure)
        throws IOException {
        IOException first = null;
        for (final Worker<I, O> worker : workers) {
            try {
                worker.close();
            } catch (IOException e) {
                if (failure != null) {
                    failure.addSuppressed(e);
                } else if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static final class Task<I, O> implements Runnable {

        private final I m_item;
        private final WorkerFactory<I, O> m_factory;
        private final ConcurrentLinkedDeque<Worker<I, O>> m_idle;
        private final CountDownLatch m_ended = new CountDownLatch(1);
        private final AtomicBoolean m_taken = new AtomicBoolean();
        private volatile O m_result;
        private volatile Throwable m_failure;

        Task(final I item, final WorkerFactory<I, O> factory, final ConcurrentLinkedDeque<Worker<I, O>> idle) {
            m_item = item;
            m_factory = factory;
            m_idle = idle;
        }

        @Override
        public void run() {
            if (!m_taken.compareAndSet(false, true)) {
                return;
            }
            try {
                final Worker<I, O> free = m_idle.poll();
                final Worker<I, O> worker = free == null ? m_factory.create() : free;
                try {
                    m_result = worker.apply(m_item);
                } finally {
                    m_idle.add(worker);
                }
            } catch (Throwable t) { // NOSONAR: whatever happened is thrown again in the calling thread
                m_failure = t;
            } finally {
                m_ended.countDown();
            }
        }

        /** Keeps the task from starting; one that waits in a busy executor ends at once. */
        void abandon() {
            if (m_taken.compareAndSet(false, true)) {
                m_ended.countDown();
            }
        }

        O await(final Progress progress) throws IOException {
            try {
                while (!m_ended.await(CANCEL_CHECK_MS, TimeUnit.MILLISECONDS)) {
                    progress.checkCanceled();
                    run(); // unless it is under way: an executor that is busy with other work must not block this one
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
            if (m_failure instanceof IOException e) {
                throw e;
            }
            if (m_failure instanceof RuntimeException e) {
                throw e;
            }
            if (m_failure instanceof Error e) {
                throw e;
            }
            return m_result;
        }

        void awaitEnd() {
            boolean interrupted = false;
            while (true) {
                try {
                    m_ended.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
