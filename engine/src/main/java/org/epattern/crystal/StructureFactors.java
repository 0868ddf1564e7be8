// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Kinematic structure factors for electrons. */
public final class StructureFactors {

    /** Reflections weaker than this share of the strongest one are extinct: what rounded coordinates leave of them. */
    private static final double EXTINCT = 1e-6;
    /** More lattice points than this make no spot pattern that could be told apart. */
    private static final long MOST = 2_000_000;

    private StructureFactors() {
    }

    /**
     * @param crystal the crystal
     * @param factors scattering factors of the atoms
     * @param largest largest length of a reciprocal lattice vector (1/Angstrom), above 0 to 10
     * @return all reflections up to that length but 0 0 0 and the extinct ones, by rising h, k, l
     * @throws IllegalArgumentException if the length is out of range or the cell too large for it
     */
    public static List<CrystalReflection> reflections(final Crystal crystal, final ScatteringFactors factors,
        final double largest) {
        if (!(largest > 0 && largest <= 10)) {
            throw new IllegalArgumentException("The largest reciprocal radius is " + largest
                + " 1/Angstrom; above 0 to 10 1/Angstrom are expected, usually 1 to 2");
        }
        final Lattice lattice = crystal.lattice();
        if (4.2 * largest * largest * largest * lattice.volume() > MOST) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                "The cell of %s has %.0f cubic Angstrom, too many lattice points within %s 1/Angstrom; "
                    + "a smaller largest reciprocal radius is expected",
                crystal.name(), lattice.volume(), largest));
        }
        final int maxH = (int)(largest * lattice.a());
        final int maxK = (int)(largest * lattice.b());
        final int maxL = (int)(largest * lattice.c());
        final double[] reciprocal = lattice.reciprocal();
        final List<CrystalReflection> all = new ArrayList<>();
        double strongest = 0;
        for (int h = -maxH; h <= maxH; h++) {
            for (int k = -maxK; k <= maxK; k++) {
                for (int l = -maxL; l <= maxL; l++) {
                    final double[] g = Lattice.multiply(reciprocal, h, k, l);
                    final double length = Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
                    if (length <= largest && (h != 0 || k != 0 || l != 0)) {
                        final double intensity = intensity(crystal.atoms(), factors, h, k, l, length);
                        strongest = Math.max(strongest, intensity);
                        all.add(new CrystalReflection(h, k, l, g[0], g[1], g[2], intensity));
                    }
                }
            }
        }
        final double extinct = EXTINCT * strongest;
        all.removeIf(r -> !(r.intensity() > extinct));
        return all;
    }

    private static double intensity(final List<Atom> atoms, final ScatteringFactors factors, final int h, final int k,
        final int l, final double length) {
        double real = 0;
        double imaginary = 0;
        for (final Atom atom : atoms) {
            // Debye-Waller: exp(-B g^2 / 4) with B = 8 pi^2 U
            final double f = atom.occupancy() * factors.of(atom.element(), length)
                * Math.exp(-2 * Math.PI * Math.PI * atom.displacement() * length * length);
            final double phase = 2 * Math.PI * (h * atom.x() + k * atom.y() + l * atom.z());
            real += f * Math.cos(phase);
            imaginary += f * Math.sin(phase);
        }
        return real * real + imaginary * imaginary;
    }
}
