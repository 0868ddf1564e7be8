// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

/** Where the radius of a drawn or kept spot comes from. */
public enum RadiusRule {
    /** The radius that registration measured for this spot. */
    REGISTERED,
    /** One radius for the direct beam and one for all other spots, as in the authors' macros. */
    FIXED,
    /** The registered radius times a factor. */
    SCALED
}
