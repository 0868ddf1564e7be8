// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.Rotation;

/**
 * Finds the rotations that leave the intensities of a crystal as they are: those of its symmetry operations or, where a
 * file lists translations only (as databases of computed structures do), those that the structure factors show.
 */
final class DiffractionSymmetry {

    /** Largest deviation of a rotation matrix from being orthogonal: cells are given to about four digits. */
    private static final double STRAIN = 5e-3;
    /** Reflections up to this length (1/Angstrom) are compared. */
    private static final double COMPARED = 1;
    /** Differences of equivalent intensities, as a share of the strongest one, that rounded coordinates can make. */
    private static final double SAME_INTENSITY = 1e-3;

    private DiffractionSymmetry() {
    }

    /**
     * @param lattice the cell
     * @param operations operations of the space group
     * @param atoms all atoms of the cell
     * @param factors their scattering factors
     * @param notes hears it where the symmetry was found from the structure factors
     * @return the rotations and their Laue group
     * @throws IllegalArgumentException in a sentence, if the operations do not fit the cell or make no group
     */
    static CrystalSymmetry of(final Lattice lattice, final List<SymmetryOperation> operations, final List<Atom> atoms,
        final ScatteringFactors factors, final List<String> notes) {
        final List<Rotation> rotations = new ArrayList<>();
        for (final SymmetryOperation operation : operations) {
            final int[] w = proper(operation);
            final Rotation r = rotation(lattice, w);
            if (r == null) {
                throw new IllegalArgumentException("the symmetry operation with the rotation part "
                    + Arrays.toString(w) + " does not fit the cell edges and angles; operations that leave "
                    + "the cell as it is are expected");
            }
            add(rotations, r);
        }
        if (rotations.size() > 1) {
            return CrystalSymmetry.of(rotations);
        }
        final CrystalSymmetry found = CrystalSymmetry.of(seen(lattice, atoms, factors));
        if (found.rotations().size() > 1) {
            notes.add("The file lists no rotations; the structure factors have the Laue group "
                + found.group().symbol() + ", which is used.");
        }
        return found;
    }

    /**
     * @param lattice a cell
     * @param operations operations of a space group
     * @return whether all of them leave the cell as it is
     */
    static boolean fits(final Lattice lattice, final List<SymmetryOperation> operations) {
        return operations.stream().allMatch(o -> rotation(lattice, proper(o)) != null);
    }

    /** The rotation part, without the inversion where it has one. */
    private static int[] proper(final SymmetryOperation operation) {
        final int[] w = operation.rotation();
        if (operation.determinant() < 0) {
            for (int i = 0; i < w.length; i++) {
                w[i] = -w[i];
            }
        }
        return w;
    }

    private static void add(final List<Rotation> rotations, final Rotation r) {
        for (final Rotation other : rotations) {
            if (other.inverse().after(r).angle() < 1) {
                return;
            }
        }
        rotations.add(r);
    }

    /** The matrix in crystal coordinates, or null where it is no rotation. */
    private static Rotation rotation(final Lattice lattice, final int[] w) {
        final double[] direct = lattice.direct();
        final double[] reciprocal = lattice.reciprocal();
        final double[] r = new double[9];
        for (int j = 0; j < 3; j++) {
            // the columns of the inverse are the rows of the reciprocal matrix
            final double u = reciprocal[3 * j];
            final double v = reciprocal[3 * j + 1];
            final double t = reciprocal[3 * j + 2];
            final double[] column = Lattice.multiply(direct, w[0] * u + w[1] * v + w[2] * t,
                w[3] * u + w[4] * v + w[5] * t, w[6] * u + w[7] * v + w[8] * t);
            r[j] = column[0];
            r[3 + j] = column[1];
            r[6 + j] = column[2];
        }
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                final double product = r[i] * r[j] + r[3 + i] * r[3 + j] + r[6 + i] * r[6 + j];
                if (!(Math.abs(product - (i == j ? 1 : 0)) < STRAIN)) {
                    return null;
                }
            }
        }
        return Rotation.ofMatrix(r);
    }

    private static List<Rotation> seen(final Lattice lattice, final List<Atom> atoms, final ScatteringFactors factors) {
        final Map<List<Integer>, Double> intensities = new HashMap<>();
        double strongest = 0;
        final Crystal plain = new Crystal("the file", lattice, atoms,
            CrystalSymmetry.of(List.of(Rotation.IDENTITY)), List.of());
        for (final CrystalReflection r : StructureFactors.reflections(plain, factors, COMPARED)) {
            intensities.put(List.of(r.h(), r.k(), r.l()), r.intensity());
            strongest = Math.max(strongest, r.intensity());
        }
        final double allowed = SAME_INTENSITY * strongest;
        final List<Rotation> found = new ArrayList<>();
        final int[] w = new int[9];
        for (int code = 0; code < 19_683; code++) {
            for (int i = 0, rest = code; i < 9; i++, rest /= 3) {
                w[i] = rest % 3 - 1;
            }
            if (determinant(w) == 1) {
                final Rotation r = rotation(lattice, w);
                if (r != null && keeps(intensities, w, allowed)) {
                    add(found, r);
                }
            }
        }
        return found;
    }

    private static int determinant(final int[] w) {
        return w[0] * (w[4] * w[8] - w[5] * w[7]) - w[1] * (w[3] * w[8] - w[5] * w[6])
            + w[2] * (w[3] * w[7] - w[4] * w[6]);
    }

    private static boolean keeps(final Map<List<Integer>, Double> intensities, final int[] w, final double allowed) {
        for (final Map.Entry<List<Integer>, Double> entry : intensities.entrySet()) {
            final int h = entry.getKey().get(0);
            final int k = entry.getKey().get(1);
            final int l = entry.getKey().get(2);
            final Double image = intensities.get(List.of(h * w[0] + k * w[3] + l * w[6],
                h * w[1] + k * w[4] + l * w[7], h * w[2] + k * w[5] + l * w[8]));
            if (Math.abs(entry.getValue() - (image == null ? 0 : image)) > allowed) {
                return false;
            }
        }
        return true;
    }
}
