// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Reads the numbers of a header one after the other, at any position of a file, through a small window: however large a
 * number in a damaged file is, it never decides how much memory is taken.
 */
final class HeaderReader {

    private static final int WINDOW = 1 << 14;
    private static final int LONGEST_TEXT = WINDOW;

    private final ScanFile m_file;
    private final Supplier<String> m_place;
    private final byte[] m_bytes;
    private final ByteBuffer m_window;
    private long m_windowStart;
    private int m_windowLength;
    private long m_position;

    /**
     * @param file the file
     * @param order byte order of its numbers, until it is changed
     * @param place says what is being read, for the sentence when the file ends too early, e.g. "the header"
     */
    HeaderReader(final ScanFile file, final ByteOrder order, final Supplier<String> place) {
        m_file = file;
        m_place = place;
        m_bytes = new byte[(int)Math.min(WINDOW, file.size())];
        m_window = ByteBuffer.wrap(m_bytes).order(order);
    }

    void order(final ByteOrder order) {
        m_window.order(order);
    }

    /** @return position of the next byte that is read */
    long position() {
        return m_position;
    }

    /** Goes to a position; it is checked when something is read there. */
    HeaderReader at(final long position) {
        m_position = position;
        return this;
    }

    /** @return bytes from here to the end of the file */
    long remaining() {
        return m_file.size() - m_position;
    }

    private int take(final int length) throws IOException {
        if (m_position < 0 || m_position > m_file.size() - length) {
            throw new EOFException(m_file.path() + ": the file ends within " + m_place.get() + "; expected " + length
                + " bytes at byte " + m_position + ", the file has " + m_file.size());
        }
        if (m_position < m_windowStart || m_position + length > m_windowStart + m_windowLength) {
            m_windowLength = 0;
            final int count = (int)Math.min(m_bytes.length, m_file.size() - m_position);
            m_file.read(m_position, m_bytes, 0, count, m_place.get());
            m_windowStart = m_position;
            m_windowLength = count;
        }
        final int at = (int)(m_position - m_windowStart);
        m_position += length;
        return at;
    }

    int u8() throws IOException {
        return m_window.get(take(1)) & 0xff;
    }

    int u16() throws IOException {
        return m_window.getShort(take(2)) & 0xffff;
    }

    int i16() throws IOException {
        return m_window.getShort(take(2));
    }

    int i32() throws IOException {
        return m_window.getInt(take(4));
    }

    long u32() throws IOException {
        return m_window.getInt(take(4)) & 0xffffffffL;
    }

    long i64() throws IOException {
        return m_window.getLong(take(8));
    }

    float f32() throws IOException {
        return m_window.getFloat(take(4));
    }

    double f64() throws IOException {
        return m_window.getDouble(take(8));
    }

    /** Reads bytes as Latin-1 characters. */
    String text(final int length) throws IOException {
        if (length > LONGEST_TEXT) {
            throw new IOException(m_file.path() + ": found a text of " + length + " bytes in " + m_place.get()
                + ", expected at most " + LONGEST_TEXT);
        }
        return new String(m_bytes, take(length), length, StandardCharsets.ISO_8859_1);
    }

    /** Reads 16-bit characters. */
    String wideText(final int characters) throws IOException {
        final StringBuilder text = new StringBuilder(Math.min(characters, LONGEST_TEXT));
        for (int i = 0; i < characters; i++) {
            text.append((char)u16());
        }
        return text.toString();
    }
}
