// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.epattern.formats.SharedData;
import org.epattern.orient.LaueGroup;
import org.junit.jupiter.api.Test;

/** Real CIF files, and files that lack something. */
class CifFileTest {

    private static Crystal real(final String name) throws IOException {
        return CifFile.read(SharedData.require("cif/" + name), TestCrystals.FACTORS);
    }

    private static String refused(final String cif) {
        return assertThrows(IOException.class, () -> CifFile.parse("x.cif", cif, TestCrystals.FACTORS)).getMessage();
    }

    private static String edited(final String from, final String to) {
        final String cif = TestCrystals.leadIodide();
        assertTrue(cif.contains(from), from);
        return cif.replace(from, to);
    }

    @Test
    void siliconOfTheOpenDatabase() throws IOException {
        final Crystal crystal = real("Si.cif");
        assertEquals("Si", crystal.name());
        assertEquals(5.4307, crystal.lattice().a());
        assertEquals(8, crystal.atoms().size());
        assertEquals(LaueGroup.CUBIC_HIGH, crystal.symmetry().group());
        assertEquals(160.165, crystal.lattice().volume(), 0.001);
    }

    @Test
    void spinelAndRockSaltHaveTheAtomsOfTheirFormula() throws IOException {
        final Crystal spinel = real("LiMn2O4.cif");
        assertEquals(8.245, spinel.lattice().a());
        assertEquals(List.of(8L, 16L, 32L), List.of("Li", "Mn", "O").stream()
            .map(e -> spinel.atoms().stream().filter(a -> a.element().equals(e)).count()).toList());
        assertEquals(LaueGroup.CUBIC_HIGH, spinel.symmetry().group());
        final Crystal salt = real("NaCl.cif");
        assertEquals(8, salt.atoms().size());
        assertEquals(LaueGroup.CUBIC_HIGH, salt.symmetry().group());
    }

    @Test
    void curlyBracketsAreAValueLikeAnyOther() throws IOException {
        final Crystal crystal = real("curlybrackets.cif");
        assertEquals(LaueGroup.ORTHORHOMBIC, crystal.symmetry().group());
        assertEquals(4 + 4 + 4 + 8, crystal.atoms().size());
        assertEquals(0.01658, crystal.atoms().get(0).displacement());
    }

    @Test
    void brokenRealFilesAreRefusedInASentence() {
        final Path bad = SharedData.require("cif/LiCl-bad.cif");
        final Path unknown = SharedData.require("cif/TeI-unkocc.cif");
        assertEquals("The CIF file LiCl-bad.cif opens a quotation that does not close on its line: "
            + "'Praezisionsbestimmung von Gitterkons... (line 14); text over several lines between two lines "
            + "that start with ';' is expected",
            assertThrows(IOException.class, () -> CifFile.read(bad, TestCrystals.FACTORS)).getMessage());
        assertEquals("The CIF file TeI-unkocc.cif gives the occupancy '?' (unknown) for the atom Te1; a number from 0 "
            + "to 1 is expected",
            assertThrows(IOException.class, () -> CifFile.read(unknown, TestCrystals.FACTORS)).getMessage());
    }

    @Test
    void laueGroupsOfKnownCrystals() {
        assertEquals(LaueGroup.CUBIC_HIGH, TestCrystals.read(TestCrystals.iron()).symmetry().group());
        assertEquals(LaueGroup.CUBIC_LOW, TestCrystals.read(TestCrystals.pyrite()).symmetry().group());
        assertEquals(LaueGroup.TRIGONAL_HIGH, TestCrystals.read(TestCrystals.leadIodide()).symmetry().group());
        assertEquals(LaueGroup.ORTHORHOMBIC, TestCrystals.read(TestCrystals.triphylite()).symmetry().group());
    }

    @Test
    void structuresWrittenWithoutSymmetryGetThatOfTheirIntensities() throws IOException {
        final Crystal full = TestCrystals.read(TestCrystals.pyrite());
        final StringBuilder atoms = new StringBuilder();
        full.atoms().forEach(a -> atoms.append(String.format(java.util.Locale.ROOT, "%s %s %.5f %.5f %.5f%n",
            a.element(), a.element(), a.x(), a.y(), a.z())));
        final String cif = TestCrystals.cif("P1", 5.4179, 5.4179, 5.4179, 90, new String[0], "Fe 0 0 0");
        final Crystal plain = TestCrystals.read(cif.substring(0, cif.indexOf("Fe Fe")) + atoms);
        assertEquals(12, plain.atoms().size());
        assertEquals(LaueGroup.CUBIC_LOW, plain.symmetry().group());
        assertEquals(List.of("The file lists no rotations; the structure factors have the Laue group m-3, which is "
            + "used."), plain.notes());
    }

