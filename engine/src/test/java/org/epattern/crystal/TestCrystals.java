// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** CIF texts of known crystals, written from their space groups and lattice constants. */
public final class TestCrystals {

    /** The table of atoms. */
    public static final ScatteringFactors FACTORS = new ScatteringFactors();

    private static final String[] F_CENTRED = {"x,y+1/2,z+1/2", "x+1/2,y,z+1/2"};
    private static final String[] CUBIC = {"z,x,y", "-y,x,z", "-x,-y,-z"};

    private TestCrystals() {
    }

    /** Aluminium, Fm-3m. */
    public static String aluminium() {
        return cif("Al", 4.0495, 4.0495, 4.0495, 90, join(F_CENTRED, CUBIC), "Al 0 0 0");
    }

    /** Silver, Fm-3m. */
    public static String silver() {
        return cif("Ag", 4.0862, 4.0862, 4.0862, 90, join(F_CENTRED, CUBIC), "Ag 0 0 0");
    }

    /** Rock salt, Fm-3m. */
    public static String rockSalt() {
        return cif("NaCl", 5.6402, 5.6402, 5.6402, 90, join(F_CENTRED, CUBIC), "Na 0 0 0", "Cl 1/2 1/2 1/2");
    }

    /** Ferrite, Im-3m. */
    public static String iron() {
        return cif("Fe", 2.8665, 2.8665, 2.8665, 90, join(new String[] {"x+1/2,y+1/2,z+1/2"}, CUBIC), "Fe 0 0 0");
    }

    /** Silicon, Fd-3m, origin at the inversion centre. */
    public static String silicon() {
        return cif("Si", 5.4310, 5.4310, 5.4310, 90, join(F_CENTRED, "-x+3/4,-y+1/4,z+1/2", "-x+1/4,y+1/2,-z+3/4",
            "z,x,y", "y+3/4,x+1/4,-z+1/2", "-x,-y,-z"), "Si 1/8 1/8 1/8");
    }

    /** Pyrite, Pa-3: Laue group m-3. */
    public static String pyrite() {
        return cif("FeS2", 5.4179, 5.4179, 5.4179, 90, new String[] {"-x+1/2,-y,z+1/2", "-x,y+1/2,-z+1/2", "z,x,y",
            "-x,-y,-z"}, "Fe 0 0 0", "S 0.3850 0.3850 0.3850");
    }

    /** Lead iodide 2H, P-3m1. */
    public static String leadIodide() {
        return cif("PbI2", 4.557, 4.557, 6.979, 120, new String[] {"-y,x-y,z", "y,x,-z", "-x,-y,-z"}, "Pb 0 0 0",
            "I 1/3 2/3 0.2675");
    }

    /** Triphylite, Pnma. */
    public static String triphylite() {
        return cif("LiFePO4", 10.3290, 6.0065, 4.6908, 90, new String[] {"-x+1/2,-y,z+1/2", "-x,y+1/2,-z",
            "-x,-y,-z"}, "Li 0 0 0", "Fe 0.2822 0.25 0.9747", "P 0.0948 0.25 0.4182", "O 0.0968 0.25 0.7428",
            "O 0.4571 0.25 0.2060", "O 0.1656 0.0465 0.2848");
    }

    /** Reads one of the texts. */
    public static Crystal read(final String cif) {
        try {
            return CifFile.parse(cif.substring(5, cif.indexOf('\n')) + ".cif", cif, FACTORS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] join(final String[] first, final String... second) {
        final List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray(String[]::new);
    }

    /** A CIF text; the operations are all products of the generators, an atom is "element x y z". */
    public static String cif(final String name, final double a, final double b, final double c, final double gamma,
        final String[] generators, final String... atoms) {
        final String operations = group(generators).stream().map(TestCrystals::text)
            .collect(Collectors.joining("'\n'", "'", "'"));
        final StringBuilder sites = new StringBuilder();
        for (final String atom : atoms) {
            final String[] fields = atom.split(" ");
            sites.append(fields[0]).append(' ').append(fields[0]);
            for (int i = 1; i < 4; i++) {
                final String[] parts = fields[i].split("/");
                sites.append(' ').append(parts.length == 1 ? fields[i] : String.format(Locale.ROOT, "%.6f",
                    Double.parseDouble(parts[0]) / Double.parseDouble(parts[1])));
            }
            sites.append('\n');
        }
        return String.format(Locale.ROOT, """
            data_%s
            _cell_length_a %s
            _cell_length_b %s
            _cell_length_c %s
            _cell_angle_alpha 90
            _cell_angle_beta 90
            _cell_angle_gamma %s
            loop_
            _space_group_symop_operation_xyz
            %s
            loop_
            _atom_site_label
            _atom_site_type_symbol
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            %s""", name, a, b, c, gamma, operations, sites);
    }

    /** The space group that the generators make. */
    static List<SymmetryOperation> group(final String... generators) {
        final List<SymmetryOperation> all = new ArrayList<>(List.of(SymmetryOperation.parse("x,y,z")));
        for (int i = 0; i < all.size(); i++) {
            for (final String generator : generators) {
                final SymmetryOperation product = product(SymmetryOperation.parse(generator), all.get(i));
                if (!all.contains(product)) {
                    all.add(product);
                }
            }
        }
        return all;
    }

    private static SymmetryOperation product(final SymmetryOperation a, final SymmetryOperation b) {
        final int[] w = new int[9];
        final double[] t = new double[3];
        for (int i = 0; i < 3; i++) {
            t[i] = a.translation()[i];
            for (int k = 0; k < 3; k++) {
                t[i] += a.rotation()[3 * i + k] * b.translation()[k];
                for (int j = 0; j < 3; j++) {
                    w[3 * i + j] += a.rotation()[3 * i + k] * b.rotation()[3 * k + j];
                }
            }
            // twelfths, exactly
            t[i] = Math.floorMod(Math.round(t[i] * 12), 12L) / 12.0;
        }
        return new SymmetryOperation(w, t);
    }

    private static String text(final SymmetryOperation operation) {
        return IntStream.range(0, 3).mapToObj(i -> {
            final StringBuilder sum = new StringBuilder();
            for (int j = 0; j < 3; j++) {
                final int w = operation.rotation()[3 * i + j];
                if (w != 0) {
                    sum.append(w > 0 ? "+" : "-").append("xyz".charAt(j));
                }
            }
            final long twelfths = Math.round(operation.translation()[i] * 12);
            return twelfths == 0 ? sum : sum.append('+').append(twelfths).append("/12");
        }).collect(Collectors.joining(", "));
    }
}
