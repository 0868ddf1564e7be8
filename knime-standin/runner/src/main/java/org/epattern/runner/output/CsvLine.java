// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

/**
 * Builds lines of a CSV file: comma, quotes where a text needs them, doubled inside. A missing value is nothing at all,
 * an empty text is two quotes.
 */
final class CsvLine {

    private final StringBuilder m_line = new StringBuilder();

    private boolean m_first = true;

    /** Adds a text. */
    void add(final String text) {
        separate();
        if (needsQuotes(text)) {
            m_line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            m_line.append(text);
        }
    }

    /** Adds a whole number. */
    void add(final long number) {
        separate();
        m_line.append(number);
    }

    /** Adds a number such that reading it gives the same double again. */
    void add(final double number) {
        separate();
        m_line.append(number);
    }

    /** Adds a missing value. */
    void addMissing() {
        separate();
    }

    private void separate() {
        if (!m_first) {
            m_line.append(',');
        }
        m_first = false;
    }

    private static boolean needsQuotes(final String text) {
        if (text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** @return the line with its end, after which a new one begins */
    String take() {
        final String line = m_line.append('\n').toString();
        m_line.setLength(0);
        m_first = true;
        return line;
    }
}
