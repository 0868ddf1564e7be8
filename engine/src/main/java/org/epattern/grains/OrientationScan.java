// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.util.List;

import org.epattern.crystal.Lattice;
import org.epattern.maps.ScanMap;

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
}
