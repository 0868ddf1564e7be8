// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;

/** Reads the numbers of a TIFF file, classic (32-bit positions) or BigTIFF (64-bit positions), in its byte order. */
final class TiffReader {

    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int LITTLE_MARK = 0x4949;
    private static final int BIG_MARK = 0x4D4D;

    private final ScanFile m_file;
    private final ByteOrder m_order;
    private final boolean m_big;
    private final long m_first;
    private final HeaderReader m_numbers;
    private String m_place = "the header";

    /**
     * @param file the file
     * @throws IOException one sentence if it does not start as a TIFF file
     */
    TiffReader(final ScanFile file) throws IOException {
        m_file = file;
        m_numbers = new HeaderReader(file, ByteOrder.LITTLE_ENDIAN, () -> m_place);
        final int mark = m_numbers.u16();
        m_order = mark == BIG_MARK ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        m_numbers.order(m_order);
        final int version = m_numbers.u16();
        if (mark != LITTLE_MARK && mark != BIG_MARK || version != CLASSIC && version != BIG) {
            throw new IOException(file.path() + ": not a TIFF file; it starts with the numbers " + mark + " and "
                + version + ", expected " + LITTLE_MARK + " or " + BIG_MARK + ", and " + CLASSIC + " or " + BIG);
        }
        m_big = version == BIG;
        if (m_big) {
            final int size = m_numbers.u16();
            if (size != 8) {
                throw new IOException(
                    file.path() + ": damaged header; positions of " + size + " bytes, expected 8 in a BigTIFF file");
            }
            m_numbers.u16();
        }
        m_first = offset();
    }

    /** @return whether the first bytes are those of a TIFF file */
    static boolean recognises(final ScanFile file) throws IOException {
        if (file.size() < 8) {
            return false;
        }
        final HeaderReader start = new HeaderReader(file, ByteOrder.BIG_ENDIAN, () -> "the header");
        final int mark = start.u16();
        start.order(mark == LITTLE_MARK ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        final int version = start.u16();
        return (mark == LITTLE_MARK || mark == BIG_MARK) && (version == CLASSIC || version == BIG);
    }

    ScanFile file() {
        return m_file;
    }

    boolean big() {
        return m_big;
    }

    ByteOrder order() {
        return m_order;
    }

    /** @return position of the first directory */
    long first() {
        return m_first;
    }

    /** Goes to a position; the place is what is there, for messages. */
    HeaderReader at(final long position, final String place) {
        m_place = place;
        return m_numbers.at(position);
    }

    HeaderReader numbers() {
        return m_numbers;
    }

    /** Reads a position. */
    long offset() throws IOException {
        return m_big ? m_numbers.i64() : m_numbers.u32();
    }

    /** Reads a number of values. */
    long count() throws IOException {
        return m_big ? m_numbers.i64() : m_numbers.u32();
    }
}
