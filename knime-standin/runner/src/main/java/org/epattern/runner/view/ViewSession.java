// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.epattern.runner.Console;
import org.epattern.runner.execute.Cancellation;
import org.epattern.standin.WorkflowEnvironment;

/** Serves the views of a run until the user has seen enough. */
public final class ViewSession {

    private static final long LOOK_MILLIS = 100;

    private ViewSession() {
    }

    /**
     * Says where the views are, and returns when the user presses Enter or the run is stopped. Where there is no input
     * (it is closed, or ends), only the latter ends it.
     *
     * @param workflow name of the workflow
     * @param views its views
     * @param environment where their tables are
     * @param console where the user reads and types
     * @param cancellation stops it
     * @throws IOException if no port can be had
     */
    public static void run(final String workflow, final List<ServedView> views, final WorkflowEnvironment environment,
        final Console console, final Cancellation cancellation) throws IOException {
        if (views.isEmpty()) {
            console.out().println("There are no views: no executed node of this workflow has one.");
            return;
        }
        final ViewRequests requests = new ViewRequests(workflow, views, environment, console.err()::println);
        try (ViewServer server = ViewServer.start(requests)) {
            console.out().println("The views are at " + server.address() + " (press Enter to end).");
            console.out().flush();
            final CountDownLatch enough = new CountDownLatch(1);
            final Thread reader = new Thread(() -> waitForEnter(console.in(), enough), "enter");
            reader.setDaemon(true);
            reader.start();
            while (!cancellation.isCanceled() && !enough.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                continue;
            }
        } catch (final InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForEnter(final InputStream in, final CountDownLatch enough) {
        try {
            int c = in.read();
            while (c >= 0 && c != '\n') {
                c = in.read();
            }
            if (c >= 0) {
                enough.countDown();
            }
        } catch (final IOException ex) {
            // an input that cannot be read is as good as none: the run goes on until it is stopped
            Thread.currentThread().setName("enter: " + ex.getMessage());
        }
    }
}