    @Test
    void syntaxOfTheFormat() throws IOException {
        final String cif = """
            # a comment
            data_odd
            _CELL_Length_a 3.0(2) _cell_length_b '4' # comment
            _cell_length_c
            ;5.0
            ;
            _cell_angle_alpha 90 _cell_angle_beta 1.0E2
            _cell_angle_gamma 90
            _journal_title 'a dog's life'
            loop_ _space_group_symop_operation_xyz 'x, y, z' '-X, 1/2+Y, -Z'
            loop_
            _atom_site_label _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z _atom_site_occupancy
            Na1 0.1 0.2 .3 0.75(1)
            Cl1 -0.1 0.2 .3 .
            C2  0.5 0.6 .7 0
            Dummy ? ? ? 1
            """;
        final Crystal crystal = CifFile.parse("odd.cif", cif, TestCrystals.FACTORS);
        assertEquals(new Lattice(3, 4, 5, 90, 100, 90), crystal.lattice());
        assertEquals(4, crystal.atoms().size());
        assertEquals(0.75, crystal.atoms().get(0).occupancy());
        assertEquals(0.9, crystal.atoms().get(2).x(), 1e-12);
        assertEquals(LaueGroup.MONOCLINIC, crystal.symmetry().group());
        assertEquals(List.of("The site Na1 is occupied to 0.75.", "The site C2 is empty and is left out.",
            "The atom Dummy has no position and is left out."), crystal.notes());
    }

    @Test
    void whatIsMissingOrOddIsNamed() {
        assertEquals("The CIF file x.cif gives the atom Xq the type 'Xq'; a chemical symbol from H to Lr is expected",
            refused(edited("Pb Pb", "Xq Xq")));
        assertEquals("The CIF file x.cif gives 'wide' for _cell_length_c; a number is expected",
            refused(edited("_cell_length_c 6.979", "_cell_length_c wide")));
        assertEquals("The CIF file x.cif gives no _cell_angle_gamma; a number is expected",
            refused(edited("_cell_angle_gamma 120.0", "")));
        assertEquals("The CIF file x.cif: The cell edge a is 45570.0 Angstrom; 0.5 to 1000 Angstrom are expected",
            refused(edited("_cell_length_a 4.557", "_cell_length_a 45570")));
        assertEquals("The CIF file x.cif: the symmetry operation 'x, y, w' is not one; three sums such as "
            + "'x, -y+1/2, z' are expected", refused(edited("'+x, +y, +z'", "'x, y, w'")));
        assertEquals("The CIF file x.cif: the symmetry operation with the rotation part [0, -1, 0, 1, -1, 0, 0, 0, 1] "
            + "does not fit the cell edges and angles; operations that leave the cell as it is are expected",
            refused(edited("_cell_angle_gamma 120.0", "_cell_angle_gamma 110")));
        assertEquals("The CIF file x.cif holds no data block with a cell (_cell_length_a) and atoms "
            + "(_atom_site_fract_x); one is expected", refused("data_empty\n"));
        assertEquals("The CIF file x.cif starts with 'BM' (line 1); a data block, 'data_name', is expected",
            refused("BM 12 34"));
        final String two = TestCrystals.leadIodide() + TestCrystals.iron();
        assertEquals("The CIF file x.cif holds 2 crystals (PbI2, Fe); a file with one data block is expected",
            refused(two));
        assertEquals("The CIF file x.cif has a loop of 5 names with 9 values (line 23); a multiple of the number of "
            + "names is expected", refused(edited("I I 0.333333 0.666667 0.2675", "I I 0.333333 0.666667")));
    }

    @Test
    void unknownOccupancyIsRefused() {
        final String cif = edited("_atom_site_fract_z", "_atom_site_fract_z\n_atom_site_occupancy")
            .replace("Pb Pb 0 0 0", "Pb Pb 0 0 0 1").replace("0.2675", "0.2675 ?");
        assertEquals("The CIF file x.cif gives the occupancy '?' (unknown) for the atom I; a number from 0 to 1 is "
            + "expected", refused(cif));
    }

    /** A file with a name instead of operations; cell and sites on several lines. */
    private static String named(final String tags, final String cell, final String... sites) {
        final String[] names = {"length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"};
        final StringBuilder cif = new StringBuilder("data_x\n" + tags + "\n");
        for (int i = 0; i < 6; i++) {
            cif.append("_cell_" + names[i] + " " + cell.split(" ")[i] + "\n");
        }
        return cif + "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n"
            + String.join("\n", sites) + "\n";
    }

    private static Crystal read(final String cif) throws IOException {
        return CifFile.parse("x.cif", cif, TestCrystals.FACTORS);
    }

