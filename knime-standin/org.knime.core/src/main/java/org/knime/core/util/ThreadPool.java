// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.util.CheckUtils;

/**
 * Runs tasks in a limited number of threads. A sub pool takes its threads from its parent and has a limit of its own,
 * so that all nodes together use no more threads than the root allows.
 */
public class ThreadPool {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(ThreadPool.class);

    private static final AtomicInteger WORKERS = new AtomicInteger();

    /** The pool whose task the thread runs; what {@link #currentPool()} is asked for. */
    private static final ThreadLocal<Slot> CURRENT = new ThreadLocal<>();

    private final ThreadPool m_parent;

    /** Guards the counters and queues of a whole tree of pools; the same object in all of them. */
    private final Object m_lock;

    private final ExecutorService m_threads;

    /** The pools of a whole tree that have tasks waiting; the same object in all of them. */
    private final Set<ThreadPool> m_waiting;

    private final Queue<Task<?>> m_queue = new ArrayDeque<>();

    private final Deque<Task<?>> m_active = new ArrayDeque<>();

    private int m_maxThreads;

    private int m_running;

    /** A place that a task takes in its pool; not counted while the task waits for others. */
    private static final class Slot {

        private final ThreadPool m_pool;

        private boolean m_invisible;

        Slot(final ThreadPool pool) {
            m_pool = pool;
        }
    }

    /** A task whose errors are logged, and for which a worker can wait without keeping its place from others. */
    private static final class Task<T> extends FutureTask<T> {

        Task(final Callable<T> callable) {
            super(callable);
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            final Slot slot = CURRENT.get();
            if (isDone() || slot == null || slot.m_invisible) {
                return super.get();
            }
            slot.m_pool.leave(slot);
            try {
                return super.get();
            } finally {
                slot.m_pool.comeBack(slot);
            }
        }

        @Override
        protected void setException(final Throwable t) {
            if (!isCancelled() && !(t instanceof CanceledExecutionException)) {
                LOGGER.error("An exception occurred while executing a runnable.", t);
            }
            super.setException(t);
        }
    }

    /** A task that has a place in its pool. */
    private record Start(ThreadPool pool, Task<?> task) {
    }

    /**
     * @param maxThreads largest number of tasks that run at once, from 1
     */
    public ThreadPool(final int maxThreads) {
        this(maxThreads, null);
    }

