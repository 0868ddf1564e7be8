// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** Turns samples into the byte order of the program. */
final class ByteOrders {

    /** Samples that are turned together: few enough to stay in the processor's cache. */
    private static final int CHUNK = 2048;

    private ByteOrders() {
    }

    /**
     * Makes samples little-endian, in place. Copies between buffers of different byte orders, which the Java runtime
     * does several times faster than a loop over bytes.
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
        final ByteBuffer from = ByteBuffer.wrap(samples, 0, length).order(ByteOrder.BIG_ENDIAN);
        final ByteBuffer to = ByteBuffer.wrap(samples, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        switch (size) {
            case 1 -> {
                // a byte has no order
            }
            case 2 -> turn(from.asShortBuffer(), to.asShortBuffer());
            case 4 -> turn(from.asIntBuffer(), to.asIntBuffer());
            case 8 -> turn(from.asLongBuffer(), to.asLongBuffer());
            default -> throw new IllegalArgumentException("1, 2, 4 or 8 bytes per sample, found " + size);
        }
    }

    private static void turn(final ShortBuffer from, final ShortBuffer to) {
        final short[] chunk = new short[CHUNK];
        while (from.hasRemaining()) {
            final int count = Math.min(CHUNK, from.remaining());
            from.get(chunk, 0, count);
            to.put(chunk, 0, count);
        }
    }

    private static void turn(final IntBuffer from, final IntBuffer to) {
        final int[] chunk = new int[CHUNK];
        while (from.hasRemaining()) {
            final int count = Math.min(CHUNK, from.remaining());
            from.get(chunk, 0, count);
            to.put(chunk, 0, count);
        }
    }

    private static void turn(final LongBuffer from, final LongBuffer to) {
        final long[] chunk = new long[CHUNK];
        while (from.hasRemaining()) {
            final int count = Math.min(CHUNK, from.remaining());
            from.get(chunk, 0, count);
            to.put(chunk, 0, count);
        }
    }
}
