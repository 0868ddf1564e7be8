// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

/**
 * Number type of a pixel as it lies on disk. Arithmetic is done in {@code float}; this type says how values are stored
 * and what range they may take. All samples are little-endian inside the program.
 */
public enum SampleType {
    UINT8(1, 0, 255), INT8(1, Byte.MIN_VALUE, Byte.MAX_VALUE), UINT16(2, 0, 65535),
    INT16(2, Short.MIN_VALUE, Short.MAX_VALUE), UINT32(4, 0, 4294967295.0),
    INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    FLOAT32(4, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    FLOAT64(8, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final int m_bytes;
    private final double m_min;
    private final double m_max;

    SampleType(final int bytes, final double min, final double max) {
        m_bytes = bytes;
        m_min = min;
        m_max = max;
    }

    /** @return bytes per sample */
    public int bytes() {
        return m_bytes;
    }

    /** @return smallest value that can be stored (grey levels); negative infinity for floating point */
    public double min() {
        return m_min;
    }

    /** @return largest value that can be stored (grey levels); infinity for floating point */
    public double max() {
        return m_max;
    }

    /** @return whether the type holds whole numbers only */
    public boolean isInteger() {
        return this != FLOAT32 && this != FLOAT64;
    }

    /** @return whether negative values can be stored */
    public boolean isSigned() {
        return m_min < 0;
    }

    /** @return the type that holds every difference of two values of this one: what a background-free pattern needs */
    public SampleType signed() {
        return switch (this) {
            case UINT8, INT8 -> INT16;
            case UINT16, INT16 -> INT32;
            case UINT32, INT32, FLOAT32 -> FLOAT32;
            case FLOAT64 -> FLOAT64;
        };
    }
}
