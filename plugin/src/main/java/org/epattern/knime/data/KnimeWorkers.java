// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

import org.epattern.scan.OrderedWork;
import org.epattern.scan.Progress;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.util.ThreadPool;

/**
 * Ordered parallel work on KNIME's own threads. The number of threads follows KNIME's setting
 * ({@code org.knime.core.maxThreads}) and the number of processors.
 *
 * <p>The calling thread waits for the others, and itself usually belongs to the pool; it steps aside while it waits
 * ({@link ThreadPool#runInvisible}), so that nodes that run at the same time cannot starve each other.</p>
 */
public final class KnimeWorkers {

    private KnimeWorkers() {
    }

    /**
     * Runs over all items; see {@link OrderedWork#run}.
     *
     * @param <I> item
     * @param <O> result
     * @param items the items
     * @param factory makes the workers
     * @param sink receives the results in order, in the calling thread
     * @param progress asked several times a second whether to stop
     * @throws IOException from worker or sink
     * @throws CancellationException if the progress says so or the thread is interrupted
     */
    public static <I, O> void run(final Iterator<? extends I> items, final OrderedWork.WorkerFactory<I, O> factory,
        final OrderedWork.Sink<? super O> sink, final Progress progress) throws IOException {
        final ThreadPool pool = KNIMEConstants.GLOBAL_THREAD_POOL;
        final int threads = Math.max(1, Math.min(pool.getMaxThreads(), Runtime.getRuntime().availableProcessors()));
        final ThreadPool part = pool.createSubPool(threads);
        final OrderedWork work = new OrderedWork(part::enqueue, threads);
        if (ThreadPool.currentPool() == null) {
            work.run(items, factory, sink, progress);
            return;
        }
        try {
            ThreadPool.currentPool().runInvisible(() -> {
                work.run(items, factory, sink, progress);
                return null;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw unwrap(e);
        }
    }

    private static IOException unwrap(final ExecutionException e) throws IOException {
        final Throwable cause = e.getCause();
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }
}
