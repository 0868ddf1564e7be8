// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/** How the intensity of a simulated spot falls from its centre; the radius is where it has fallen to half. */
public enum SpotProfile {
    /** Flat disc with a soft edge. */
    SOFT_DISC,
    /** Gaussian. */
    GAUSSIAN
}
