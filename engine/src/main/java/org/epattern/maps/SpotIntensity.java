// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

/** What counts as the intensity of a reflection in a map. */
public enum SpotIntensity {
    /** Mean grey level within the radius (grey levels), as in the paper and in the authors' macros. */
    MEAN,
    /** Mean times area: the whole signal of the spot, what a detector of that shape would count (grey levels x px²). */
    INTEGRATED
}
