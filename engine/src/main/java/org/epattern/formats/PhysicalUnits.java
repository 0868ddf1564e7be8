// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Turns sizes with the units that files write into nm and 1/nm; nothing where a unit is not certain. */
final class PhysicalUnits {

    private static final Map<String, Double> LENGTHS = Map.ofEntries(Map.entry("pm", 1e-3), Map.entry("a", 0.1),
        Map.entry("\u00e5", 0.1), Map.entry("\u212b", 0.1), Map.entry("angstrom", 0.1), Map.entry("aa", 0.1),
        Map.entry("nm", 1.0),
        Map.entry("um", 1e3), Map.entry("\u00b5m", 1e3), Map.entry("\u03bcm", 1e3), Map.entry("micron", 1e3),
        Map.entry("mm", 1e6), Map.entry("m", 1e9));

    /** Planck constant times c over elementary charge (eV nm) and electron rest energy (eV), CODATA 2018. */
    private static final double HC = 1239.8419843320026;
    private static final double REST_ENERGY = 510998.95;

    /** Blanks, brackets, and what LaTeX and Prismatic write around a unit: $A^{-1}$, [n_m^-1]. */
    private static final Pattern AROUND = Pattern.compile("\\\\mathrm|\\\\rm|[\\s\\[\\]_{}()$\\\\]");

    private PhysicalUnits() {
    }

    /** De Broglie wavelength of an electron (nm) of a kinetic energy (eV), relativistic. */
    static double wavelengthNm(final double energy) {
        return HC / Math.sqrt(energy * (energy + 2 * REST_ENERGY));
    }

    private static OptionalDouble positive(final double value) {
        return value > 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static String plain(final String unit) {
        // A (angstrom) and a differ in no unit that is used here; M and m would, but nobody has megametres
        return AROUND.matcher(unit).replaceAll("").replace("\u207b\u00b9", "^-1").toLowerCase(Locale.ROOT);
    }

    /**
     * @param size size of a step
     * @param unit its unit as written in a file
     * @return the size in nm, if the unit is a length
     */
    static OptionalDouble nm(final double size, final String unit) {
        final Double factor = LENGTHS.get(plain(unit));
        return factor == null ? OptionalDouble.empty() : positive(size * factor);
    }

    /**
     * @param size size of a pixel
     * @param unit its unit as written in a file: one over a length, or an angle (mrad, rad)
     * @param beamEnergyKeV needed for angles: q = angle / wavelength
     * @return the size in 1/nm, if the unit is a reciprocal length, or an angle and the beam energy is known
     */
    static OptionalDouble perNm(final double size, final String unit, final OptionalDouble beamEnergyKeV) {
        final String plain = plain(unit);
        final String length = plain.startsWith("1/") ? plain.substring(2)
            : plain.endsWith("-1") ? plain.substring(0, plain.length() - 2).replace("^", "") : "";
        final Double factor = LENGTHS.get(length);
        if (factor != null) {
            return positive(size / factor);
        }
        final double radian = plain.equals("mrad") ? 1e-3 : plain.equals("rad") ? 1 : 0;
        return radian > 0 && beamEnergyKeV.isPresent() && beamEnergyKeV.getAsDouble() > 0
            ? positive(size * radian / wavelengthNm(beamEnergyKeV.getAsDouble() * 1000)) : OptionalDouble.empty();
    }

    /** @return whether the unit is that of a diffraction pattern: one over a length, or an angle */
    static boolean isReciprocal(final String unit) {
        return perNm(1, unit, OptionalDouble.of(200)).isPresent();
    }
}
