// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataOutput;

/** Collects bytes and cells in memory, big-endian as {@link java.io.DataOutput} says. Texts may have any length. */
final class CellOutput implements DataCellDataOutput {

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final CellWriter m_cells;

    private byte[] m_bytes = new byte[1024];

    private int m_size;

    /**
     * @param cells writes the cells, null if there will be none
     */
    CellOutput(final CellWriter cells) {
        m_cells = cells;
    }

    int size() {
        return m_size;
    }

    void clear() {
        m_size = 0;
    }

    /** Forgets what was written after a position, when a row turns out to be bad. */
    void truncate(final int size) {
        m_size = size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(m_bytes, m_size);
    }

    /** Leaves room for a length that is known later. */
    int reserveInt() {
        writeInt(0);
        return m_size - Integer.BYTES;
    }

    /** Fills in the number of bytes written since the room was left. */
    void fillLength(final int position) {
        INTS.set(m_bytes, position, m_size - position - Integer.BYTES);
    }

    private int advance(final int count) {
        final int at = m_size;
        final long needed = (long)at + count;
        if (needed > m_bytes.length) {
            if (needed > Integer.MAX_VALUE - 16) {
                throw new IllegalStateException("A row of a table must be smaller than 2 GB");
            }
            m_bytes = Arrays.copyOf(m_bytes, (int)Math.min(Integer.MAX_VALUE - 16, Math.max(needed, 2L * at)));
        }
        m_size = (int)needed;
        return at;
    }

    @Override
    public void write(final int b) {
        final int at = advance(1); // may replace the array
        m_bytes[at] = (byte)b;
    }

    @Override
    public void write(final byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(final byte[] bytes, final int offset, final int length) {
        final int at = advance(length);
        System.arraycopy(bytes, offset, m_bytes, at, length);
    }

    @Override
    public void writeBoolean(final boolean value) {
        write(value ? 1 : 0);
    }

    @Override
    public void writeByte(final int value) {
        write(value);
    }

    @Override
    public void writeShort(final int value) {
        final int at = advance(Short.BYTES);
        SHORTS.set(m_bytes, at, (short)value);
    }

    @Override
    public void writeChar(final int value) {
        writeShort(value);
    }

    @Override
    public void writeInt(final int value) {
        final int at = advance(Integer.BYTES);
        INTS.set(m_bytes, at, value);
    }

    @Override
    public void writeLong(final long value) {
        final int at = advance(Long.BYTES);
        LONGS.set(m_bytes, at, value);
    }

    @Override
    public void writeFloat(final float value) {
        writeInt(Float.floatToIntBits(value));
    }

    @Override
    public void writeDouble(final double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    @Override
    public void writeBytes(final String text) {
        text.chars().forEach(this::write);
    }

    @Override
    public void writeChars(final String text) {
        text.chars().forEach(this::writeShort);
    }

    @Override
    public void writeUTF(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(bytes.length);
        write(bytes);
    }

    @Override
    public void writeDataCell(final DataCell cell) throws IOException {
        m_cells.write(cell, this);
    }
}
