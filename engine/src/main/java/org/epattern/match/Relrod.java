// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

/**
 * How the intensity of a reflection falls with its excitation error, the distance of the lattice point from Ewald's
 * sphere along the beam.
 *
 * @param shape course of the intensity
 * @param length size that belongs to the shape, see there
 */
public record Relrod(Shape shape, double length) {

    /** Courses of the intensity. */
    public enum Shape {
        /**
         * (1 - (s / length)^2)^2 and nothing beyond the length (1/Angstrom): the smooth bell that a thin or bent
         * crystal and a convergent beam make of it.
         */
        BELL,
        /** (sin(pi s t) / (pi s t))^2 for a plate of the thickness t = length (nm), up to its third zero. */
        PLATE
    }

    /** Refuses lengths out of range. */
    public Relrod {
        if (shape == Shape.BELL && !(length >= 0.001 && length <= 1)) {
            throw new IllegalArgumentException("The relrod length is " + length
                + " 1/Angstrom; 0.001 to 1 1/Angstrom are expected, 0.03 for a usual specimen");
        }
        if (shape == Shape.PLATE && !(length >= 0.5 && length <= 1000)) {
            throw new IllegalArgumentException("The thickness is " + length + " nm; 0.5 to 1000 nm are expected");
        }
    }

    /**
     * @param halfLength excitation error (1/Angstrom) beyond which there is no intensity
     * @return the bell
     */
    public static Relrod ofLength(final double halfLength) {
        return new Relrod(Shape.BELL, halfLength);
    }

    /**
     * @param nm thickness of the specimen (nm)
     * @return the plate
     */
    public static Relrod ofThickness(final double nm) {
        return new Relrod(Shape.PLATE, nm);
    }

    /** @return excitation error (1/Angstrom) from which on the intensity is 0 */
    public double reach() {
        return shape == Shape.BELL ? length : 3 / (10 * length);
    }

    /**
     * @param s excitation error (1/Angstrom)
     * @return intensity relative to that without excitation error, 0 to 1
     */
    public double intensity(final double s) {
        if (!(Math.abs(s) < reach())) {
            return 0;
        }
        if (shape == Shape.BELL) {
            final double u = s / length;
            return (1 - u * u) * (1 - u * u);
        }
        final double u = Math.PI * s * 10 * length;
        final double sinc = Math.abs(u) < 1e-6 ? 1 : Math.sin(u) / u;
        return sinc * sinc;
    }
}
