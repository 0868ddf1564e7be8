// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.math.BigDecimal;
import java.math.MathContext;
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
    private static final double TOLERANCE = 1e-6;
    private static final MathContext DIGITS_OF_ONE_VALUE = new MathContext(4);

    /**
     * @param min lower end of the axis
     * @param max upper end of the axis, above {@code min}
     * @param most number of ticks that is aimed at, at least 2; more only if there would be a single one otherwise
     * @param whole whether only whole numbers make sense
     * @return ticks at multiples of 1, 2 or 5 times a power of ten
     */
    static Ticks between(final double min, final double max, final int most, final boolean whole) {
        final int exponent = exponent(Math.max(Math.abs(min), Math.abs(max)));
        final BigDecimal step = step(min, max, most, whole);
        final List<Double> values = new ArrayList<>();
        final List<String> labels = new ArrayList<>();
        // counted in whole steps: adding up a decimal fraction would drift, and labels would show it
        for (long i = first(min, step); i <= last(max, step); i++) {
            final BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            values.add(value.doubleValue());
            labels.add(label(value, exponent, decimals(step, exponent)));
        }
        return new Ticks(values, labels, exponent);
    }

    /**
     * Ticks of a colour bar: the lowest and the highest value exactly, round numbers between them.
     *
     * @param min lowest value
     * @param max highest value, not below {@code min}; if equal there is one tick
     * @param most largest number of round numbers, at least 2
     * @param whole whether only whole numbers make sense
     * @param clearance share of the axis that stays free of round numbers next to both ends, 0 to 0.5
     * @return the ticks, rising
     */
    static Ticks withEnds(final double min, final double max, final int most, final boolean whole,
        final double clearance) {
        if (min == max) {
            final int exponent = exponent(Math.abs(min));
            final BigDecimal value = new BigDecimal(min).movePointLeft(exponent).round(DIGITS_OF_ONE_VALUE);
            return new Ticks(List.of(min), List.of(value.stripTrailingZeros().toPlainString()), exponent);
        }
        final Ticks round = between(min, max, most, whole);
        // one digit more than the round numbers; a count does not get a decimal point
        final int more = whole && round.exponent == 0 ? 0 : 1;
        final int decimals = decimals(step(min, max, most, whole).movePointLeft(more), round.exponent);
        final List<Double> values = new ArrayList<>();
        final List<String> labels = new ArrayList<>();
        values.add(min);
        labels.add(label(new BigDecimal(min), round.exponent, decimals));
        for (int i = 0; i < round.values.size(); i++) {
            final double share = (round.values.get(i) - min) / (max - min);
            if (share >= clearance && share <= 1 - clearance) {
                values.add(round.values.get(i));
                labels.add(round.labels.get(i));
            }
        }
        values.add(max);
        labels.add(label(new BigDecimal(max), round.exponent, decimals));
        return new Ticks(values, labels, round.exponent);
    }

    /** Power of ten that is written once beside the axis; 0 if the numbers are short without it. */
    private static int exponent(final double largest) {
        final int magnitude = largest > 0 ? (int)Math.floor(Math.log10(largest)) : 0;
        return magnitude >= LONGEST_PLAIN || magnitude < SMALLEST_PLAIN ? magnitude : 0;
    }

    private static BigDecimal step(final double min, final double max, final int most, final boolean whole) {
        final double length = (max - min) / most;
        final BigDecimal step = niceAtLeast(length);
        // a single tick tells no scale
        final boolean single = count(min, max, step) < 2;
        final BigDecimal chosen = single ? niceAtMost(length) : step;
        return whole ? chosen.max(BigDecimal.ONE) : chosen;
    }

    private static long count(final double min, final double max, final BigDecimal step) {
        return last(max, step) - first(min, step) + 1;
    }

    private static long first(final double min, final BigDecimal step) {
        return (long)Math.ceil(min / step.doubleValue() - TOLERANCE);
    }

    private static long last(final double max, final BigDecimal step) {
        return (long)Math.floor(max / step.doubleValue() + TOLERANCE);
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

    private static int decimals(final BigDecimal step, final int exponent) {
        return Math.max(0, step.movePointLeft(exponent).stripTrailingZeros().scale());
    }

    private static String label(final BigDecimal value, final int exponent, final int decimals) {
        return value.signum() == 0 ? "0"
            : value.movePointLeft(exponent).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
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
