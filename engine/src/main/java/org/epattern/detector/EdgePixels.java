// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

/** What becomes of pixels that the border of a detector runs through. */
public enum EdgePixels {
    /** They count with the share of their area that is inside: the signal follows a beam that wanders a little. */
    WEIGHTED,
    /** They count wholly if their centre is inside, else not at all: what py4DSTEM and LiberTEM do. */
    WHOLE
}
