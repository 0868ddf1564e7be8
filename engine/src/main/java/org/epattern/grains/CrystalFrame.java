// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import org.epattern.crystal.Lattice;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;

/**
 * The Cartesian axes that other programs tie to a crystal. Ours: x along a, z along c*. A rotation of this class takes
 * crystal coordinates of ours to theirs.
 */
final class CrystalFrame {

    private CrystalFrame() {
    }

    /**
     * @param group Laue group
     * @param lattice unit cell
     * @return to the axes of .ang files: as ours, but z along c and y along b in monoclinic crystals
     */
    static Rotation ofAng(final LaueGroup group, final Lattice lattice) {
        return group == LaueGroup.MONOCLINIC ? zAlongC(lattice) : Rotation.IDENTITY;
    }

    /**
     * @param lattice unit cell
     * @return to the axes of .ctf files: x along a*, z along c
     */
    static Rotation ofCtf(final Lattice lattice) {
        return zAlongC(lattice);
    }

    /** The axes x along a*, z along c; a* is at right angles to c in every cell. */
    private static Rotation zAlongC(final Lattice lattice) {
        final double[] direct = lattice.direct();
        final double[] reciprocal = lattice.reciprocal();
        final double[] x = unit(reciprocal[0], reciprocal[3], reciprocal[6]);
        final double[] z = unit(direct[2], direct[5], direct[8]);
        return Rotation.ofMatrix(new double[] {x[0], x[1], x[2], z[1] * x[2] - z[2] * x[1],
            z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0], z[0], z[1], z[2]});
    }

    private static double[] unit(final double x, final double y, final double z) {
        final double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }
}
