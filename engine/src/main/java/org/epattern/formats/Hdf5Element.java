// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.epattern.scan.SampleType;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

/**
 * Number type of an HDF5 data set, and how it becomes samples. Integers of 64 bits become double (exact up to 2^53),
 * half floats become float, truth values become 0 and 1; all others stay what they are.
 *
 * @param kind how an element becomes a sample
 * @param bytes bytes of an element in the file
 * @param order byte order of an element
 * @param type type of the samples
 */
record Hdf5Element(Kind kind, int bytes, ByteOrder order, SampleType type) {

    private static final double TWO_TO_64 = 0x1p64;

    /** How an element becomes a sample. */
    enum Kind {
        PLAIN, LONG, UNSIGNED_LONG, HALF
    }

    /**
     * @param type type of a data set
     * @return the number type; null if it is none that a pixel can have
     */
    static Hdf5Element of(final DataType type) {
        if (type instanceof FixedPoint fixed) {
            return ofInteger(fixed);
        }
        if (type instanceof FloatingPoint floating) {
            return ofFloat(floating);
        }
        // how h5py stores truth values
        return type instanceof EnumDataType names && names.getBaseType() instanceof FixedPoint fixed ? ofInteger(fixed)
            : null;
    }

    private static Hdf5Element ofInteger(final FixedPoint type) {
        final int bytes = type.getSize();
        if (type.getBitOffset() != 0 || type.getBitPrecision() != 8 * bytes) {
            return null;
        }
        final boolean signed = type.isSigned();
        return switch (bytes) {
            case 1 -> plain(type.getByteOrder(), signed ? SampleType.INT8 : SampleType.UINT8);
            case 2 -> plain(type.getByteOrder(), signed ? SampleType.INT16 : SampleType.UINT16);
            case 4 -> plain(type.getByteOrder(), signed ? SampleType.INT32 : SampleType.UINT32);
            case 8 -> new Hdf5Element(signed ? Kind.LONG : Kind.UNSIGNED_LONG, 8, type.getByteOrder(),
                SampleType.FLOAT64);
            default -> null;
        };
    }

    private static Hdf5Element ofFloat(final FloatingPoint type) {
        return switch (type.getSize()) {
            case 2 -> type.getExponentSize() != 5 ? null
                : new Hdf5Element(Kind.HALF, 2, type.getByteOrder(), SampleType.FLOAT32);
            case 4 -> type.getExponentSize() != 8 ? null : plain(type.getByteOrder(), SampleType.FLOAT32);
            case 8 -> type.getExponentSize() != 11 ? null : plain(type.getByteOrder(), SampleType.FLOAT64);
            default -> null;
        };
    }

    private static Hdf5Element plain(final ByteOrder order, final SampleType type) {
        return new Hdf5Element(Kind.PLAIN, type.bytes(), order, type);
    }

    /** @return whether the elements of a file are samples as they are */
    boolean isSample() {
        return kind == Kind.PLAIN && (bytes == 1 || order == ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @param elements elements as they lie in the file
     * @param count number of elements
     * @param samples receives the samples, little-endian
     */
    void convert(final byte[] elements, final int count, final byte[] samples) {
        final ByteBuffer in = ByteBuffer.wrap(elements).order(order);
        final ByteBuffer out = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        switch (kind) {
            case HALF -> HalfFloats.toFloat(in, count, out);
            case LONG -> {
                for (int i = 0; i < count; i++) {
                    out.putDouble(8 * i, in.getLong(8 * i));
                }
            }
            case UNSIGNED_LONG -> {
                for (int i = 0; i < count; i++) {
                    final long value = in.getLong(8 * i);
                    out.putDouble(8 * i, value >= 0 ? value : value + TWO_TO_64);
                }
            }
            case PLAIN -> {
                switch (bytes) {
                    case 1 -> System.arraycopy(elements, 0, samples, 0, count);
                    case 2 -> out.asShortBuffer().put(in.asShortBuffer().limit(count));
                    case 4 -> out.asIntBuffer().put(in.asIntBuffer().limit(count));
                    default -> out.asLongBuffer().put(in.asLongBuffer().limit(count));
                }
            }
        }
    }
}
