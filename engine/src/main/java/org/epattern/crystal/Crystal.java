// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.util.List;

import org.epattern.orient.CrystalSymmetry;

/**
 * A crystal structure.
 *
 * @param name what the file calls it, for tables and pictures
 * @param lattice the unit cell
 * @param atoms all atoms of the cell, symmetry applied
 * @param symmetry rotations of its diffraction intensities in crystal coordinates
 * @param notes what a user should know about the file, a sentence each; often empty
 */
public record Crystal(String name, Lattice lattice, List<Atom> atoms, CrystalSymmetry symmetry, List<String> notes) {

    /** Copies the lists. */
    public Crystal {
        atoms = List.copyOf(atoms);
        notes = List.copyOf(notes);
    }
}
