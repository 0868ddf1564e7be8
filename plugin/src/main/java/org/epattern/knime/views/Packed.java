// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.util.stream.DoubleStream;

import org.epattern.maps.PackedValues;

/**
 * An array of numbers as pages take it.
 *
 * @param f32 32-bit floating-point numbers, little-endian, in Base64; not a number where there is none
 */
public record Packed(String f32) {

    /** @return the numbers */
    public static Packed of(final float[] values) {
        return new Packed(PackedValues.floats(values));
    }

    /** @return the numbers */
    public static Packed of(final DoubleStream values) {
        return new Packed(PackedValues.floats(values.toArray()));
    }
}
