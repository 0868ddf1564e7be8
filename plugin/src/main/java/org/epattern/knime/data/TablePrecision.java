// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

/**
 * How exactly the reflection table keeps what was measured: far below what the electrons of a pattern allow to know,
 * and no digit more, because digits that mean nothing cannot be compressed (docs/PERFORMANCE.md, data reduction).
 * Positions lie on multiples of 0.001 px, radii on multiples of 0.01 px; grey levels have four digits, their
 * prominence and noise three.
 */
final class TablePrecision {

    private static final double PER_PIXEL = 1000;
    private static final double RADII_PER_PIXEL = 100;
    private static final int INTENSITY_DIGITS = 4;
    private static final int NOISE_DIGITS = 3;

    private TablePrecision() {
    }

    /** @return a coordinate (px) as the table keeps it */
    static double position(final double value) {
        return Math.rint(value * PER_PIXEL) / PER_PIXEL;
    }

    /** @return a radius (px) as the table keeps it */
    static double radius(final double value) {
        return Math.rint(value * RADII_PER_PIXEL) / RADII_PER_PIXEL;
    }

    /** @return a mean (grey levels) as the table keeps it */
    static double intensity(final double value) {
        return digits(value, INTENSITY_DIGITS);
    }

    /** @return a prominence or noise (grey levels) as the table keeps it */
    static double noise(final double value) {
        return digits(value, NOISE_DIGITS);
    }

    /** Multiplies and divides by whole powers of ten only, so that the result is the number that prints shortest. */
    private static double digits(final double value, final int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        final int places = digits - 1 - (int)Math.floor(Math.log10(Math.abs(value)));
        final double power = Math.pow(10, Math.abs(places));
        if (Double.isInfinite(power)) {
            return value;
        }
        return places >= 0 ? Math.rint(value * power) / power : Math.rint(value / power) * power;
    }
}
