// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads crystal structures from CIF files: cell, symmetry operations, atoms with their occupancy and isotropic
 * displacement. What is missing or odd ends in one sentence.
 */
public final class CifFile {

    private static final Pattern NUMBER =
        Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(?:\\(\\d+\\))?");
    private static final Pattern SYMBOL = Pattern.compile("([A-Za-z]{1,2}).*");
    /** A CIF of a crystal is a few kB; one with all measured intensities some MB. */
    private static final long LARGEST = 64 << 20;
    /** Atoms closer than this (Angstrom) are images of one atom on a symmetry element. */
    private static final double SAME_ATOM = 0.1;

    private final String m_file;
    private final CifBlock m_block;
    private final ScatteringFactors m_factors;

    private CifFile(final String file, final CifBlock block, final ScatteringFactors factors) {
        m_file = file;
        m_block = block;
        m_factors = factors;
    }

    /**
     * @param file the CIF file
     * @param factors the atoms that are known
     * @return the crystal, named by the file (without its ending)
     * @throws IOException in a sentence, if the file cannot be read or does not describe one crystal in full
     */
    public static Crystal read(final Path file, final ScatteringFactors factors) throws IOException {
        return parse(file.getFileName().toString(), text(file), factors);
    }

    /**
     * @param file the CIF file
     * @return what it holds
     * @throws IOException in a sentence, if it cannot be read
     */
    public static String text(final Path file) throws IOException {
        final String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            throw new IOException("The CIF file " + file + " does not exist; an existing file is expected");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("The file " + name + " has " + (Files.size(file) >> 20)
                + " MB; a CIF file of at most " + (LARGEST >> 20) + " MB is expected");
        }
        final byte[] bytes = Files.readAllBytes(file);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            // older files hold names of authors in the code page of their time
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * @param file name of the file, for messages; without its ending it names the crystal
     * @param text what the file holds
     * @param factors the atoms that are known
     * @return the crystal
     * @throws IOException in a sentence, if the text does not describe one crystal in full
     */
    public static Crystal parse(final String file, final String text, final ScatteringFactors factors)
        throws IOException {
        final List<CifBlock> crystals = new ArrayList<>();
        for (final CifBlock block : CifParser.parse(file, text.startsWith("\ufeff") ? text.substring(1) : text)) {
            if (block.values().containsKey("_cell_length_a") && block.values().containsKey("_atom_site_fract_x")) {
                crystals.add(block);
            }
        }
        if (crystals.isEmpty()) {
            throw new IOException("The CIF file " + file + " holds no data block with a cell (_cell_length_a) and "
                + "atoms (_atom_site_fract_x); one is expected");
        }
        if (crystals.size() > 1) {
            throw new IOException("The CIF file " + file + " holds " + crystals.size() + " crystals ("
                + String.join(", ", crystals.stream().map(CifBlock::name).toList())
                + "); a file with one data block is expected");
        }
        return new CifFile(file, crystals.get(0), factors).crystal();
    }

    private Crystal crystal() throws IOException {
        final Lattice lattice;
        try {
            lattice = new Lattice(cell("_cell_length_a"), cell("_cell_length_b"), cell("_cell_length_c"),
                cell("_cell_angle_alpha"), cell("_cell_angle_beta"), cell("_cell_angle_gamma"));
        } catch (IllegalArgumentException e) {
            throw new IOException("The CIF file " + m_file + ": " + e.getMessage(), e);
        }
        final CifSymmetry.Choice choice = choice(lattice);
        final List<SymmetryOperation> operations = choice.operations();
        final List<String> notes = new ArrayList<>();
        if (!choice.note().isEmpty()) {
            notes.add(choice.note());
        }
        final List<Atom> atoms = atoms(lattice, operations, notes);
        try {
            return new Crystal(m_file.replaceFirst("\\.[^.]*$", ""), lattice, atoms,
                DiffractionSymmetry.of(lattice, operations, atoms, m_factors, notes), notes);
        } catch (IllegalArgumentException e) {
            throw new IOException("The CIF file " + m_file + ": " + e.getMessage(), e);
        }
    }

    private double cell(final String name) throws IOException {
        final String value = m_block.text(name);
        if (value == null) {
            throw new IOException("The CIF file " + m_file + " gives no " + name + "; a number is expected");
        }
        return number(name, value);
    }

    private double number(final String name, final String value) throws IOException {
        final Matcher number = NUMBER.matcher(value);
        if (!number.matches()) {
            throw new IOException("The CIF file " + m_file + " gives '" + value + "' for " + name
                + "; a number is expected");
        }
        return Double.parseDouble(number.group(1));
    }

    /** Of the settings that a name can mean: the one whose operations make the fewest atoms of the sites. */
    private CifSymmetry.Choice choice(final Lattice lattice) throws IOException {
        final List<CifSymmetry.Choice> choices = new CifSymmetry(m_file, m_block).choices(lattice);
        if (choices.size() == 1) {
            return choices.get(0);
        }
        CifSymmetry.Choice best = null;
        int fewest = Integer.MAX_VALUE;
        boolean several = false;
        for (final CifSymmetry.Choice choice : choices) {
            final int atoms = atoms(lattice, choice.operations(), new ArrayList<>()).size();
            several = atoms == fewest || several && atoms > fewest;
            if (atoms < fewest) {
                fewest = atoms;
                best = choice;
            }
        }
        if (several) {
            throw new IOException("The CIF file " + m_file + " lists no symmetry operations, and its space group "
                + choices.get(0).name().replaceFirst(":.*", "") + " has several origins that suit its atoms; a list "
                + "under _space_group_symop_operation_xyz is expected, or the origin behind the name (" + String
                    .join(" or ", choices.stream().map(CifSymmetry.Choice::name).toList()) + ")");
        }
        return best;
    }

