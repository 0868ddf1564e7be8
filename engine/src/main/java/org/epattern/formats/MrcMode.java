// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import org.epattern.scan.SampleType;

/** Number type of the pixels of an MRC file. */
enum MrcMode {
    UNSIGNED_BYTE(0, SampleType.UINT8, 8, "8 bit"), SIGNED_BYTE(0, SampleType.INT8, 8, "8 bit signed"),
    SHORT(1, SampleType.INT16, 16, "16 bit signed"), FLOAT(2, SampleType.FLOAT32, 32, "float"),
    UNSIGNED_SHORT(6, SampleType.UINT16, 16, "16 bit"), HALF(12, SampleType.FLOAT32, 16, "half float"),
    NIBBLE(101, SampleType.UINT8, 4, "4 bit");

    /** What may stand in the header, for messages; 3 and 4 are complex numbers, which are no patterns. */
    static final String LIST = "0 (8 bit), 1 (16 bit signed), 2 (float), 6 (16 bit), 12 (half float) or 101 (4 bit)";

    private final int m_number;
    private final SampleType m_type;
    private final int m_bits;
    private final String m_text;

    MrcMode(final int number, final SampleType type, final int bits, final String text) {
        m_number = number;
        m_type = type;
        m_bits = bits;
        m_text = text;
    }

    /**
     * @param number the mode in the header
     * @param signedBytes whether the header says that bytes are signed
     * @return the mode, or null if there is none of that number
     */
    static MrcMode of(final int number, final boolean signedBytes) {
        for (final MrcMode mode : values()) {
            if (mode.m_number == number && (mode != UNSIGNED_BYTE || !signedBytes)) {
                return mode;
            }
        }
        return null;
    }

    /** @return type in which the pixels are given */
    SampleType type() {
        return m_type;
    }

    /** @return whether the pixels lie in the file in the type in which they are given */
    boolean isPlain() {
        return m_bits == 8 * m_type.bytes();
    }

    /** @return bytes of a row of so many pixels in the file; rows of 4-bit pixels begin at whole bytes */
    long rowBytes(final int width) {
        return ((long)width * m_bits + 7) / 8;
    }

    String text() {
        return m_text;
    }
}
