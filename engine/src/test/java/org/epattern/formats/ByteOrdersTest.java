// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.junit.jupiter.api.Test;

class ByteOrdersTest {

    @Test
    void samplesOfEverySizeAndNumberAreTurnedRound() {
        for (final int size : new int[] {1, 2, 4, 8}) {
            for (int count = 0; count < 20; count++) {
                final ByteBuffer big = ByteBuffer.allocate(8 * 20).order(ByteOrder.BIG_ENDIAN);
                final ByteBuffer little = ByteBuffer.allocate(8 * 20).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < 160 / size; i++) {
                    // samples behind the stated length must stay as they are
                    put(big, size, i);
                    put(i < count ? little : little.order(ByteOrder.BIG_ENDIAN), size, i);
                }
                ByteOrders.toLittleEndian(big.array(), count * size, size, ByteOrder.BIG_ENDIAN);
                assertArrayEquals(little.array(), big.array(), count + " samples of " + size);
                ByteOrders.toLittleEndian(big.array(), count * size, size, ByteOrder.LITTLE_ENDIAN);
                assertArrayEquals(little.array(), big.array());
            }
        }
        assertThrows(IllegalArgumentException.class,
            () -> ByteOrders.toLittleEndian(new byte[6], 6, 3, ByteOrder.BIG_ENDIAN));
    }

    private static void put(final ByteBuffer b, final int size, final int number) {
        final long value = 0x0102030405060708L * (number + 3);
        switch (size) {
            case 1 -> b.put((byte)value);
            case 2 -> b.putShort((short)value);
            case 4 -> b.putInt((int)value);
            default -> b.putLong(value);
        }
    }
}
