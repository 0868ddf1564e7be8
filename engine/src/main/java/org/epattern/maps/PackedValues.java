// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Writes arrays of numbers as text for web pages: their bytes, little-endian, in Base64 (RFC 4648). */
public final class PackedValues {

    /** Largest value of 16 bit. */
    private static final int LARGEST = 65535;

    private PackedValues() {
    }

    /**
     * A picture with 65,536 steps from its darkest to its brightest pixel.
     *
     * @param min value of step 0; 0 if no pixel is a number
     * @param max value of step 65535
     * @param u16 the steps as unsigned 16-bit numbers, little-endian, in Base64
     */
    public record Steps(double min, double max, String u16) {
    }

    /**
     * @param values any numbers, row by row
     * @return them as 32-bit floating-point numbers
     */
    public static String floats(final float[] values) {
        final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * @param values any numbers
     * @return them as 32-bit floating-point numbers
     */
    public static String floats(final double[] values) {
        final float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float)values[i];
        }
        return floats(rounded);
    }

    /**
     * @param pixels grey levels, row by row; those that are no finite numbers become the darkest
     * @return the picture; a value is min + step * (max - min) / 65535
     */
    public static Steps steps(final float[] pixels) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (final float pixel : pixels) {
            if (Float.isFinite(pixel)) {
                min = Math.min(min, pixel);
                max = Math.max(max, pixel);
            }
        }
        final boolean none = min > max;
        final double scale = max > min ? LARGEST / (max - min) : 0;
        final ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        for (final float pixel : pixels) {
            bytes.putShort((short)(Float.isFinite(pixel) ? Math.round((pixel - min) * scale) : 0));
        }
        return new Steps(none ? 0 : min, none ? 0 : max, Base64.getEncoder().encodeToString(bytes.array()));
    }
}
