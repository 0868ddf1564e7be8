// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

/** How the grey level of a drawn spot runs from its centre outwards. */
public enum Profile {
    /** Constant grey level within the radius; a pixel at the rim gets the share of it that lies inside the circle. */
    SOFT_DISC,
    /**
     * Gaussian with a standard deviation of half the radius: the same spread (second moment) as a disc of that radius.
     * A Gaussian spot that is drawn this way is registered again with nearly the same radius.
     */
    GAUSSIAN
}
