// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

import java.util.ArrayList;
import java.util.List;

/**
 * The eleven Laue groups: the symmetries that intensities of diffraction can have. Standard axes: the main axis along
 * z, a twofold axis across it along x; cubic axes along x, y and z.
 */
public enum LaueGroup {
    /** Triclinic. */
    TRICLINIC("-1", 1, Kind.CYCLIC),
    /** Monoclinic. */
    MONOCLINIC("2/m", 2, Kind.CYCLIC),
    /** Orthorhombic. */
    ORTHORHOMBIC("mmm", 2, Kind.DIHEDRAL),
    /** Trigonal without mirrors. */
    TRIGONAL_LOW("-3", 3, Kind.CYCLIC),
    /** Trigonal with mirrors. */
    TRIGONAL_HIGH("-3m", 3, Kind.DIHEDRAL),
    /** Tetragonal without mirrors along the main axis. */
    TETRAGONAL_LOW("4/m", 4, Kind.CYCLIC),
    /** Tetragonal with all mirrors. */
    TETRAGONAL_HIGH("4/mmm", 4, Kind.DIHEDRAL),
    /** Hexagonal without mirrors along the main axis. */
    HEXAGONAL_LOW("6/m", 6, Kind.CYCLIC),
    /** Hexagonal with all mirrors. */
    HEXAGONAL_HIGH("6/mmm", 6, Kind.DIHEDRAL),
    /** Cubic without fourfold axes. */
    CUBIC_LOW("m-3", 2, Kind.CUBIC),
    /** Cubic with fourfold axes. */
    CUBIC_HIGH("m-3m", 4, Kind.CUBIC);

    /** Families of rotation groups. */
    enum Kind {
        /** One axis. */
        CYCLIC,
        /** One main axis and twofold axes across it. */
        DIHEDRAL,
        /** Axes along the edges of a cube, threefold axes along its diagonals. */
        CUBIC
    }

    private final String m_symbol;
    private final int m_fold;
    private final Kind m_kind;
    private final List<Rotation> m_rotations;

    LaueGroup(final String symbol, final int fold, final Kind kind) {
        m_symbol = symbol;
        m_fold = fold;
        m_kind = kind;
        m_rotations = List.copyOf(rotations(fold, kind));
    }

    private static List<Rotation> rotations(final int fold, final Kind kind) {
        final List<Rotation> main = new ArrayList<>();
        for (int i = 0; i < fold; i++) {
            main.add(Rotation.about(0, 0, 1, 360.0 * i / fold));
        }
        if (kind == Kind.CYCLIC) {
            return main;
        }
        final List<Rotation> all = new ArrayList<>(main);
        final Rotation across = Rotation.about(1, 0, 0, 180);
        for (final Rotation r : main) {
            all.add(r.after(across));
        }
        if (kind == Kind.DIHEDRAL) {
            return all;
        }
        final List<Rotation> cubic = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            final Rotation diagonal = Rotation.about(1, 1, 1, 120 * i);
            for (final Rotation r : all) {
                cubic.add(r.after(diagonal));
            }
        }
        return cubic;
    }

    /** @return Hermann-Mauguin symbol, "m-3m" */
    public String symbol() {
        return m_symbol;
    }

    /** @return number of operations, mirrors and inversion included: 2 to 48 */
    public int order() {
        return 2 * m_rotations.size();
    }

    /** @return the rotations of the group about the standard axes, half of its operations; the first one is none */
    public List<Rotation> rotations() {
        return m_rotations;
    }

    int fold() {
        return m_fold;
    }

    Kind kind() {
        return m_kind;
    }
}
