// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.epattern.scan.SampleType;

/** Number types and shapes as HDF5 describes them (HDF5 File Format Specification 3.0, IV.A.2.b and d). */
final class Hdf5Types {

    /** Bytes of a reference to something of variable length. */
    static final int REFERENCE = 16;

    private static final int SIGNED = 8;
    private static final int IMPLIED_BIT = 0x20;

    private Hdf5Types() {
    }

    private static ByteBuffer buffer(final int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @return the number type of a pixel, little-endian */
    static byte[] of(final SampleType type) {
        return type.isInteger() ? integer(type.bytes(), type.isSigned()) : real(type.bytes());
    }

    static byte[] integer(final int bytes, final boolean signed) {
        return buffer(12).put((byte)0x10).put((byte)(signed ? SIGNED : 0)).putShort((short)0).putInt(bytes)
            .putShort((short)0).putShort((short)(bytes * Byte.SIZE)).array();
    }

    static byte[] real(final int bytes) {
        final boolean wide = bytes == Double.BYTES;
        return buffer(20).put((byte)0x11).put((byte)IMPLIED_BIT).put((byte)(bytes * Byte.SIZE - 1)).put((byte)0)
            .putInt(bytes).putShort((short)0).putShort((short)(bytes * Byte.SIZE)).put((byte)(wide ? 52 : 23))
            .put((byte)(wide ? 11 : 8)).put((byte)0).put((byte)(wide ? 52 : 23)).putInt(wide ? 1023 : 127).array();
    }

    /** @return what h5py takes for True and False: a list of two names, one byte */
    static byte[] truth() {
        final ByteBuffer b = buffer(8 + 12 + 16 + 2);
        b.put((byte)0x18).put((byte)2).putShort((short)0).putInt(1).put(integer(1, true));
        b.put("FALSE\0\0\0TRUE\0\0\0\0".getBytes(StandardCharsets.US_ASCII)).put((byte)0).put((byte)1);
        return b.array();
    }

    /** @return text of any length, UTF-8 */
    static byte[] text() {
        final ByteBuffer b = buffer(16);
        b.put((byte)0x19).put((byte)1).put((byte)1).put((byte)0).putInt(REFERENCE);
        b.put((byte)0x13).put((byte)0x10).putShort((short)0).putInt(1);
        return b.array();
    }

    /** @return any number of elements of a type */
    static byte[] list(final byte[] element) {
        return buffer(8 + element.length).put((byte)0x19).put((byte)0).putShort((short)0).putInt(REFERENCE)
            .put(element).array();
    }

    /** @return a record of 64-bit floating-point numbers, less than 32 of them */
    static byte[] record(final List<String> names) {
        final byte[] number = real(Double.BYTES);
        final int size = names.stream().mapToInt(name -> name.length() + 1 + 1 + number.length).sum();
        final ByteBuffer b = buffer(8 + size);
        b.put((byte)0x36).putShort((short)names.size()).put((byte)0).putInt(names.size() * Double.BYTES);
        for (int i = 0; i < names.size(); i++) {
            b.put(names.get(i).getBytes(StandardCharsets.US_ASCII)).put((byte)0).put((byte)(i * Double.BYTES));
            b.put(number);
        }
        return b.array();
    }

    /** @return shape with these sizes; none = a single value */
    static byte[] shape(final long... sizes) {
        final ByteBuffer b = buffer(4 + sizes.length * Long.BYTES);
        b.put((byte)2).put((byte)sizes.length).put((byte)0).put((byte)(sizes.length == 0 ? 0 : 1));
        for (final long size : sizes) {
            b.putLong(size);
        }
        return b.array();
    }
}
