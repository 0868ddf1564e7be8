// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

/**
 * Euler angles of Bunge: g = Z(phi2) X(Phi) Z(phi1) takes sample to crystal coordinates.
 *
 * @param phi1 first angle (degrees)
 * @param capitalPhi second angle (degrees)
 * @param phi2 third angle (degrees)
 */
public record EulerAngles(double phi1, double capitalPhi, double phi2) {
}
