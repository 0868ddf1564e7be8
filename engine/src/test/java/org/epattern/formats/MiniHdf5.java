// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Makes small HDF5 files byte by byte after the file format specification of The HDF Group: superblock and object
 * headers of the first version, as most programs write them. Unlike the library's writer it makes big-endian numbers,
 * chunks that are missing, and sizes that are not there.
 */
final class MiniHdf5 {

    private static final int SUPERBLOCK = 96;
    private static final long UNDEFINED = -1;

    private final ByteBuffer m_file;

    /** An object of the file by its name and address. */
    record Link(String name, long address) {
    }

    /** A message of an object header. */
    record Message(int type, byte[] body) {
    }

    MiniHdf5(final int capacity) {
        m_file = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).position(SUPERBLOCK);
    }

    private static ByteBuffer buffer(final int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(final int length) {
        return (length + 7) / 8 * 8;
    }

    /** Puts bytes at the end; @return their address. */
    long put(final byte[] bytes) {
        m_file.position(padded(m_file.position()));
        final long address = m_file.position();
        m_file.put(bytes);
        return address;
    }

    /** Puts an object header at the end; @return its address. */
    long object(final List<Message> messages) {
        int size = 0;
        for (final Message message : messages) {
            size += 8 + padded(message.body().length);
        }
        final ByteBuffer b = buffer(16 + size);
        b.put((byte)1).put((byte)0).putShort((short)messages.size()).putInt(1).putInt(size).putInt(0);
        for (final Message message : messages) {
            b.putShort((short)message.type()).putShort((short)padded(message.body().length)).putInt(0);
            b.put(Arrays.copyOf(message.body(), padded(message.body().length)));
        }
        return put(b.array());
    }

    /** @return a group that holds some objects, with attributes */
    long group(final List<Link> links, final Message... attributes) {
        final List<Message> messages = new ArrayList<>(List.of(attributes));
        messages.add(0, new Message(2, buffer(18).put((byte)0).put((byte)0).putLong(UNDEFINED).putLong(UNDEFINED)
            .array()));
        for (final Link link : links) {
            final byte[] name = link.name().getBytes(StandardCharsets.US_ASCII);
            messages.add(new Message(6, buffer(11 + name.length).put((byte)1).put((byte)0).put((byte)name.length)
                .put(name).putLong(link.address()).array()));
        }
        return object(messages);
    }

    static Message dataspace(final long... sizes) {
        final ByteBuffer b = buffer(8 + 8 * sizes.length);
        b.put((byte)1).put((byte)sizes.length).position(8);
        for (final long size : sizes) {
            b.putLong(size);
        }
        return new Message(1, b.array());
    }

    static Message integer(final int bytes, final boolean signed, final ByteOrder order) {
        final int bits = (signed ? 8 : 0) | (order == ByteOrder.BIG_ENDIAN ? 1 : 0);
        return new Message(3, buffer(12).put((byte)0x10).put((byte)bits).put((byte)0).put((byte)0).putInt(bytes)
            .putShort((short)0).putShort((short)(8 * bytes)).array());
    }

    /** Floating point number of 2, 4 or 8 bytes. */
    static Message floating(final int bytes, final ByteOrder order) {
        final int exponent = bytes == 2 ? 5 : bytes == 4 ? 8 : 11;
        final int mantissa = 8 * bytes - 1 - exponent;
        return new Message(3, buffer(20).put((byte)0x11).put((byte)(0x20 | (order == ByteOrder.BIG_ENDIAN ? 1 : 0)))
            .put((byte)(8 * bytes - 1)).put((byte)0).putInt(bytes).putShort((short)0).putShort((short)(8 * bytes))
            .put((byte)mantissa).put((byte)exponent).put((byte)0).put((byte)mantissa)
            .putInt((1 << exponent - 1) - 1).array());
    }

    private static byte[] string(final int length) {
        return buffer(8).put((byte)0x13).putShort((short)0).put((byte)0).putInt(length).array();
    }

    private static Message attribute(final String name, final byte[] type, final byte[] data) {
        final byte[] text = (name + "\0").getBytes(StandardCharsets.US_ASCII);
        final byte[] space = dataspace().body();
        final ByteBuffer b = buffer(8 + padded(text.length) + padded(type.length) + padded(space.length) + data.length);
        b.put((byte)1).put((byte)0).putShort((short)text.length).putShort((short)type.length)
            .putShort((short)space.length);
        b.put(Arrays.copyOf(text, padded(text.length))).put(Arrays.copyOf(type, padded(type.length)))
            .put(Arrays.copyOf(space, padded(space.length))).put(data);
        return new Message(12, b.array());
    }

    static Message attribute(final String name, final String value) {
        final byte[] text = (value + "\0").getBytes(StandardCharsets.UTF_8);
        return attribute(name, string(text.length), text);
    }

    static Message attribute(final String name, final double value) {
        return attribute(name, floating(8, ByteOrder.LITTLE_ENDIAN).body(), buffer(8).putDouble(value).array());
    }

    /** Layout of a data set in one piece. */
    static Message contiguous(final long address, final long bytes) {
        return new Message(8, buffer(18).put((byte)3).put((byte)1).putLong(address).putLong(bytes).array());
    }

    /** Layout of a data set in chunks, whose last size is that of an element. */
    static Message chunked(final long index, final int... sizes) {
        final ByteBuffer b = buffer(11 + 4 * sizes.length);
        b.put((byte)3).put((byte)2).put((byte)sizes.length).putLong(index);
        for (final int size : sizes) {
            b.putInt(size);
        }
        return new Message(8, b.array());
    }

    /** Filters shuffle and deflate, or deflate only. */
    static Message filters(final boolean shuffle, final int elementBytes) {
        final ByteBuffer b = buffer(shuffle ? 40 : 24);
        b.put((byte)1).put((byte)(shuffle ? 2 : 1)).position(8);
        if (shuffle) {
            b.putShort((short)2).putShort((short)0).putShort((short)1).putShort((short)1).putInt(elementBytes)
                .putInt(0);
        }
        b.putShort((short)1).putShort((short)0).putShort((short)1).putShort((short)1).putInt(6).putInt(0);
        return new Message(11, b.array());
    }

    /** A chunk where it begins in the data set, and its bytes as they go into the file. */
    record Chunk(long[] start, byte[] bytes) {
    }

    /** Puts chunks and their index at the end; @return the address of the index. */
    long index(final List<Chunk> chunks, final long[] end) {
        final int keyBytes = 8 + 8 * (end.length + 1);
        final ByteBuffer b = buffer(24 + (chunks.size() + 1) * keyBytes + chunks.size() * 8);
        b.put("TREE".getBytes(StandardCharsets.US_ASCII)).put((byte)1).put((byte)0).putShort((short)chunks.size());
        b.putLong(UNDEFINED).putLong(UNDEFINED);
        for (final Chunk chunk : chunks) {
            final long address = put(chunk.bytes());
            key(b, chunk.bytes().length, chunk.start());
            b.putLong(address);
        }
        key(b, 0, end);
        return put(b.array());
    }

    private static void key(final ByteBuffer b, final int bytes, final long[] start) {
        b.putInt(bytes).putInt(0);
        for (final long position : start) {
            b.putLong(position);
        }
        b.putLong(0);
    }

    static byte[] deflated(final byte[] bytes) {
        final Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        final byte[] packed = new byte[bytes.length + 100];
        final int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    static byte[] shuffled(final byte[] bytes, final int size) {
        final byte[] shuffled = new byte[bytes.length];
        final int count = bytes.length / size;
        for (int i = 0; i < count; i++) {
            for (int part = 0; part < size; part++) {
                shuffled[part * count + i] = bytes[i * size + part];
            }
        }
        return shuffled;
    }

    /** @return the file, whose root group is at an address; it ends at that many bytes, even if they are not there */
    byte[] finish(final long root, final long end) {
        final int length = m_file.position();
        final byte[] bytes = Arrays.copyOf(m_file.array(), length);
        final ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        b.put(new byte[] {(byte)0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
        b.put(new byte[5]).put((byte)8).put((byte)8).put((byte)0).putShort((short)4).putShort((short)16).putInt(0);
        b.putLong(0).putLong(UNDEFINED).putLong(Math.max(end, length)).putLong(UNDEFINED);
        b.putLong(0).putLong(root).putInt(0).putInt(0);
        return bytes;
    }
}
