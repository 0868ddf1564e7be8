// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/** Refuses settings out of range with one sentence. */
final class Limits {

    private Limits() {
    }

    /** Refuses numbers out of a range. */
    static void within(final String setting, final double value, final double low, final double high,
        final String unit) {
        check(value >= low && value <= high, setting, value, text(low) + " to " + text(high) + unit);
    }

    /** Refuses what is not fine. */
    static void check(final boolean fine, final String setting, final Object found, final String expected) {
        if (!fine) {
            throw new IllegalArgumentException(setting + ": expected " + expected + ", found " + found);
        }
    }

    private static String text(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long)value)
            : Double.toString(value);
    }
}
