// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

/**
 * An atom of the cell.
 *
 * @param element chemical symbol
 * @param x fractional coordinate, 0 to below 1
 * @param y fractional coordinate
 * @param z fractional coordinate
 * @param occupancy share of cells in which it is present, above 0 to 1
 * @param displacement mean square displacement U (square Angstrom), 0 where the file gives none
 */
public record Atom(String element, double x, double y, double z, double occupancy, double displacement) {
}
