// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the operations of a space group from its Hall symbol, which names a set of generators: Hall, Acta
 * Crystallographica A37 (1981) 517, and International Tables for Crystallography B (2010), appendix 1.4.2.
 */
final class HallSymbol {

    private static final int TWELFTHS = 12;
    private static final int MOST = 192;
    private static final Pattern LATTICE = Pattern.compile("(-?)([PABCIRHF])");
    private static final Pattern ELEMENT = Pattern.compile("(-?)([12346])([1-5]?)([xyz'\"*]?)([1-5]?)([abcnuvwd]*)");
    private static final Pattern SHIFT = Pattern.compile("(.*)\\(\\s*(-?\\d+)\\s+(-?\\d+)\\s+(-?\\d+)\\s*\\)\\s*");
    /** Axes that the first, second and third coordinate become where the rotation is about x or y instead of z. */
    private static final int[][] CYCLES = {{1, 2, 0}, {2, 0, 1}, {0, 1, 2}};

    private final String m_symbol;

    private HallSymbol(final String symbol) {
        m_symbol = symbol;
    }

    /**
     * @param symbol a Hall symbol, {@code -P 2ybc}, with a shift of the origin in twelfths if it has one,
     *            {@code P 31 2 (0 0 4)}
     * @return all operations of the group, the identity first
     * @throws IllegalArgumentException in a sentence, if the symbol is none
     */
    static List<SymmetryOperation> operations(final String symbol) {
        return new HallSymbol(symbol).operations();
    }

