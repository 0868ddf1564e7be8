// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits the text of a CIF file (Hall, Allen and Brown, Acta Cryst. A47 (1991) 655; syntax of CIF 1.1) into data
 * blocks, names and values. What breaks the syntax is refused with its line.
 */
final class CifParser {

    private final String m_file;
    private final String[] m_lines;
    private int m_line;
    private int m_column;
    private String m_token;
    private boolean m_quoted;
    private int m_tokenLine;

    private CifParser(final String file, final String text) {
        m_file = file;
        m_lines = text.split("\\r\\n|\\n|\\r", -1);
    }

    /**
     * @param file name of the file, for messages
     * @param text what it holds
     * @return its data blocks
     * @throws IOException in a sentence, if the text is no CIF
     */
    static List<CifBlock> parse(final String file, final String text) throws IOException {
        return new CifParser(file, text).blocks();
    }

    private List<CifBlock> blocks() throws IOException {
        final List<CifBlock> blocks = new ArrayList<>();
        CifBlock block = null;
        next();
        while (m_token != null) {
            final String keyword = m_quoted ? "" : m_token.toLowerCase(Locale.ROOT);
            if (keyword.startsWith("data_")) {
                block = new CifBlock(m_token.substring(5));
                blocks.add(block);
                next();
            } else if (block == null) {
                throw wrong(m_tokenLine, "starts with '" + shortened(m_token) + "'", "a data block, 'data_name',");
            } else if (keyword.equals("loop_")) {
                next();
                loop(block);
            } else if (keyword.startsWith("_")) {
                final int line = m_tokenLine;
                next();
                if (!isValue()) {
                    throw wrong(line, "has no value for " + keyword, "a value after each name");
                }
                block.values().put(keyword, List.of(m_token));
                next();
            } else if (keyword.startsWith("save_")) {
                throw wrong(m_tokenLine, "holds a save frame", "a crystal structure, no dictionary,");
            } else {
                throw wrong(m_tokenLine, "has the value '" + shortened(m_token) + "' without a name",
                    "a name such as _cell_length_a before each value");
            }
        }
        return blocks;
    }

    private void loop(final CifBlock block) throws IOException {
        final int start = m_tokenLine;
        final List<List<String>> columns = new ArrayList<>();
        while (m_token != null && !m_quoted && m_token.startsWith("_")) {
            final List<String> column = new ArrayList<>();
            columns.add(column);
            block.values().put(m_token.toLowerCase(Locale.ROOT), column);
            next();
        }
        if (columns.isEmpty()) {
            throw wrong(start, "has a loop without names", "a name such as _atom_site_label after 'loop_'");
        }
        int count = 0;
        while (isValue()) {
            columns.get(count++ % columns.size()).add(m_token);
            next();
        }
        if (count % columns.size() != 0) {
            throw wrong(start, "has a loop of " + columns.size() + " names with " + count + " values",
                "a multiple of the number of names");
        }
    }

    private boolean isValue() {
        if (m_token == null || m_quoted) {
            return m_token != null;
        }
        final String keyword = m_token.toLowerCase(Locale.ROOT);
        return !keyword.startsWith("_") && !keyword.startsWith("data_") && !keyword.equals("loop_")
            && !keyword.startsWith("save_");
    }

    /** Reads the next token; null at the end. */
    private void next() throws IOException {
        m_quoted = false;
        m_token = null;
        while (m_line < m_lines.length) {
            final String line = m_lines[m_line];
            if (m_column == 0 && line.startsWith(";")) {
                textField();
                return;
            }
            while (m_column < line.length() && line.charAt(m_column) <= ' ') {
                m_column++;
            }
            if (m_column < line.length() && line.charAt(m_column) != '#') {
                m_tokenLine = m_line;
                final char first = line.charAt(m_column);
                if (first == '\'' || first == '"') {
                    quoted(line, first);
                } else {
                    int end = m_column;
                    while (end < line.length() && line.charAt(end) > ' ') {
                        end++;
                    }
                    m_token = line.substring(m_column, end);
                    m_column = end;
                }
                return;
            }
            m_line++;
            m_column = 0;
        }
    }

    private void quoted(final String line, final char quote) throws IOException {
        // a quotation mark closes only before white space: 'a dog's life' is one value
        int end = m_column + 1;
        while (end < line.length()
            && !(line.charAt(end) == quote && (end + 1 == line.length() || line.charAt(end + 1) <= ' '))) {
            end++;
        }
        if (end == line.length()) {
            throw wrong(m_line, "opens a quotation that does not close on its line: "
                + shortened(line.substring(m_column)), "text over several lines between two lines that start with ';'");
        }
        m_token = line.substring(m_column + 1, end);
        m_quoted = true;
        m_column = end + 1;
    }

    private void textField() throws IOException {
        m_tokenLine = m_line;
        final StringBuilder text = new StringBuilder(m_lines[m_line].substring(1));
        for (m_line++; m_line < m_lines.length && !m_lines[m_line].startsWith(";"); m_line++) {
            text.append('\n').append(m_lines[m_line]);
        }
        if (m_line == m_lines.length) {
            throw wrong(m_tokenLine, "opens a text with ';' that does not close",
                "a line that starts with ';' after it");
        }
        m_column = 1;
        m_token = text.toString();
        m_quoted = true;
    }

    private IOException wrong(final int line, final String found, final String expected) {
        return new IOException("The CIF file " + m_file + " " + found + " (line " + (line + 1) + "); " + expected
            + " is expected");
    }

    private static String shortened(final String text) {
        final String line = text.lines().findFirst().orElse("");
        return line.length() > 40 ? line.substring(0, 37) + "..." : line;
    }
}
