// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads the units of an axis as programs write them: {@code nm}, {@code Å}, {@code A^-1}, {@code $A^{-1}$},
 * {@code 1/nm}, {@code [n_m^-1]} and so on.
 */
final class PhysicalUnit {

    private static final Map<String, Double> NANOMETRES = Map.ofEntries(Map.entry("m", 1e9), Map.entry("mm", 1e6),
        Map.entry("um", 1e3), Map.entry("\u00b5m", 1e3), Map.entry("\u03bcm", 1e3), Map.entry("micron", 1e3),
        Map.entry("nm", 1.0), Map.entry("\u00e5", 0.1), Map.entry("a", 0.1),
        Map.entry("aa", 0.1), Map.entry("angstrom", 0.1), Map.entry("angstroms", 0.1), Map.entry("pm", 1e-3));

    private PhysicalUnit() {
    }

    /**
     * @param scale size of a step along an axis
     * @param unit its unit
     * @return the step in nm; empty if the unit is no length or the step is not above zero
     */
    static OptionalDouble nanometres(final double scale, final String unit) {
        final Double factor = NANOMETRES.get(plain(unit));
        return positive(factor == null ? 0 : scale * factor);
    }

    /**
     * @param scale size of a step along an axis
     * @param unit its unit
     * @return the step in 1/nm; empty if the unit is no reciprocal length or the step is not above zero
     */
    static OptionalDouble perNanometre(final double scale, final String unit) {
        final String plain = plain(unit);
        final String base;
        if (plain.startsWith("1/")) {
            base = plain.substring(2);
        } else if (plain.endsWith("^-1")) {
            base = plain.substring(0, plain.length() - 3);
        } else if (plain.endsWith("-1")) {
            base = plain.substring(0, plain.length() - 2);
        } else {
            return OptionalDouble.empty();
        }
        final Double factor = NANOMETRES.get(base);
        return positive(factor == null ? 0 : scale / factor);
    }

    private static OptionalDouble positive(final double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Without blanks, brackets and what LaTeX and Prismatic write around a unit. */
    private static String plain(final String unit) {
        return unit.replaceAll("\\\\mathrm|\\\\rm|[\\s\\[\\]_{}()$\\\\]", "").replace("\u207b\u00b9", "^-1")
            .replace("\u212b", "\u00e5").toLowerCase(Locale.ROOT);
    }
}
