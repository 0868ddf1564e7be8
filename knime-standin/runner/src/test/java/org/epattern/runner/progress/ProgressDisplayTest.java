// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.NodeProgressMonitor;

/** Holds what the user sees while nodes run; the clock stands still unless it is set. */
class ProgressDisplayTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream m_bytes = new ByteArrayOutputStream();

    private final NodeProgressMonitor m_monitor = new DefaultNodeProgressMonitor();

    private long m_now;

    private ProgressDisplay display(final boolean terminal, final int columns) {
        return new ProgressDisplay(new PrintStream(m_bytes, true, StandardCharsets.UTF_8), terminal, columns,
            () -> m_now, false);
    }

    private String shown() {
        return m_bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutATerminalThereIsALineAtBothEndsAndEveryTenSeconds() {
        final ProgressDisplay display = display(false, 80);
        display.start("Load", m_monitor);
        for (int second = 1; second <= 25; second++) {
            m_now = second * SECOND;
            m_monitor.setProgress(second / 25.0, "line " + second);
            display.tick();
        }
        display.end(true, "done");
        assertEquals(List.of("Load: started", "Load: 40 %, 0:10, 0:15 left (line 10)",
            "Load: 80 %, 0:20, 0:05 left (line 20)", "Load: done (0:25)"), shown().lines().toList());
    }

    @Test
    void onATerminalTheBarIsDrawnInPlaceAndNeverWraps() {
        final ProgressDisplay display = display(true, 60);
        display.start("A node with a name that is much too long for its column", m_monitor);
        m_monitor.setProgress(0.5, "a message that is longer than the terminal is wide, by far");
        m_now = 10 * SECOND;
        display.tick();
        assertFalse(shown().contains("\n"));
        final String last = shown().substring(shown().lastIndexOf('\r') + 1);
        assertTrue(last.contains("[########--------]  50 %"), last);
        assertTrue(last.length() < 60, last);
        display.end(true, "done");
        assertTrue(shown().endsWith(System.lineSeparator()));
    }

    @Test
    void aLineErasesTheBarFirstAndTheBarComesBack() {
        final ProgressDisplay display = display(true, 80);
        display.start("Load", m_monitor);
        display.line("WARN  something");
        final String[] lines = shown().split(System.lineSeparator());
        assertTrue(lines[0].endsWith("\rWARN  something"), lines[0]);
        assertTrue(lines[1].contains("Load"), lines[1]);
    }

    @Test
    void aMessageIsShownOnOneLine() {
        final Step step = new Step("Load", m_monitor, () -> m_now);
        assertEquals("", step.message());
        assertEquals(0, step.fraction());
        m_monitor.setProgress(0.5, "two\nlines");
        assertEquals("two lines", step.message());
        assertEquals(0.5, step.fraction());
    }

    @Test
    void durationsAreReadable() {
        assertEquals("0:07", Durations.text(7));
        assertEquals("12:34", Durations.text(754));
        assertEquals("1:02:03", Durations.text(3723));
    }
}
