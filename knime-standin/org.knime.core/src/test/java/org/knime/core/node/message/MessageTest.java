// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeLogger.LEVEL;
import org.knime.core.node.util.CheckUtils;

class MessageTest {

    @Test
    void aMessageBecomesAnExceptionWithItsSummary() {
        final IOException cause = new IOException("disk");
        final Message message = Message.builder().withSummary("No file.").addRowIssue(0, 1, 2, "Empty cell")
            .addTextIssue("Looked in data.").addResolutions("Choose a file").build().orElseThrow();
        final KNIMEException e = message.toKNIMEException(cause);
        assertEquals("No file.", e.getMessage());
        assertSame(cause, e.getCause());
        assertEquals(List.of("Choose a file"), e.getKNIMEMessage().getResolutions());
        assertEquals("No file.\nEmpty cell", message.toLogPrintable());
        assertEquals(message, message.modify().build().orElseThrow());
        assertSame(e, e.toUnchecked().getCause());
    }

    @Test
    void aMessageNeedsASummary() {
        assertTrue(Message.builder().build().isEmpty());
        assertTrue(Message.builder().withSummary(null).addTextIssue("what for?").build().isEmpty());
    }

    @Test
    void anIssueHasAPlaceInATable() {
        final Message cell = Message.fromRowIssue("Stopped.", 0, 7, 2, "unreadable");
        assertEquals(cell, Message.builder().withSummary("Stopped.").addRowIssue(0, 2, 7, "unreadable").build().get());
        assertNotEquals(cell, Message.builder().withSummary("Stopped.").addRowIssue(0, 7, "unreadable").build().get());
        assertThrows(IllegalArgumentException.class, () -> Message.builder().addRowIssue(0, -1, 7, "unreadable"));
        assertThrows(IllegalArgumentException.class, () -> Message.builder().addRowIssue(0, -1, "unreadable"));
    }

    @Test
    void issuesBeyondTheFirstAreCounted() {
        final MessageBuilder builder = Message.builder().withSummary("Many");
        for (int i = 0; i < 25; i++) {
            builder.addTextIssue("issue " + i);
        }
        assertEquals(25, builder.getIssueCount());
        assertEquals(2, builder.build().orElseThrow().toLogPrintable().lines().count());
    }

    @Test
    void checksFillTheirTemplateAndLeaveAPercentSignAlone() throws InvalidSettingsException {
        CheckUtils.checkSetting(true, "never %s", "shown");
        assertEquals("radius is 0", assertThrows(InvalidSettingsException.class,
            () -> CheckUtils.checkSetting(false, "radius is %d", 0)).getMessage());
        assertEquals("100 % of it", assertThrows(IllegalArgumentException.class,
            () -> CheckUtils.checkArgument(false, "100 % of it")).getMessage());
        assertEquals("x", CheckUtils.checkCast("x", String.class, IllegalStateException::new, "no text"));
    }

    @Test
    void theLogTakesTheLevelsAskedForWithoutStackTraces() {
        final StringWriter log = new StringWriter();
        NodeLogger.addWriter(log, LEVEL.WARN, LEVEL.FATAL);
        try {
            final NodeLogger logger = NodeLogger.getLogger(MessageTest.class);
            logger.info("quiet");
            logger.warn("loud", new IOException("cause"));
            logger.errorWithFormat("%d errors", 2);
            logger.debug(() -> {
                throw new AssertionError("a message nobody reads must not be made");
            });
        } finally {
            NodeLogger.removeWriter(log);
        }
        assertEquals(List.of("WARN  MessageTest: loud", "ERROR MessageTest: 2 errors"),
            log.toString().lines().toList());
    }
}
