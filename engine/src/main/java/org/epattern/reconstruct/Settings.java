// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

/** Refuses settings out of range with one sentence. */
final class Settings {

    private Settings() {
    }

    static void positive(final String name, final double value, final String unit) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw outOfRange(name, value, "above 0", unit);
        }
    }

    static void notNegative(final String name, final double value, final String unit) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw outOfRange(name, value, "of 0 or more", unit);
        }
    }

    static void patternSize(final int width, final int height) {
        if (width < 1 || height < 1 || (long)width * height > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("A pattern of " + width + " x " + height
                + " px is not possible; at least 1 x 1 px and at most 46340 x 46340 px are expected");
        }
    }

    static void pixelCount(final String what, final int found, final int width, final int height) {
        if (found != width * height) {
            throw new IllegalArgumentException("The " + what + " has " + found + " pixels; " + width + " x " + height
                + " = " + width * height + " are expected");
        }
    }

    private static IllegalArgumentException outOfRange(final String name, final double value, final String expected,
        final String unit) {
        return new IllegalArgumentException("The " + name + " is " + value + "; a value " + expected
            + (unit.isEmpty() ? "" : " " + unit) + " is expected");
    }
}