    /**
     * @param maxThreads largest number of tasks that run at once, from 1
     * @param parent pool whose threads are used, or null
     */
    protected ThreadPool(final int maxThreads, final ThreadPool parent) {
        CheckUtils.checkArgument(maxThreads > 0, "A pool of %d threads cannot be made; at least 1 is needed",
            maxThreads);
        m_maxThreads = maxThreads;
        m_parent = parent;
        m_lock = parent == null ? new Object() : parent.m_lock;
        m_threads = parent == null ? Executors.newCachedThreadPool(task -> {
            final Thread thread = new Thread(task, "KNIME-Worker-" + WORKERS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }) : parent.m_threads;
        m_waiting = parent == null ? new LinkedHashSet<>() : parent.m_waiting;
    }

    /**
     * @return a pool that shares the threads of this one
     */
    public ThreadPool createSubPool() {
        return createSubPool(getMaxThreads());
    }

    /**
     * @param maxThreads largest number of tasks that run at once in it, from 1
     * @return a pool that shares the threads of this one
     */
    public ThreadPool createSubPool(final int maxThreads) {
        return new ThreadPool(maxThreads, this);
    }

    /**
     * @return the pool whose task the calling thread runs, or null
     */
    public static ThreadPool currentPool() {
        final Slot slot = CURRENT.get();
        return slot == null ? null : slot.m_pool;
    }

    /**
     * Starts a task as soon as a thread is free, without waiting for that.
     *
     * @param <T> type of the result
     * @param task the task
     * @return its result to come
     */
    public <T> Future<T> enqueue(final Callable<T> task) {
        final Task<T> future = new Task<>(inContext(task));
        synchronized (m_lock) {
            m_queue.add(future);
            m_waiting.add(this);
            startQueued();
        }
        return future;
    }

    /**
     * Starts a task as soon as a thread is free, without waiting for that.
     *
     * @param task the task
     * @return its end to come
     */
    public Future<?> enqueue(final Runnable task) {
        return enqueue(Executors.callable(task));
    }

    /**
     * Waits until a thread is free and starts a task.
     *
     * @param <T> type of the result
     * @param task the task
     * @return its result to come
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public <T> Future<T> submit(final Callable<T> task) throws InterruptedException {
        final Task<T> future = new Task<>(inContext(task));
        synchronized (m_lock) {
            while (!hasRoom()) {
                m_lock.wait();
            }
            start(future);
        }
        return future;
    }

    /**
     * Waits until a thread is free and starts a task.
     *
     * @param task the task
     * @return its end to come
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public Future<?> submit(final Runnable task) throws InterruptedException {
        return submit(Executors.callable(task));
    }

    /**
     * Starts a task if a thread is free.
     *
     * @param <T> type of the result
     * @param task the task
     * @return its result to come, or null if no thread is free
     */
    public <T> Future<T> trySubmit(final Callable<T> task) {
        synchronized (m_lock) {
            if (!hasRoom()) {
                return null;
            }
            final Task<T> future = new Task<>(inContext(task));
            start(future);
            return future;
        }
    }

    /**
     * Starts a task if a thread is free.
     *
     * @param task the task
     * @return its end to come, or null if no thread is free
     */
    public Future<?> trySubmit(final Runnable task) {
        return trySubmit(Executors.callable(task));
    }

    /** A task works for the workflow of the thread that handed it in. */
    private static <T> Callable<T> inContext(final Callable<T> task) {
        final WorkflowEnvironment workflow = WorkflowEnvironment.current().orElse(null);
        return () -> {
            final WorkflowEnvironment before = WorkflowEnvironment.restore(workflow);
            try {
                return task.call();
            } finally {
                WorkflowEnvironment.restore(before);
            }
        };
    }

    private boolean hasRoom() {
        return m_running < m_maxThreads && (m_parent == null || m_parent.hasRoom());
    }

    private void count(final int change) {
        m_running += change;
        if (m_parent != null) {
            m_parent.count(change);
        }
    }

    /** Takes the place of a task that is going to run; with the lock. */
    private Start admit(final Task<?> task) {
        count(1);
        m_active.add(task);
        return new Start(this, task);
    }

    private void start(final Task<?> task) {
        final Start first = admit(task);
        m_threads.execute(() -> run(first));
    }

    /** Runs a task and then, in the same thread, those that wait. */
    private void run(final Start first) {
        Start next = first;
        while (next != null) {
            final ThreadPool pool = next.pool();
            CURRENT.set(new Slot(pool));
            try {
                next.task().run(); // throws nothing: what the task throws is kept for the one who asks for its result
            } finally {
                CURRENT.remove();
                Thread.interrupted(); // a cancelled task leaves its interruption behind
                synchronized (m_lock) {
                    pool.count(-1);
                    pool.m_active.remove(next.task());
                    next = takeQueued();
                    startQueued();
                }
            }
        }
    }

    /** The next waiting task of any pool with room, or null; with the lock. */
    private Start takeQueued() {
        for (final ThreadPool pool : m_waiting) {
            pool.m_queue.removeIf(Task::isDone); // cancelled while they waited
            if (!pool.m_queue.isEmpty() && pool.hasRoom()) {
                m_waiting.remove(pool);
                m_waiting.add(pool); // goes to the end, so that every pool has its turn
                return pool.admit(pool.m_queue.remove());
            }
        }
        return null;
    }

    /** Called with the lock whenever a place may have become free. */
    private void startQueued() {
        Start next = takeQueued();
        while (next != null) {
            final Start admitted = next;
            m_threads.execute(() -> run(admitted));
            next = takeQueued();
        }
        m_waiting.removeIf(pool -> pool.m_queue.isEmpty());
        m_lock.notifyAll();
    }

    /**
     * Runs a task in the calling thread, which must belong to this pool or to a sub pool, and lets another task run in
     * its place meanwhile; for tasks that wait for others. The thread waits for a free place before it goes on.
     *
     * @param <T> type of the result
     * @param task the task
     * @return its result
     * @throws ExecutionException if the task throws an exception
     * @throws InterruptedException if the task is interrupted
     * @throws IllegalThreadStateException if the thread belongs to no pool
     */
    public <T> T runInvisible(final Callable<T> task) throws ExecutionException, InterruptedException {
        final Slot slot = CURRENT.get();
        if (slot == null) {
            throw new IllegalThreadStateException("The thread " + Thread.currentThread().getName()
                + " does not belong to a thread pool");
        }
        if (slot.m_invisible) {
            return call(task);
        }
        slot.m_pool.leave(slot);
        try {
            return call(task);
        } finally {
            slot.m_pool.comeBack(slot);
        }
    }

    private static <T> T call(final Callable<T> task) throws ExecutionException, InterruptedException {
        try {
            return task.call();
        } catch (final InterruptedException e) {
            throw e;
        } catch (final Exception e) { // NOSONAR a task may throw anything, as with Future.get()
            throw new ExecutionException(e);
        }
    }

    private void leave(final Slot slot) {
        synchronized (m_lock) {
            slot.m_invisible = true;
            count(-1);
            startQueued();
        }
    }

    private void comeBack(final Slot slot) {
        boolean interrupted = false;
        synchronized (m_lock) {
            while (!hasRoom()) {
                try {
                    m_lock.wait();
                } catch (final InterruptedException e) {
                    interrupted = true; // the place is needed in any case; the task is told below
                    break;
                }
            }
            count(1);
            slot.m_invisible = false;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @return largest number of tasks that run at once
     */
    public int getMaxThreads() {
        synchronized (m_lock) {
            return m_maxThreads;
        }
    }

    /**
     * @param newValue largest number of tasks that run at once, from 1
     */
    public void setMaxThreads(final int newValue) {
        CheckUtils.checkArgument(newValue > 0, "A pool cannot have %d threads; at least 1 is needed", newValue);
        synchronized (m_lock) {
            m_maxThreads = newValue;
            startQueued();
        }
    }

    /**
     * @return number of tasks that run in this pool and its sub pools
     */
    public int getRunningThreads() {
        synchronized (m_lock) {
            return m_running;
        }
    }

    /**
     * @return number of tasks of this pool that wait for a thread
     */
    public int getQueueSize() {
        synchronized (m_lock) {
            return m_queue.size();
        }
    }

    /** Interrupts all tasks of this pool that run. */
    public void interruptAll() {
        final List<Task<?>> tasks;
        synchronized (m_lock) {
            tasks = List.copyOf(m_active);
        }
        tasks.forEach(task -> task.cancel(true));
    }

    /**
     * Waits until no task of this pool runs or waits. A thread of this pool does not wait for its own task.
     *
     * @throws InterruptedException if the calling thread is interrupted meanwhile
     */
    public void waitForTermination() throws InterruptedException {
        final Slot slot = CURRENT.get();
        if (slot != null && !slot.m_invisible) {
            try {
                runInvisible(() -> {
                    waitForEnd();
                    return null;
                });
            } catch (final ExecutionException e) {
                throw new IllegalStateException(e);
            }
        } else {
            waitForEnd();
        }
    }

    private void waitForEnd() throws InterruptedException {
        synchronized (m_lock) {
            m_queue.removeIf(Task::isDone); // cancelled while they waited
            while (m_running > 0 || !m_queue.isEmpty()) {
                m_lock.wait();
            }
        }
    }

    /** Drops the tasks that wait and interrupts those that run. */
    public void shutdown() {
        final List<Task<?>> waiting;
        synchronized (m_lock) {
            waiting = List.copyOf(m_queue);
            m_queue.clear();
        }
        waiting.forEach(task -> task.cancel(false));
        interruptAll();
    }
}
