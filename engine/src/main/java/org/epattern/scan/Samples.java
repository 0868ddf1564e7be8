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
            case UINT8, INT8 -> {
                for (int i = 0; i < n; i++) {
                    samples[i] = (byte)whole(pixels[i], type);
                }
            }
            case UINT16, INT16 -> {
                for (int i = 0; i < n; i++) {
                    SHORT.set(samples, 2 * i, (short)whole(pixels[i], type));
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
