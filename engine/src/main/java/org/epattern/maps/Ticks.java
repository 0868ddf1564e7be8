// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis with short labels.
 *
 * @param values where the ticks are, rising
 * @param labels what is written there
 * @param exponent labels are to be multiplied by 10 to this power
 */
record Ticks(List<Double> values, List<String> labels, int exponent) {

    private static final int LONGEST_PLAIN = 5;
    private static final int SMALLEST_PLAIN = -3;

    /**
     * @param min lower end of the axis
     * @param max upper end of the axis, above {@code min}
     * @param most largest number of ticks, at least 2
     * @param whole whether only whole numbers make sense
     * @return ticks at multiples of 1, 2 or 5 times a power of ten
     */
    static Ticks between(final double min, final double max, final int most, final boolean whole) {
        final double largest = Math.max(Math.abs(min), Math.abs(max));
        final int magnitude = largest > 0 ? (int)Math.floor(Math.log10(largest)) : 0;
        final int exponent = magnitude >= LONGEST_PLAIN || magnitude < SMALLEST_PLAIN ? magnitude : 0;
        BigDecimal step = niceAtLeast((max - min) / most);
        if (whole && step.compareTo(BigDecimal.ONE) < 0) {
            step = BigDecimal.ONE;
        }
        final List<Double> values = new ArrayList<>();
        final List<String> labels = new ArrayList<>();
        // counted in whole steps: adding up a decimal fraction would drift, and labels would show it
        final double tolerance = 1e-6;
        final long first = (long)Math.ceil(min / step.doubleValue() - tolerance);
        final long last = (long)Math.floor(max / step.doubleValue() + tolerance);
        for (long i = first; i <= last; i++) {
            final BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            values.add(value.doubleValue());
            labels.add(label(value, exponent, step));
        }
        return new Ticks(values, labels, exponent);
    }

    /** @return the smallest of 1, 2, 5 times a power of ten that is not below {@code length} */
    static BigDecimal niceAtLeast(final double length) {
        final int power = (int)Math.floor(Math.log10(length));
        for (final int digit : new int[]{1, 2, 5}) {
            final BigDecimal nice = BigDecimal.valueOf(digit, -power);
            if (nice.doubleValue() >= length * (1 - 1e-9)) {
                return nice;
            }
        }
        return BigDecimal.valueOf(1, -power - 1);
    }

    /** @return the largest of 1, 2, 5 times a power of ten that is not above {@code length} */
    static BigDecimal niceAtMost(final double length) {
        final int power = (int)Math.floor(Math.log10(length));
        for (final int digit : new int[]{5, 2}) {
            final BigDecimal nice = BigDecimal.valueOf(digit, -power);
            if (nice.doubleValue() <= length * (1 + 1e-9)) {
                return nice;
            }
        }
        return BigDecimal.valueOf(1, -power);
    }

    private static String label(final BigDecimal value, final int exponent, final BigDecimal step) {
        final int decimals = Math.max(0, step.movePointLeft(exponent).stripTrailingZeros().scale());
        return value.movePointLeft(exponent).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** @return "×10⁶" for exponent 6, empty for 0 */
    String factor() {
        if (exponent == 0) {
            return "";
        }
        final StringBuilder text = new StringBuilder("×10");
        for (final char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }
}
