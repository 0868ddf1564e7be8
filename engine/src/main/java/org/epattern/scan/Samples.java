// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Converts between grey levels and little-endian samples. */
public final class Samples {

    private static final VarHandle SHORT =
        MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
        MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * 3 * 2^22. Added to a number within 2^22 of zero it rounds that to the nearest whole number, halves to the even
     * one, which then stands in the lowest bits: much faster than {@link Math#rint} and the conversion of a float.
     */
    private static final float ROUNDER = 12_582_912f;
    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    private static final int EXPONENT_SHIFT = 23;
    private static final int CHUNK = 1024;

    private Samples() {
    }

    /**
     * @param samples little-endian samples
     * @param type their type
     * @param pixels receives {@code pixels.length} grey levels
     */
    public static void decode(final byte[] samples, final SampleType type, final float[] pixels) {
        final int n = pixels.length;
        switch (type) {
            case UINT8 -> {
                for (int i = 0; i < n; i++) {
                    pixels[i] = samples[i] & 0xff;
                }
            }
            case INT8 -> {
                for (int i = 0; i < n; i++) {
                    pixels[i] = samples[i];
                }
            }
            case UINT16 -> {
                for (int i = 0; i < n; i++) {
                    pixels[i] = (short)SHORT.get(samples, 2 * i) & 0xffff;
                }
            }
            case INT16 -> {
                for (int i = 0; i < n; i++) {
                    pixels[i] = (short)SHORT.get(samples, 2 * i);
                }
            }
            case UINT32 -> {
                for (int i = 0; i < n; i++) {
                    pixels[i] = (int)INT.get(samples, 4 * i) & 0xffffffffL;
                }
            }
            case INT32 -> {
                for (int i = 0; i < n; i++) {
                    pixels[i] = (int)INT.get(samples, 4 * i);
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) {
                    pixels[i] = (float)FLOAT.get(samples, 4 * i);
                }
            }
            case FLOAT64 -> {
                for (int i = 0; i < n; i++) {
                    pixels[i] = (float)(double)DOUBLE.get(samples, 8 * i);
                }
            }
        }
    }

    /**
     * Stores grey levels: rounded to the nearest whole number and kept within the range of the type where it is an
     * integer (not a number becomes 0 there), unchanged where it is floating point.
     *
     * @param pixels grey levels
     * @param type type to store
     * @param samples receives {@code pixels.length * type.bytes()} bytes, little-endian
     */
    public static void encode(final float[] pixels, final SampleType type, final byte[] samples) {
        final int n = pixels.length;
        switch (type) {
            case UINT8, INT8, UINT16, INT16 -> {
                for (int start = 0; start < n; start += CHUNK) {
                    encodeShort(pixels, start, Math.min(n, start + CHUNK), type, samples);
                }
            }
            case UINT32, INT32 -> {
                for (int i = 0; i < n; i++) {
                    INT.set(samples, 4 * i, (int)whole(pixels[i], type));
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) {
                    FLOAT.set(samples, 4 * i, pixels[i]);
                }
            }
            case FLOAT64 -> {
                for (int i = 0; i < n; i++) {
                    DOUBLE.set(samples, 8 * i, (double)pixels[i]);
                }
            }
        }
    }

    /** At most 16 bit: the fast way, and once more in the slow way if a value was too far from zero for it. */
    private static void encodeShort(final float[] pixels, final int start, final int end, final SampleType type,
        final byte[] samples) {
        final int min = (int)type.min();
        final int max = (int)type.max();
        final boolean fine = type.bytes() == 1 ? encodeBytes(pixels, start, end, min, max, samples)
            : encodeShorts(pixels, start, end, min, max, samples);
        if (!fine) {
            for (int i = start; i < end; i++) {
                final long value = whole(pixels[i], type);
                if (type.bytes() == 1) {
                    samples[i] = (byte)value;
                } else {
                    SHORT.set(samples, 2 * i, (short)value);
                }
            }
        }
    }

    private static boolean encodeBytes(final float[] pixels, final int start, final int end, final int min,
        final int max, final byte[] samples) {
        int wrong = 0;
        for (int i = start; i < end; i++) {
            final int bits = Float.floatToRawIntBits(pixels[i] + ROUNDER);
            wrong |= (bits ^ ROUNDER_BITS) >>> EXPONENT_SHIFT;
            samples[i] = (byte)Math.max(min, Math.min(max, bits - ROUNDER_BITS));
        }
        return wrong == 0;
    }

    private static boolean encodeShorts(final float[] pixels, final int start, final int end, final int min,
        final int max, final byte[] samples) {
        int wrong = 0;
        for (int i = start; i < end; i++) {
            final int bits = Float.floatToRawIntBits(pixels[i] + ROUNDER);
            wrong |= (bits ^ ROUNDER_BITS) >>> EXPONENT_SHIFT;
            SHORT.set(samples, 2 * i, (short)Math.max(min, Math.min(max, bits - ROUNDER_BITS)));
        }
        return wrong == 0;
    }

    /**
     * Gives grey levels the values that they have after they were stored and read again: see {@link #encode}.
     *
     * @param pixels grey levels, replaced
     * @param type the type that they would be stored with
     */
    public static void fit(final float[] pixels, final SampleType type) {
        if (type.bytes() <= Short.BYTES) {
            fitShort(pixels, (float)type.min(), (float)type.max());
            for (int i = 0; i < pixels.length; i++) {
                if (Float.isNaN(pixels[i])) {
                    pixels[i] = 0;
                }
            }
        } else if (type.isInteger()) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = whole(pixels[i], type);
            }
        }
    }

    /** Compiled to vector instructions. Adding zero makes minus zero zero. */
    private static void fitShort(final float[] pixels, final float min, final float max) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(min, Math.min(max, pixels[i])) + ROUNDER - ROUNDER + 0f;
        }
    }

    /**
     * @param samples little-endian samples
     * @param type their type
     * @param index number of the sample, from 0
     * @return its grey level, without loss
     */
    public static double get(final byte[] samples, final SampleType type, final int index) {
        return switch (type) {
            case UINT8 -> samples[index] & 0xff;
            case INT8 -> samples[index];
            case UINT16 -> (short)SHORT.get(samples, 2 * index) & 0xffff;
            case INT16 -> (short)SHORT.get(samples, 2 * index);
            case UINT32 -> (int)INT.get(samples, 4 * index) & 0xffffffffL;
            case INT32 -> (int)INT.get(samples, 4 * index);
            case FLOAT32 -> (float)FLOAT.get(samples, 4 * index);
            case FLOAT64 -> (double)DOUBLE.get(samples, 8 * index);
        };
    }

    /**
     * Replaces one sample; rounded and kept within the range of the type as {@link #encode} does.
     *
     * @param samples little-endian samples
     * @param type their type
     * @param index number of the sample, from 0
     * @param value grey level
     */
    public static void set(final byte[] samples, final SampleType type, final int index, final double value) {
        final long whole = (long)Math.max(type.min(), Math.min(type.max(), Math.rint(value)));
        switch (type) {
            case UINT8, INT8 -> samples[index] = (byte)whole;
            case UINT16, INT16 -> SHORT.set(samples, 2 * index, (short)whole);
            case UINT32, INT32 -> INT.set(samples, 4 * index, (int)whole);
            case FLOAT32 -> FLOAT.set(samples, 4 * index, (float)value);
            case FLOAT64 -> DOUBLE.set(samples, 8 * index, value);
        }
    }

    /**
     * Stores whole numbers bit by bit, without a range check: the lowest bytes of each.
     *
     * @param values the numbers; 32-bit unsigned ones as the int of the same bits
     * @param bytes bytes per sample: 1, 2 or 4
     * @param samples receives {@code values.length * bytes} bytes, little-endian
     */
    public static void store(final int[] values, final int bytes, final byte[] samples) {
        for (int i = 0; i < values.length; i++) {
            switch (bytes) {
                case 1 -> samples[i] = (byte)values[i];
                case 2 -> SHORT.set(samples, 2 * i, (short)values[i]);
                case 4 -> INT.set(samples, 4 * i, values[i]);
                default -> throw new IllegalArgumentException("1, 2 or 4 bytes per sample, found " + bytes);
            }
        }
    }

    /**
     * Stores 16-bit numbers unchanged.
     *
     * @param values the numbers; unsigned ones as the short of the same bits
     * @param samples receives {@code values.length * 2} bytes, little-endian
     */
    public static void store(final short[] values, final byte[] samples) {
        for (int i = 0; i < values.length; i++) {
            SHORT.set(samples, 2 * i, values[i]);
        }
    }

    /**
     * Stores double precision numbers unchanged.
     *
     * @param values the numbers
     * @param samples receives {@code values.length * 8} bytes, little-endian
     */
    public static void store(final double[] values, final byte[] samples) {
        for (int i = 0; i < values.length; i++) {
            DOUBLE.set(samples, 8 * i, values[i]);
        }
    }

    private static long whole(final float value, final SampleType type) {
        return (long)Math.max(type.min(), Math.min(type.max(), Math.rint(value)));
    }
}
