// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.progress;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.knime.core.node.NodeProgressMonitor;

/**
 * Shows a bar for the step that is running and lines of text above it. On a terminal the bar is drawn again in place;
 * elsewhere there is a line when a step starts and ends, and one every ten seconds between.
 */
public final class ProgressDisplay implements AutoCloseable {

    private static final long REDRAW_MILLIS = 200;

    private static final double SECONDS_BETWEEN_LINES = 10;

    private static final int NAME_WIDTH = 22;

    private static final int BAR_WIDTH = 16;

    private final PrintStream m_out;

    private final boolean m_terminal;

    private final int m_columns;

    private final LongSupplier m_clock;

    private final ScheduledExecutorService m_ticker;

    private Step m_step;

    private double m_lastLine;

    private int m_drawn;

    private boolean m_closed;

    /**
     * @param out where to
     * @param terminal whether a line can be drawn again
     * @param columns width of the terminal in characters
     */
    public ProgressDisplay(final PrintStream out, final boolean terminal, final int columns) {
        this(out, terminal, columns, System::nanoTime, true);
    }

    ProgressDisplay(final PrintStream out, final boolean terminal, final int columns, final LongSupplier nanoClock,
        final boolean ticking) {
        m_out = out;
        m_terminal = terminal;
        m_columns = columns;
        m_clock = nanoClock;
        if (ticking) {
            m_ticker = Executors.newSingleThreadScheduledExecutor(task -> {
                final Thread thread = new Thread(task, "progress display");
                thread.setDaemon(true);
                return thread;
            });
            m_ticker.scheduleAtFixedRate(this::tick, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            m_ticker = null;
        }
    }

    /**
     * Starts a step; the one before must have ended.
     *
     * @param name what the user calls it
     * @param monitor knows how far it is
     */
    public synchronized void start(final String name, final NodeProgressMonitor monitor) {
        m_step = new Step(name, monitor, m_clock);
        m_lastLine = 0;
        if (m_terminal) {
            draw();
        } else {
            print(name + ": started");
        }
    }

    /**
     * Ends the running step.
     *
     * @param done whether all of it is done
     * @param outcome how it ended, a few words such as "40000 rows"
     */
    public synchronized void end(final boolean done, final String outcome) {
        final Step step = m_step;
        m_step = null;
        if (step == null) {
            return;
        }
        final String time = Durations.text((long)step.elapsedSeconds());
        if (m_terminal) {
            erase();
            m_out.println(cut(bar(step.name(), done ? 1 : step.fraction()) + "  " + time + "  " + outcome));
            m_out.flush();
        } else {
            print(step.name() + ": " + outcome + " (" + time + ")");
        }
    }

    /**
     * Prints a line of text above the bar.
     *
     * @param text one line or several
     */
    public synchronized void line(final String text) {
        erase();
        print(text);
        draw();
    }

    /** Draws the bar, or prints a line if it is time for one. */
    synchronized void tick() {
        if (m_step == null || m_closed) {
            return;
        }
        if (m_terminal) {
            draw();
        } else if (m_step.elapsedSeconds() - m_lastLine >= SECONDS_BETWEEN_LINES) {
            m_lastLine = m_step.elapsedSeconds();
            final String message = m_step.message();
            print(m_step.name() + ": " + percent(m_step.fraction()).strip() + ", " + m_step.times()
                + (message.isEmpty() ? "" : " (" + message + ")"));
        }
    }

    private void draw() {
        if (!m_terminal || m_step == null || m_closed) {
            return;
        }
        final String text = cut(bar(m_step.name(), m_step.fraction()) + "  " + m_step.times() + "  "
            + m_step.message());
        m_out.print("\r" + text + " ".repeat(Math.max(0, m_drawn - text.length())));
        m_out.flush();
        m_drawn = text.length();
    }

    private void erase() {
        if (m_drawn > 0) {
            m_out.print("\r" + " ".repeat(m_drawn) + "\r");
            m_drawn = 0;
        }
    }

    private void print(final String text) {
        m_out.println(text);
        m_out.flush();
    }

    private static String bar(final String name, final double fraction) {
        final int full = (int)Math.floor(fraction * BAR_WIDTH);
        final String shown = name.length() > NAME_WIDTH ? name.substring(0, NAME_WIDTH - 3) + "..." : name;
        return String.format("%-" + NAME_WIDTH + "s [%s%s] %s", shown, "#".repeat(full), "-".repeat(BAR_WIDTH - full),
            percent(fraction));
    }

    private static String percent(final double fraction) {
        return String.format("%3d %%", (int)Math.floor(fraction * 100));
    }

    /** A line that is longer than the terminal is wide would not be drawn in place. */
    private String cut(final String text) {
        final String line = text.stripTrailing();
        return line.length() < m_columns ? line : line.substring(0, Math.max(1, m_columns - 1));
    }

    @Override
    public synchronized void close() {
        if (m_ticker != null) {
            m_ticker.shutdownNow();
        }
        erase();
        m_out.flush();
        m_closed = true;
    }
}