    @Test
    void operationsComeFromTheNameOfTheSpaceGroup() throws IOException {
        final String cell = "10.329 6.0065 4.6908 90 90 90";
        final String[] sites = {"Li1 0 0 0", "Fe1 0.2822 0.25 0.9747", "P1 0.0948 0.25 0.4182", "O1 0.0968 0.25 0.7428",
            "O2 0.4571 0.25 0.2060", "O3 0.1656 0.0465 0.2848"};
        final Crystal listed = TestCrystals.read(TestCrystals.triphylite());
        for (final String tags : List.of("_symmetry_space_group_name_H-M 'P n m a'", "_space_group_IT_number 62",
            "_space_group_name_Hall '-P 2ac 2n'", "_space_group_name_H-M_alt Pnma _symmetry_Int_Tables_number 62")) {
            final Crystal crystal = read(named(tags, cell, sites));
            assertEquals(LaueGroup.ORTHORHOMBIC, crystal.symmetry().group());
            assertEquals(28, crystal.atoms().size());
            for (final Atom atom : listed.atoms()) {
                assertTrue(crystal.atoms().stream().anyMatch(a -> a.element().equals(atom.element())
                    && Math.abs(Math.IEEEremainder(a.x() - atom.x(), 1)) < 1e-6
                    && Math.abs(Math.IEEEremainder(a.y() - atom.y(), 1)) < 1e-6
                    && Math.abs(Math.IEEEremainder(a.z() - atom.z(), 1)) < 1e-6), tags + atom);
            }
            assertTrue(crystal.notes().get(0).startsWith("The file lists no symmetry operations; those of its space "
                + "group "), tags);
        }
    }

    @Test
    void originAndAxesAreFoundFromAtomsAndCell() throws IOException {
        final String silicon = "5.431 5.431 5.431 90 90 90";
        // 8 atoms a cell in either origin; the wrong one would make 16
        for (final String site : List.of("Si1 0 0 0", "Si1 0.125 0.125 0.125")) {
            final Crystal crystal = read(named("_space_group_name_H-M_alt 'F d -3 m'", silicon, site));
            assertEquals(8, crystal.atoms().size());
            assertEquals("The file lists no symmetry operations; those of its space group F d -3 m:"
                + (site.endsWith(" 0 0") ? 1 : 2) + " are used.", crystal.notes().get(0));
        }
        assertEquals(6, read(named("_space_group_name_H-M_alt 'R -3 m'", "4.546 4.546 11.862 90 90 120",
            "Bi1 0 0 0.234")).atoms().size());
        assertEquals(2, read(named("_space_group_name_H-M_alt 'R -3 m'", "4.746 4.746 4.746 57.23 57.23 57.23",
            "Bi1 0.234 0.234 0.234")).atoms().size());
        // unique axis c
        assertEquals(LaueGroup.MONOCLINIC, read(named("_space_group_name_H-M_alt 'P 21/n'", "5 6 7 90 90 101",
            "C1 0.1 0.2 0.3")).symmetry().group());
    }

    @Test
    void spaceGroupsThatCannotBeUsedAreNamed() {
        final String cubic = "5 5 5 90 90 90";
        assertEquals("The CIF file x.cif lists no symmetry operations, and its space group 'P 7 m' is not known; a "
            + "list under _space_group_symop_operation_xyz is expected, or the space group under "
            + "_space_group_name_H-M_alt, such as 'P 1 21/c 1'", refused(named("_space_group_name_H-M_alt 'P 7 m'",
                cubic, "C1 0 0 0")));
        assertEquals("The CIF file x.cif lists no symmetry operations; a list under _space_group_symop_operation_xyz "
            + "is expected, or the space group under _space_group_name_H-M_alt, such as 'P 1 21/c 1'",
            refused(named("", cubic, "C1 0 0 0")));
        assertEquals("The CIF file x.cif names the space group 'F m -3 m', which has the number 225, but gives the "
            + "number 227; name and number of one group are expected", refused(named("_space_group_name_H-M_alt 'F m "
                + "-3 m'\n_space_group_IT_number 227", cubic, "C1 0 0 0")));
        assertEquals("The CIF file x.cif has the space group 'F m -3 m', which does not fit the cell edges and angles; "
            + "a cell of its crystal system is expected",
            refused(named("_space_group_name_H-M_alt 'F m -3 m'", "5 5 6 90 90 90", "C1 0 0 0")));
        assertEquals("The CIF file x.cif lists no symmetry operations, and its space group F d -3 m has several "
            + "origins that suit its atoms; a list under _space_group_symop_operation_xyz is expected, or the origin "
            + "behind the name (F d -3 m:1 or F d -3 m:2)",
            refused(named("_space_group_name_H-M_alt 'F d -3 m'", cubic, "C1 0.11 0.22 0.37")));
        assertEquals("The CIF file x.cif: the Hall symbol 'P 9' is not one; a lattice letter and one to four rotations "
            + "such as '-P 2ybc' are expected", refused(named("_space_group_name_Hall 'P 9'", cubic, "C1 0 0 0")));
    }

    @Test
    void oneOperationBesideALargerGroupIsNoted() throws IOException {
        final Crystal crystal = read(named("_space_group_name_H-M_alt 'F m -3 m'\nloop_\n"
            + "_space_group_symop_operation_xyz\nx,y,z", "4 4 4 90 90 90", "Al1 0 0 0"));
        assertEquals(1, crystal.atoms().size());
        assertEquals("The file names the space group 'F m -3 m', but lists the operation x,y,z alone, which is used.",
            crystal.notes().get(0));
    }
}
