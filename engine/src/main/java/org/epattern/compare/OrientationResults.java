// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

import org.epattern.grains.OrientationField;
import org.epattern.maps.ScanMap;

/**
 * Orientations of a scan with their figures of merit.
 *
 * @param field phases and orientations; no phase where there is no orientation
 * @param index index of each point; not a number where it is not known
 * @param reliability reliability of each point (%); not a number where it is not known
 */
public record OrientationResults(OrientationField field, ScanMap index, ScanMap reliability) {

    /** Refuses maps of different sizes. */
    public OrientationResults {
        Sizes.check(field, index);
        Sizes.check(field, reliability);
    }
}
