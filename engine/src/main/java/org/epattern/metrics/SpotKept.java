// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import org.epattern.register.Reflection;

/**
 * What became of one reflection in another version of its pattern.
 *
 * @param reflection the reflection
 * @param referenceMean mean within its circle in the reference (grey levels)
 * @param comparedMean mean within its circle in the compared pattern (grey levels)
 * @param absoluteDifference compared minus reference mean, as a share of the grey range (Fig. 4f; 0.05 is 5 %)
 * @param relativeDifference compared minus reference mean, as a share of the reference mean; not a number where that
 *            is not above 0
 * @param positionOffset distance of the centres of mass within its circle (px, Fig. 4d); not a number where one of the
 *            two patterns has no intensity there
 */
public record SpotKept(Reflection reflection, double referenceMean, double comparedMean, double absoluteDifference,
    double relativeDifference, double positionOffset) {
}
