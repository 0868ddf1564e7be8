// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Checksum of HDF5 metadata: Bob Jenkins' lookup3, public domain, as the specification demands. */
final class Hdf5Checksum {

    private static final int START = 0xdeadbeef;
    private static final int BLOCK = 12;

    private int m_a;
    private int m_b;
    private int m_c;

    private Hdf5Checksum() {
    }

    /** @return checksum of the first {@code length} bytes */
    static int of(final byte[] bytes, final int length) {
        return new Hdf5Checksum().sum(bytes, length);
    }

    private int sum(final byte[] bytes, final int length) {
        m_a = START + length;
        m_b = m_a;
        m_c = m_a;
        if (length == 0) {
            return m_c;
        }
        // the last block is filled with zeros
        final ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(Arrays.copyOf(bytes, length),
            (length + BLOCK - 1) / BLOCK * BLOCK)).order(ByteOrder.LITTLE_ENDIAN);
        while (true) {
            m_a += words.getInt();
            m_b += words.getInt();
            m_c += words.getInt();
            if (!words.hasRemaining()) {
                break;
            }
            mix();
        }
        finish();
        return m_c;
    }

    private void mix() {
        m_a = m_a - m_c ^ Integer.rotateLeft(m_c, 4);
        m_c += m_b;
        m_b = m_b - m_a ^ Integer.rotateLeft(m_a, 6);
        m_a += m_c;
        m_c = m_c - m_b ^ Integer.rotateLeft(m_b, 8);
        m_b += m_a;
        m_a = m_a - m_c ^ Integer.rotateLeft(m_c, 16);
        m_c += m_b;
        m_b = m_b - m_a ^ Integer.rotateLeft(m_a, 19);
        m_a += m_c;
        m_c = m_c - m_b ^ Integer.rotateLeft(m_b, 4);
        m_b += m_a;
    }

    private void finish() {
        m_c = (m_c ^ m_b) - Integer.rotateLeft(m_b, 14);
        m_a = (m_a ^ m_c) - Integer.rotateLeft(m_c, 11);
        m_b = (m_b ^ m_a) - Integer.rotateLeft(m_a, 25);
        m_c = (m_c ^ m_b) - Integer.rotateLeft(m_b, 16);
        m_a = (m_a ^ m_c) - Integer.rotateLeft(m_c, 4);
        m_b = (m_b ^ m_a) - Integer.rotateLeft(m_a, 14);
        m_c = (m_c ^ m_b) - Integer.rotateLeft(m_b, 24);
    }
}
