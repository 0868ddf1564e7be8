// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.epattern.standin.Standin;
import org.epattern.standin.WorkflowEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeLogger.LEVEL;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ThreadPoolTest {

    private static Runnable counting(final AtomicInteger running, final AtomicInteger most) {
        return () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                Thread.sleep(2);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.decrementAndGet();
        };
    }

    @Test
    void subPoolsTogetherUseNoMoreThreadsThanTheirParent() throws InterruptedException {
        final ThreadPool root = new ThreadPool(3);
        final ThreadPool one = root.createSubPool(2);
        final ThreadPool two = root.createSubPool(8);
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger runningInOne = new AtomicInteger();
        final AtomicInteger mostInOne = new AtomicInteger();
        for (int i = 0; i < 30; i++) {
            two.enqueue(counting(running, most));
            one.enqueue(() -> {
                counting(runningInOne, mostInOne).run();
                counting(running, most).run();
            });
        }
        root.waitForTermination();
        one.waitForTermination();
        two.waitForTermination();
        assertTrue(most.get() <= 3, () -> most + " at once");
        assertTrue(mostInOne.get() <= 2, () -> mostInOne + " at once");
        assertEquals(0, root.getRunningThreads());
    }

    @Test
    void submitWaitsForAThreadAndTrySubmitDoesNot() throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        final CountDownLatch go = new CountDownLatch(1);
        final Future<?> first = pool.submit((Runnable)() -> {
            try {
                go.await();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertNull(pool.trySubmit(() -> 1));
        final Future<Integer> queued = pool.enqueue(() -> 2);
        assertEquals(1, pool.getQueueSize());
        go.countDown();
        assertEquals(3, pool.submit(() -> 3).get());
        first.get();
        assertEquals(2, queued.get());
        pool.waitForTermination();
        final Future<Integer> last = pool.trySubmit(() -> 4);
        assertNotNull(last);
        assertEquals(4, last.get());
    }

    @Test
    void aTaskThatWaitsInvisiblyLetsOthersRunInItsPlace() throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        final Future<Integer> outer = pool.enqueue(() -> {
            assertSame(pool, ThreadPool.currentPool());
            final List<Future<Integer>> inner = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                final int value = i;
                inner.add(ThreadPool.currentPool().enqueue(() -> value));
            }
            int sum = 0;
            for (final Future<Integer> future : inner) {
                sum += pool.runInvisible(future::get);
            }
            sum += ThreadPool.currentPool().enqueue(() -> 100).get(); // lends its place by itself
            return sum;
        });
        assertEquals(110, outer.get());
        assertThrows(IllegalThreadStateException.class, () -> pool.runInvisible(() -> 1));
    }

    @Test
    void anExceptionOfATaskIsLoggedAndTheCauseOfTheExceptionOfItsResult() {
        final StringWriter log = new StringWriter();
        NodeLogger.addWriter(log, LEVEL.ERROR, LEVEL.FATAL);
        try {
            final Future<Object> future = new ThreadPool(1).enqueue(() -> {
                throw new IllegalStateException("broken");
            });
            assertEquals("broken", assertThrows(ExecutionException.class, future::get).getCause().getMessage());
        } finally {
            NodeLogger.removeWriter(log);
        }
        assertTrue(log.toString().contains("An exception occurred while executing a runnable."), log::toString);
    }

    @Test
    void tasksWorkForTheWorkflowOfTheirSubmitter() throws Exception {
        final ThreadPool pool = new ThreadPool(2);
        final WorkflowEnvironment workflow = Standin.workflow(Path.of("."));
        final Future<WorkflowEnvironment> inside =
            workflow.call(() -> pool.enqueue(() -> WorkflowEnvironment.current().orElseThrow()));
        assertSame(workflow, inside.get());
        assertTrue(pool.enqueue(() -> WorkflowEnvironment.current().isEmpty()).get());
        final FutureTask<Boolean> ownThread = new FutureTask<>(() -> WorkflowEnvironment.current().isEmpty());
        workflow.call(() -> {
            new Thread(ownThread).start();
            return null;
        });
        assertTrue(ownThread.get(), "a thread of its own must not know the workflow, as in KNIME");
    }

    @Test
    void aCancelledTaskLeavesItsThreadUsable() throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        final CountDownLatch started = new CountDownLatch(1);
        final Future<?> sleeper = pool.enqueue(() -> {
            started.countDown();
            Thread.sleep(60_000);
            return null;
        });
        started.await();
        final Future<Integer> dropped = pool.enqueue(() -> 1);
        dropped.cancel(true);
        pool.interruptAll();
        assertTrue(sleeper.isCancelled());
        assertEquals(2, pool.submit(() -> Thread.currentThread().isInterrupted() ? -1 : 2).get());
    }
}
