// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Turns samples into the byte order of the program. */
final class ByteOrders {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteOrders() {
    }

    /**
     * Makes samples little-endian, in place.
     *
     * @param samples the samples
     * @param length number of bytes that hold samples, from the start
     * @param size bytes per sample: 1, 2, 4 or 8
     * @param order byte order that they have
     */
    static void toLittleEndian(final byte[] samples, final int length, final int size, final ByteOrder order) {
        if (order == ByteOrder.LITTLE_ENDIAN) {
            return;
        }
        switch (size) {
            case 1 -> {
                // a byte has no order
            }
            case 2 -> {
                for (int i = 0; i < length; i += 2) {
                    SHORT.set(samples, i, Short.reverseBytes((short)SHORT.get(samples, i)));
                }
            }
            case 4 -> {
                for (int i = 0; i < length; i += 4) {
                    INT.set(samples, i, Integer.reverseBytes((int)INT.get(samples, i)));
                }
            }
            case 8 -> {
                for (int i = 0; i < length; i += 8) {
                    LONG.set(samples, i, Long.reverseBytes((long)LONG.get(samples, i)));
                }
            }
            default -> throw new IllegalArgumentException("1, 2, 4 or 8 bytes per sample, found " + size);
        }
    }
}
