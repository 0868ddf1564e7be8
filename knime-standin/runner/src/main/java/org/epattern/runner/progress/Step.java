// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.progress;

import java.util.function.LongSupplier;

import org.knime.core.node.NodeProgressMonitor;

/** How far one node, or the writing of its results, is. It asks the monitor when it is shown, and not more often. */
final class Step {

    private static final double NANOS = 1e9;

    /** Before this share is done, a guess of the time left would be no better than none. */
    private static final double LEAST_FRACTION = 0.01;

    private static final double LEAST_SECONDS = 1;

    private final String m_name;

    private final NodeProgressMonitor m_monitor;

    private final LongSupplier m_clock;

    private final long m_start;

    Step(final String name, final NodeProgressMonitor monitor, final LongSupplier nanoClock) {
        m_name = name;
        m_monitor = monitor;
        m_clock = nanoClock;
        m_start = nanoClock.getAsLong();
    }

    String name() {
        return m_name;
    }

    /** @return share that is done, 0 to 1; 0 if nothing is known */
    double fraction() {
        final Double progress = m_monitor.getProgress();
        return progress == null || progress.isNaN() ? 0 : Math.max(0, Math.min(1, progress));
    }

    /** @return what is being done, one line, may be empty */
    String message() {
        final String message = m_monitor.getMessage();
        return message == null ? "" : message.strip().replaceAll("\\s+", " ");
    }

    double elapsedSeconds() {
        return (m_clock.getAsLong() - m_start) / NANOS;
    }

    /** @return "0:12, 0:13 left" or, while nothing can be said about the rest, "0:12" */
    String times() {
        final double elapsed = elapsedSeconds();
        final double fraction = fraction();
        final String text = Durations.text((long)elapsed);
        if (fraction < LEAST_FRACTION || elapsed < LEAST_SECONDS) {
            return text;
        }
        return text + ", " + Durations.text(Math.round(elapsed * (1 - fraction) / fraction)) + " left";
    }
}