    private List<Atom> atoms(final Lattice lattice, final List<SymmetryOperation> operations, final List<String> notes)
        throws IOException {
        final List<String> xs = m_block.column("_atom_site_fract_x");
        final List<String> ys = m_block.column("_atom_site_fract_y");
        final List<String> zs = m_block.column("_atom_site_fract_z");
        final List<String> labels = m_block.column("_atom_site_label");
        final List<String> types = m_block.column("_atom_site_type_symbol");
        final List<String> occupancies = m_block.column("_atom_site_occupancy");
        final List<String> displacements = m_block.column("_atom_site_u_iso_or_equiv");
        final List<String> temperatures = m_block.column("_atom_site_b_iso_or_equiv");
        if (ys.size() != xs.size() || zs.size() != xs.size() || labels.isEmpty() && types.isEmpty()) {
            throw new IOException("The CIF file " + m_file
                + " gives atoms without all of label, x, y and z; _atom_site_label and three _atom_site_fract_ columns "
                + "are expected");
        }
        final List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            final String site = labels.size() > i ? labels.get(i) : types.get(i);
            if (CifBlock.isUnknown(xs.get(i)) || CifBlock.isUnknown(ys.get(i)) || CifBlock.isUnknown(zs.get(i))) {
                notes.add("The atom " + site + " has no position and is left out.");
                continue;
            }
            final double occupancy = occupancy(site, occupancies, i);
            if (occupancy == 0) {
                notes.add("The site " + site + " is empty and is left out.");
                continue;
            }
            if (occupancy < 1) {
                notes.add("The site " + site + " is occupied to " + occupancy + ".");
            }
            double displacement = optional("_atom_site_U_iso_or_equiv", displacements, i);
            if (displacement == 0) {
                displacement = optional("_atom_site_B_iso_or_equiv", temperatures, i) / (8 * Math.PI * Math.PI);
            }
            final Atom atom = new Atom(element(site, types.size() > i ? types.get(i) : site),
                number("_atom_site_fract_x", xs.get(i)), number("_atom_site_fract_y", ys.get(i)),
                number("_atom_site_fract_z", zs.get(i)), occupancy, Math.max(0, displacement));
            addImages(lattice, operations, atom, atoms);
        }
        if (atoms.isEmpty()) {
            throw new IOException("The CIF file " + m_file + " gives no atom with a position; one is expected");
        }
        return atoms;
    }

    private double occupancy(final String site, final List<String> values, final int i) throws IOException {
        // the dictionary's value where the column is missing or does not apply
        if (values.size() <= i || ".".equals(values.get(i))) {
            return 1;
        }
        if ("?".equals(values.get(i))) {
            throw new IOException("The CIF file " + m_file + " gives the occupancy '?' (unknown) for the atom " + site
                + "; a number from 0 to 1 is expected");
        }
        final double occupancy = number("_atom_site_occupancy of " + site, values.get(i));
        if (!(occupancy >= 0 && occupancy <= 1.0001)) {
            throw new IOException("The CIF file " + m_file + " gives the occupancy " + occupancy + " for the atom "
                + site + "; a number from 0 to 1 is expected");
        }
        return Math.min(1, occupancy);
    }

    private double optional(final String name, final List<String> values, final int i) throws IOException {
        return values.size() <= i || CifBlock.isUnknown(values.get(i)) ? 0 : number(name, values.get(i));
    }

    private String element(final String site, final String type) throws IOException {
        final Matcher letters = SYMBOL.matcher(type);
        if (letters.matches()) {
            final String two = letters.group(1);
            final String first = two.substring(0, 1).toUpperCase(Locale.ROOT);
            final String symbol = first + two.substring(1).toLowerCase(Locale.ROOT);
            for (final String candidate : new String[] {symbol, first}) {
                if (m_factors.elements().contains(candidate)) {
                    return candidate;
                }
            }
            if (first.equals("D")) {
                return "H";
            }
        }
        throw new IOException("The CIF file " + m_file + " gives the atom " + site + " the type '" + type
            + "'; a chemical symbol from H to Lr is expected");
    }

    private static void addImages(final Lattice lattice, final List<SymmetryOperation> operations, final Atom atom,
        final List<Atom> atoms) {
        final int start = atoms.size();
        final double[] direct = lattice.direct();
        for (final SymmetryOperation operation : operations) {
            final double[] p = operation.apply(atom.x(), atom.y(), atom.z());
            boolean known = false;
            for (int i = start; i < atoms.size() && !known; i++) {
                final Atom other = atoms.get(i);
                final double[] d = Lattice.multiply(direct, nearest(p[0] - other.x()), nearest(p[1] - other.y()),
                    nearest(p[2] - other.z()));
                known = d[0] * d[0] + d[1] * d[1] + d[2] * d[2] < SAME_ATOM * SAME_ATOM;
            }
            if (!known) {
                atoms.add(new Atom(atom.element(), p[0], p[1], p[2], atom.occupancy(), atom.displacement()));
            }
        }
    }

    private static double nearest(final double difference) {
        return difference - Math.rint(difference);
    }
}
