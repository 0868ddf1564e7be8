// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.nio.ByteBuffer;

/** Turns floating point numbers of 16 bits (IEEE 754 binary16) into float, exactly. */
final class HalfFloats {

    private static final int MANTISSA_BITS = 10;
    private static final int EXPONENT_MASK = 0x1f;
    private static final int BIAS_DIFFERENCE = 127 - 15;
    private static final float SMALLEST = 0x1p-24f;

    private HalfFloats() {
    }

    /** Converts {@code count} numbers from the start of one buffer to the start of the other. */
    static void toFloat(final ByteBuffer halves, final int count, final ByteBuffer floats) {
        for (int i = 0; i < count; i++) {
            floats.putFloat(4 * i, toFloat(halves.getShort(2 * i)));
        }
    }

    static float toFloat(final short half) {
        final int sign = (half & 0x8000) << 16;
        final int exponent = half >> MANTISSA_BITS & EXPONENT_MASK;
        final int mantissa = half & (1 << MANTISSA_BITS) - 1;
        if (exponent == 0) {
            // zero and the numbers below the smallest exponent
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(mantissa * SMALLEST));
        }
        final int wide = exponent == EXPONENT_MASK ? 0xff : exponent + BIAS_DIFFERENCE;
        return Float.intBitsToFloat(sign | wide << 23 | mantissa << 23 - MANTISSA_BITS);
    }
}
