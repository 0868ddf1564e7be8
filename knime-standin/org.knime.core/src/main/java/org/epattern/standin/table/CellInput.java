// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.DataInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;

/** Gives back the bytes and cells that a {@link CellOutput} has collected. */
final class CellInput implements DataCellDataInput {

    private final CellReader m_cells;

    private final ByteBuffer m_bytes;

    /**
     * @param cells reads the cells, null if there will be none
     * @param bytes what was collected
     */
    CellInput(final CellReader cells, final ByteBuffer bytes) {
        m_cells = cells;
        m_bytes = bytes;
    }

    boolean hasRemaining() {
        return m_bytes.hasRemaining();
    }

    int remaining() {
        return m_bytes.remaining();
    }

    /** The next part of given length, which is skipped here. */
    CellInput part(final int length) throws IOException {
        if (length < 0 || length > m_bytes.remaining()) {
            throw new EOFException("A part of " + length + " bytes does not fit into the rest of "
                + m_bytes.remaining() + " bytes.");
        }
        final CellInput part = new CellInput(m_cells, m_bytes.slice(m_bytes.position(), length));
        m_bytes.position(m_bytes.position() + length);
        return part;
    }

    private <T> T orEnd(final Supplier<T> read) throws EOFException {
        try {
            return read.get();
        } catch (final BufferUnderflowException e) {
            final EOFException end = new EOFException("There are only " + m_bytes.remaining() + " bytes left.");
            end.initCause(e);
            throw end;
        }
    }

    private byte[] bytes(final int count) throws IOException {
        if (count < 0 || count > m_bytes.remaining()) {
            throw new EOFException(count + " bytes asked for, only " + m_bytes.remaining() + " left.");
        }
        final byte[] bytes = new byte[count];
        m_bytes.get(bytes);
        return bytes;
    }

    @Override
    public void readFully(final byte[] target) throws IOException {
        readFully(target, 0, target.length);
    }

    @Override
    public void readFully(final byte[] target, final int offset, final int length) throws IOException {
        orEnd(() -> m_bytes.get(target, offset, length));
    }

    @Override
    public int skipBytes(final int count) {
        final int skipped = Math.max(0, Math.min(count, m_bytes.remaining()));
        m_bytes.position(m_bytes.position() + skipped);
        return skipped;
    }

    @Override
    public boolean readBoolean() throws IOException {
        return readByte() != 0;
    }

    @Override
    public byte readByte() throws IOException {
        return orEnd(m_bytes::get);
    }

    @Override
    public int readUnsignedByte() throws IOException {
        return readByte() & 0xff;
    }

    @Override
    public short readShort() throws IOException {
        return orEnd(m_bytes::getShort);
    }

    @Override
    public int readUnsignedShort() throws IOException {
        return readShort() & 0xffff;
    }

    @Override
    public char readChar() throws IOException {
        return orEnd(m_bytes::getChar);
    }

    @Override
    public int readInt() throws IOException {
        return orEnd(m_bytes::getInt);
    }

    @Override
    public long readLong() throws IOException {
        return orEnd(m_bytes::getLong);
    }

    @Override
    public float readFloat() throws IOException {
        return orEnd(m_bytes::getFloat);
    }

    @Override
    public double readDouble() throws IOException {
        return orEnd(m_bytes::getDouble);
    }

    /** As {@link DataInput#readLine()} says: bytes up to the end of the line, each a character. */
    @Override
    public String readLine() throws IOException {
        if (!m_bytes.hasRemaining()) {
            return null;
        }
        final StringBuilder line = new StringBuilder();
        while (m_bytes.hasRemaining()) {
            final char c = (char)readUnsignedByte();
            if (c == '\n') {
                break;
            }
            line.append(c);
        }
        final int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    @Override
    public String readUTF() throws IOException {
        return new String(bytes(readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public DataCell readDataCell() throws IOException {
        return m_cells.read(this);
    }
}
