// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the symmetry operations of a CIF file: those that it lists, or else those of the space group that it names. */
final class CifSymmetry {

    private static final String LIST = "_space_group_symop_operation_xyz";

    /**
     * Operations that a file can mean.
     *
     * @param name where they come from
     * @param operations the operations
     * @param note what a user should know about it; often empty
     */
    record Choice(String name, List<SymmetryOperation> operations, String note) {
    }

    private final String m_file;
    private final CifBlock m_block;

    /**
     * @param file name of the file, for messages
     * @param block the data block
     */
    CifSymmetry(final String file, final CifBlock block) {
        m_file = file;
        m_block = block;
    }

    /**
     * @param lattice the cell, which decides between settings of one name
     * @return the operations: one choice, or one for each origin where the file does not tell which
     * @throws IOException in a sentence, if the file neither lists operations nor names a known space group
     */
    List<Choice> choices(final Lattice lattice) throws IOException {
        final List<String> texts = m_block.column(LIST, "_space_group_symop.operation_xyz",
            "_symmetry_equiv_pos_as_xyz");
        final String name = m_block.text("_space_group_name_h-m_alt", "_space_group.name_h-m_alt",
            "_symmetry_space_group_name_h-m", "_symmetry.space_group_name_h-m", "_space_group_name_h-m_full",
            "_space_group.name_h-m_full", "_space_group_name_h-m_ref");
        if (!texts.isEmpty() && !CifBlock.isUnknown(texts.get(0))) {
            return List.of(new Choice(LIST, listed(texts), texts.size() > 1 || name == null
                || name.replaceAll("[\\s_]", "").matches("[A-Z]1") ? "" : "The file names the space group '" + name
                    + "', but lists the operation " + texts.get(0) + " alone, which is used."));
        }
        final String hall = m_block.text("_space_group_name_hall", "_space_group.name_hall",
            "_symmetry_space_group_name_hall", "_symmetry.space_group_name_hall");
        if (hall != null) {
            try {
                return List.of(choice(hall, HallSymbol.operations(hall)));
            } catch (IllegalArgumentException e) {
                if (name == null) {
                    throw new IOException("The CIF file " + m_file + ": " + e.getMessage(), e);
                }
            }
        }
        return named(lattice, name, m_block.text("_space_group_it_number", "_space_group.it_number",
            "_symmetry_int_tables_number", "_symmetry.int_tables_number"));
    }

    private List<SymmetryOperation> listed(final List<String> texts) throws IOException {
        final List<SymmetryOperation> operations = new ArrayList<>();
        for (final String text : texts) {
            try {
                operations.add(SymmetryOperation.parse(text));
            } catch (IllegalArgumentException e) {
                throw new IOException("The CIF file " + m_file + ": " + e.getMessage(), e);
            }
        }
        return operations;
    }

    private static Choice choice(final String name, final List<SymmetryOperation> operations) {
        return new Choice(name, operations,
            "The file lists no symmetry operations; those of its space group " + name + " are used.");
    }

    private List<Choice> named(final Lattice lattice, final String name, final String number) throws IOException {
        final SpaceGroupTable table = new SpaceGroupTable();
        List<SpaceGroupTable.Setting> settings = List.of();
        if (name != null) {
            settings = table.named(name);
        } else if (number != null && number.matches("\\d{1,3}")) {
            settings = table.standard(Integer.parseInt(number));
        }
        if (settings.isEmpty()) {
            final String found = name != null ? name : number;
            throw new IOException("The CIF file " + m_file + " lists no symmetry operations"
                + (found == null ? "" : ", and its space group '" + found + "' is not known") + "; a list under " + LIST
                + " is expected, or the space group under _space_group_name_H-M_alt, such as 'P 1 21/c 1'");
        }
        final int group = settings.get(0).number();
        if (number != null && number.matches("\\d{1,3}") && Integer.parseInt(number) != group) {
            throw new IOException("The CIF file " + m_file + " names the space group '" + name + "', which has the "
                + "number " + group + ", but gives the number " + number + "; name and number of one group are "
                + "expected");
        }
        final List<Choice> choices = new ArrayList<>();
        String symbol = null;
        for (final SpaceGroupTable.Setting setting : settings) {
            final List<SymmetryOperation> operations = HallSymbol.operations(setting.hall());
            // of settings that fit the cell the first one is the most usual one; what remains are its origins
            if ((symbol == null || symbol.equals(setting.symbol())) && DiffractionSymmetry.fits(lattice, operations)) {
                symbol = setting.symbol();
                choices.add(choice(setting.toString(), operations));
            }
        }
        if (choices.isEmpty()) {
            throw new IOException("The CIF file " + m_file + " has the space group '" + settings.get(0)
                + "', which does not fit the cell edges and angles; a cell of its crystal system is expected");
        }
        return choices;
    }
}