    private List<SymmetryOperation> operations() {
        String text = m_symbol.replace('_', ' ').replace('=', '"').replace("^", "").strip();
        final int[] shift = new int[3];
        final Matcher shifted = SHIFT.matcher(text);
        if (shifted.matches()) {
            text = shifted.group(1).strip();
            for (int i = 0; i < 3; i++) {
                shift[i] = Integer.parseInt(shifted.group(2 + i));
            }
        }
        final String[] parts = text.split("\\s+");
        final Matcher lattice = LATTICE.matcher(parts[0].toUpperCase(Locale.ROOT));
        if (!lattice.matches() || parts.length < 2 || parts.length > 5) {
            throw wrong();
        }
        final List<int[]> generators = new ArrayList<>();
        if (!lattice.group(1).isEmpty()) {
            generators.add(new int[] {-1, 0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0});
        }
        for (final int[] t : centring(lattice.group(2).charAt(0))) {
            generators.add(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1, t[0], t[1], t[2]});
        }
        int previous = 0;
        char axis = 'z';
        for (int i = 1; i < parts.length; i++) {
            final Matcher element = ELEMENT.matcher(parts[i].toLowerCase(Locale.ROOT));
            if (!element.matches()) {
                throw wrong();
            }
            final int fold = element.group(2).charAt(0) - '0';
            final char own = element.group(4).isEmpty() ? usualAxis(i, fold, previous) : element.group(4).charAt(0);
            generators.add(generator(element, fold, own, axis));
            previous = fold;
            axis = own == 'x' || own == 'y' ? own : 'z';
        }
        return group(generators, shift);
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("the Hall symbol '" + m_symbol
            + "' is not one; a lattice letter and one to four rotations such as '-P 2ybc' are expected");
    }

    private static int[][] centring(final char letter) {
        return switch (letter) {
            case 'A' -> new int[][] {{0, 6, 6}};
            case 'B' -> new int[][] {{6, 0, 6}};
            case 'C' -> new int[][] {{6, 6, 0}};
            case 'I' -> new int[][] {{6, 6, 6}};
            case 'R' -> new int[][] {{8, 4, 4}, {4, 8, 8}};
            case 'H' -> new int[][] {{8, 4, 0}, {4, 8, 0}};
            case 'F' -> new int[][] {{0, 6, 6}, {6, 0, 6}};
            default -> new int[0][];
        };
    }

    /** The axis that a symbol need not state. */
    private char usualAxis(final int place, final int fold, final int previous) {
        if (place == 1 || fold == 1) {
            return 'z';
        }
        if (place == 2 && fold == 2) {
            return previous == 2 || previous == 4 ? 'x' : '\'';
        }
        if (place == 3 && fold == 3) {
            return '*';
        }
        throw wrong();
    }

    private int[] generator(final Matcher element, final int fold, final char axis, final char previousAxis) {
        final int[] w = new int[12];
        System.arraycopy(rotation(fold, axis, previousAxis), 0, w, 0, 9);
        if (!element.group(1).isEmpty()) {
            for (int i = 0; i < 9; i++) {
                w[i] = -w[i];
            }
        }
        final String screw = element.group(3) + element.group(5);
        if (!screw.isEmpty()) {
            if (screw.length() > 1 || axis < 'x' || axis > 'z' || screw.charAt(0) - '0' >= fold) {
                throw wrong();
            }
            w[9 + axis - 'x'] += (screw.charAt(0) - '0') * TWELFTHS / fold;
        }
        for (final char letter : element.group(6).toCharArray()) {
            for (int i = 0; i < 3; i++) {
                w[9 + i] += switch (letter) {
                    case 'n' -> 6;
                    case 'd' -> 3;
                    case 'a', 'b', 'c' -> letter - 'a' == i ? 6 : 0;
                    default -> letter - 'u' == i ? 3 : 0;
                };
            }
        }
        return w;
    }

    private int[] rotation(final int fold, final char axis, final char previousAxis) {
        if (axis == '*') {
            if (fold != 3) {
                throw wrong();
            }
            return new int[] {0, 0, 1, 1, 0, 0, 0, 1, 0};
        }
        final boolean diagonal = axis == '\'' || axis == '"';
        if (diagonal && fold != 2) {
            throw wrong();
        }
        final int[] aboutZ;
        if (diagonal) {
            final int sign = axis == '"' ? 1 : -1;
            aboutZ = new int[] {0, sign, 0, sign, 0, 0, 0, 0, -1};
        } else {
            aboutZ = switch (fold) {
                case 1 -> new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
                case 2 -> new int[] {-1, 0, 0, 0, -1, 0, 0, 0, 1};
                case 3 -> new int[] {0, -1, 0, 1, -1, 0, 0, 0, 1};
                case 4 -> new int[] {0, -1, 0, 1, 0, 0, 0, 0, 1};
                default -> new int[] {1, -1, 0, 1, 0, 0, 0, 0, 1};
            };
        }
        final int[] cycle = CYCLES[(diagonal ? previousAxis : axis) - 'x'];
        final int[] w = new int[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                w[3 * cycle[i] + cycle[j]] = aboutZ[3 * i + j];
            }
        }
        return w;
    }

    private List<SymmetryOperation> group(final List<int[]> generators, final int[] shift) {
        final List<int[]> all = new ArrayList<>();
        final Set<List<Integer>> known = new HashSet<>();
        add(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0}, all, known);
        for (int i = 0; i < all.size(); i++) {
            for (final int[] generator : generators) {
                add(product(generator, all.get(i)), all, known);
            }
            if (all.size() > MOST) {
                throw wrong();
            }
        }
        final List<SymmetryOperation> operations = new ArrayList<>();
        for (final int[] w : all) {
            final double[] t = new double[3];
            for (int i = 0; i < 3; i++) {
                // x in old coordinates is x - shift in new ones
                final int moved = w[9 + i] + shift[i] - w[3 * i] * shift[0] - w[3 * i + 1] * shift[1]
                    - w[3 * i + 2] * shift[2];
                t[i] = Math.floorMod(moved, TWELFTHS) / (double)TWELFTHS;
            }
            operations.add(new SymmetryOperation(Arrays.copyOf(w, 9), t));
        }
        return operations;
    }

    private static void add(final int[] w, final List<int[]> all, final Set<List<Integer>> known) {
        if (known.add(Arrays.stream(w).boxed().toList())) {
            all.add(w);
        }
    }

    private static int[] product(final int[] a, final int[] b) {
        final int[] w = new int[12];
        for (int i = 0; i < 3; i++) {
            w[9 + i] = a[9 + i];
            for (int k = 0; k < 3; k++) {
                w[9 + i] += a[3 * i + k] * b[9 + k];
                for (int j = 0; j < 3; j++) {
                    w[3 * i + j] += a[3 * i + k] * b[3 * k + j];
                }
            }
            w[9 + i] = Math.floorMod(w[9 + i], TWELFTHS);
        }
        return w;
    }
}
