// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

/** Refuses numbers out of range, in a sentence. */
final class Ranges {

    private Ranges() {
    }

    static void within(final String name, final double value, final double smallest, final double largest,
        final String unit) {
        if (!(value >= smallest && value <= largest)) {
            final String behind = unit.isEmpty() ? "" : " " + unit;
            throw new IllegalArgumentException("The " + name + " is " + text(value) + behind + "; " + text(smallest)
                + " to " + text(largest) + behind + " are expected");
        }
    }

    /** Whole numbers without a point. */
    private static String text(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long)value) : Double.toString(value);
    }
}
