// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

/**
 * A set of lattice planes and how strongly it scatters.
 *
 * @param h index
 * @param k index
 * @param l index
 * @param x reciprocal lattice vector in crystal coordinates (1/Angstrom)
 * @param y the same along the second axis
 * @param z the same along the third axis
 * @param intensity squared modulus of the structure factor (square Angstrom)
 */
public record CrystalReflection(int h, int k, int l, double x, double y, double z, double intensity) {

    /** @return length of the reciprocal lattice vector (1/Angstrom) */
    public double length() {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
