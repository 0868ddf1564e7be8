// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.util.List;

import org.epattern.crystal.Lattice;
import org.epattern.maps.ScanMap;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;

/**
 * The orientations of a scan with all that files of other programs hold of it.
 *
 * @param field phases and orientations
 * @param lattices unit cell of each phase
 * @param index index of each point
 * @param reliability reliability of each point (%)
 * @param stepNm distance of two scan points (nm)
 */
public record OrientationScan(OrientationField field, List<Lattice> lattices, ScanMap index, ScanMap reliability,
    double stepNm) {

    /** Refuses what does not fit together; copies the list. */
    public OrientationScan {
        lattices = List.copyOf(lattices);
        if (lattices.size() != field.phases().size()) {
            throw new IllegalArgumentException("There are " + field.phases().size() + " phases and " + lattices.size()
                + " unit cells; one for each phase is expected");
        }
        if (!(stepNm > 0 && stepNm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The step of the scan is " + stepNm + " nm; above 0 nm is expected");
        }
    }

    /**
     * @param group Laue group of a crystal of which nothing else is known
     * @return its symmetry with the usual choice of axes: b the axis of a monoclinic crystal, a a twofold axis of a
     *         trigonal one
     */
    public static CrystalSymmetry symmetry(final LaueGroup group) {
        return group == LaueGroup.MONOCLINIC
            ? CrystalSymmetry.of(List.of(Rotation.IDENTITY, Rotation.about(0, 1, 0, 180)))
            : CrystalSymmetry.standard(group);
    }
}
