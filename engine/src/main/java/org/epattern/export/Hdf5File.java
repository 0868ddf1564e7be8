// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.epattern.formats.PendingFile;

/**
 * An HDF5 file that is written from front to back, so that data sets of any size need no memory: data first, then what
 * describes them, at last the root. Follows the HDF5 File Format Specification, version 3.0, with superblock version 2
 * and object headers version 2, which every HDF5 library since 1.8 (2008) reads. The project's HDF5 library writes
 * whole data sets from memory only.
 */
final class Hdf5File implements Closeable {

    static final long UNDEFINED = -1;

    private static final int SUPERBLOCK = 48;
    private static final byte[] SIGNATURE = {(byte)0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int HEAP = 1 << 16;
    private static final int HEAP_HEADER = 16;
    private static final int LINK_INFO = 0x02;
    private static final int LINK = 0x06;
    private static final int GROUP_INFO = 0x0a;
    private static final int ATTRIBUTE = 0x0c;

    private final Path m_target;
    private final PendingFile m_file;
    private long m_end = SUPERBLOCK;
    private long m_last;
    private ByteBuffer m_heap;
    private long m_heapAddress;
    private int m_heapObjects;

    /** A message of an object header. */
    record Message(int type, byte[] content) {
    }

    Hdf5File(final Path target, final boolean replace) throws IOException {
        m_target = target;
        m_file = new PendingFile(target, replace);
    }

    static ByteBuffer buffer(final int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Appends bytes.
     *
     * @return where they lie
     */
    long append(final byte[] bytes) throws IOException {
        final long address = reserve(bytes.length);
        m_file.write(address, ByteBuffer.wrap(bytes));
        m_last = address + bytes.length;
        return address;
    }

    /** Writes to a place that was reserved. */
    void write(final long address, final ByteBuffer bytes) throws IOException {
        m_file.write(address, bytes);
    }

    /** @return a place for so many bytes */
    long reserve(final long bytes) {
        final long address = m_end;
        m_end += (bytes + 7) / 8 * 8;
        return address;
    }

    /**
     * Puts something of variable length into the heap of the file.
     *
     * @param bytes its bytes
     * @param count number of its elements
     * @return the reference to it
     */
    byte[] reference(final byte[] bytes, final int count) throws IOException {
        final ByteBuffer reference = buffer(Hdf5Types.REFERENCE).putInt(count);
        if (count == 0) {
            return reference.array();
        }
        final int needed = HEAP_HEADER + (bytes.length + 7) / 8 * 8;
        // the room for the entry of what is left free stays
        if (m_heap != null && (m_heap.remaining() < needed + HEAP_HEADER || m_heapObjects == 0xfffe)) {
            writeHeap();
        }
        if (m_heap == null) {
            final int size = Math.max(HEAP, needed + 2 * HEAP_HEADER);
            m_heapAddress = reserve(size);
            m_heap = buffer((size + 7) / 8 * 8);
            m_heap.put("GCOL".getBytes(StandardCharsets.US_ASCII)).putInt(1).putLong(m_heap.capacity());
            m_heapObjects = 0;
        }
        m_heapObjects++;
        final int start = m_heap.position();
        m_heap.putShort((short)m_heapObjects).putShort((short)0).putInt(0).putLong(bytes.length).put(bytes);
        m_heap.position(start + needed);
        return reference.putLong(m_heapAddress).putInt(m_heapObjects).array();
    }

    private void writeHeap() throws IOException {
        if (m_heap != null) {
            m_heap.putShort((short)0).putShort((short)0).putInt(0).putLong(m_heap.remaining() + Long.BYTES);
            m_heap.clear();
            m_file.write(m_heapAddress, m_heap);
            m_heap = null;
        }
    }

    /** @return a number as attribute */
    static Message attribute(final String name, final double value) {
        return attribute(name, Hdf5Types.real(Double.BYTES), buffer(8).putDouble(value).array());
    }

    /** @return a whole number as attribute */
    static Message attribute(final String name, final long value) {
        return attribute(name, Hdf5Types.integer(Long.BYTES, true), buffer(8).putLong(value).array());
    }

    /** @return true or false as attribute */
    static Message attribute(final String name, final boolean value) {
        return attribute(name, Hdf5Types.truth(), new byte[]{(byte)(value ? 1 : 0)});
    }

    /** @return a text as attribute */
    Message attribute(final String name, final String value) throws IOException {
        final byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return attribute(name, Hdf5Types.text(), reference(text, text.length));
    }

    private static Message attribute(final String name, final byte[] type, final byte[] value) {
        final byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_8);
        final byte[] shape = Hdf5Types.shape();
        final ByteBuffer b = buffer(9 + text.length + type.length + shape.length + value.length);
        b.put((byte)3).put((byte)0).putShort((short)text.length).putShort((short)type.length);
        b.putShort((short)shape.length).put((byte)1).put(text).put(type).put(shape).put(value);
        return new Message(ATTRIBUTE, b.array());
    }

    /** A group that is being put together: its members must be complete before. */
    final class Group {

        private final List<Message> m_messages = new ArrayList<>();

        Group() {
            m_messages.add(new Message(LINK_INFO, buffer(18).put((byte)0).put((byte)0).putLong(UNDEFINED)
                .putLong(UNDEFINED).array()));
            m_messages.add(new Message(GROUP_INFO, new byte[2]));
        }

        Group with(final Message attribute) {
            m_messages.add(attribute);
            return this;
        }

        /** Adds a member. */
        Group with(final String name, final long address) {
            final byte[] text = name.getBytes(StandardCharsets.UTF_8);
            m_messages.add(new Message(LINK, buffer(5 + text.length + Long.BYTES).put((byte)1).put((byte)0x11)
                .put((byte)1).putShort((short)text.length).put(text).putLong(address).array()));
            return this;
        }

        /** @return where the group lies */
        long end() throws IOException {
            return object(m_messages);
        }
    }

    /**
     * Writes the header of a group or data set.
     *
     * @param messages what describes it
     * @return where it lies
     */
    long object(final List<Message> messages) throws IOException {
        final int size = messages.stream().mapToInt(m -> 4 + m.content().length).sum();
        final ByteBuffer b = buffer(10 + size + 4);
        b.put("OHDR".getBytes(StandardCharsets.US_ASCII)).put((byte)2).put((byte)2).putInt(size);
        for (final Message message : messages) {
            b.put((byte)message.type()).putShort((short)message.content().length).put((byte)0).put(message.content());
        }
        b.putInt(Hdf5Checksum.of(b.array(), b.position()));
        return append(b.array());
    }

    /**
     * Completes the file.
     *
     * @param root where the root group lies
     * @return size of the file (bytes)
     */
    long publish(final long root) throws IOException {
        writeHeap();
        final ByteBuffer b = buffer(SUPERBLOCK);
        b.put(SIGNATURE).put((byte)2).put((byte)8).put((byte)8).put((byte)0);
        b.putLong(0).putLong(UNDEFINED).putLong(m_end).putLong(root);
        b.putInt(Hdf5Checksum.of(b.array(), b.position()));
        b.clear();
        m_file.write(0, b);
        if (m_end > m_last) {
            // what is appended is filled up to eight bytes
            m_file.write(m_end - 1, ByteBuffer.allocate(1));
        }
        m_file.publish();
        return Files.size(m_target);
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }
}
