// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.io.IOException;

import org.epattern.crystal.CifFile;
import org.epattern.crystal.Crystal;
import org.epattern.crystal.TestCrystals;
import org.epattern.orient.LaueGroup;

/** A crystal of each Laue group, given by space group, cell and sites. */
final class LaueCrystals {

    private LaueCrystals() {
    }

    static Crystal of(final LaueGroup group) {
        return switch (group) {
            case TRICLINIC -> crystal("triclinic", "P -1", "4.1 5.2 6.3 82 101 112", "Ti1 0.12 0.21 0.33",
                "O1 0.61 0.43 0.17", "Ca1 0.35 0.72 0.81");
            case MONOCLINIC -> crystal("baddeleyite", "P 1 21/c 1", "5.1505 5.2116 5.3173 90 99.23 90",
                "Zr1 0.2754 0.0395 0.2083", "O1 0.07 0.3317 0.3477", "O2 0.4496 0.7569 0.4792");
            case ORTHORHOMBIC -> TestCrystals.read(TestCrystals.triphylite());
            case TETRAGONAL_LOW -> crystal("scheelite", "I 41/a:2", "5.243 5.243 11.376 90 90 90", "Ca1 0 0.25 0.625",
                "W1 0 0.25 0.125", "O1 0.1507 0.0086 0.2106");
            case TETRAGONAL_HIGH -> crystal("rutile", "P 42/m n m", "4.594 4.594 2.959 90 90 90", "Ti1 0 0 0",
                "O1 0.305 0.305 0");
            case TRIGONAL_LOW -> crystal("ilmenite", "R -3:H", "5.088 5.088 14.086 90 90 120", "Fe1 0 0 0.3553",
                "Ti1 0 0 0.1464", "O1 0.3174 0.0233 0.2451");
            case TRIGONAL_HIGH -> TestCrystals.read(TestCrystals.leadIodide());
            case HEXAGONAL_LOW -> crystal("fluorapatite", "P 63/m", "9.397 9.397 6.878 90 90 120",
                "Ca1 0.333333 0.666667 0.0011", "Ca2 0.2416 0.0071 0.25", "P1 0.3981 0.3688 0.25",
                "O1 0.3262 0.4843 0.25", "O2 0.5880 0.4668 0.25", "O3 0.3415 0.2569 0.0704", "F1 0 0 0.25");
            case HEXAGONAL_HIGH -> crystal("titanium", "P 63/m m c", "2.951 2.951 4.684 90 90 120",
                "Ti1 0.333333 0.666667 0.25");
            case CUBIC_LOW -> TestCrystals.read(TestCrystals.pyrite());
            case CUBIC_HIGH -> TestCrystals.read(TestCrystals.silicon());
        };
    }

    private static Crystal crystal(final String name, final String spaceGroup, final String cell,
        final String... sites) {
        final String[] names = {"length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"};
        final StringBuilder cif = new StringBuilder();
        cif.append("data_" + name + "\n_space_group_name_H-M_alt '" + spaceGroup + "'\n");
        for (int i = 0; i < names.length; i++) {
            cif.append("_cell_" + names[i] + " " + cell.split(" ")[i] + "\n");
        }
        cif.append("loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n");
        cif.append(String.join("\n", sites));
        try {
            return CifFile.parse(name + ".cif", cif.toString(), TestCrystals.FACTORS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
