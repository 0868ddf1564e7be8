// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

/** How the grey level of a spot of the reconstructed pattern P runs from its centre outwards. */
public enum SpotProfile {
    /** Constant within the radius, as patterns are reconstructed: all positions within the radius count the same. */
    DISC,
    /** 1 - (distance / radius)^2: positions near the centre count more, which makes orientations more exact. */
    CAP
}
