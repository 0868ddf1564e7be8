// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands what nodes write to the log to the display, line by line. */
final class LogLines extends Writer {

    private final Consumer<String> m_lines;

    private final StringBuilder m_begun = new StringBuilder();

    /**
     * @param lines gets each line without its end
     */
    LogLines(final Consumer<String> lines) {
        m_lines = lines;
    }

    @Override
    public void write(final char[] buffer, final int offset, final int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                m_lines.accept(m_begun.toString().stripTrailing());
                m_begun.setLength(0);
            } else {
                m_begun.append(buffer[i]);
            }
        }
    }

    @Override
    public void flush() {
        // a line is handed on when it is complete
    }

    @Override
    public void close() {
        if (m_begun.length() > 0) {
            m_lines.accept(m_begun.toString());
            m_begun.setLength(0);
        }
    }
}
