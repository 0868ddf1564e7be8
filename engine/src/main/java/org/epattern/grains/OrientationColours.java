// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.epattern.maps.ColouredMap;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.PoleColour;

/** Maps of colours that show orientations and phases. */
public final class OrientationColours {

    /** Distinct for colour-blind readers as well (Okabe and Ito 2008), in the order of the phases. */
    private static final int[] PHASES = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0xf0e442};

    private OrientationColours() {
    }

    /** Direction in the sample whose crystal direction is shown. */
    public enum Direction {
        /** To the right in the pattern. */
        X(1, 0, 0),
        /** Downwards in the pattern. */
        Y(0, 1, 0),
        /** Along the beam. */
        Z(0, 0, 1);

        private final double[] m_vector;

        Direction(final double... vector) {
            m_vector = vector;
        }
    }

    /**
     * @param field the orientations
     * @param direction direction in the sample
     * @return for each point the colour of the crystal direction along it, and a key per phase that occurs
     */
    public static ColouredMap inversePole(final OrientationField field, final Direction direction) {
        final int[] colours = new int[field.width() * field.height()];
        final boolean[] occurs = new boolean[field.phases().size()];
        for (int p = 0; p < colours.length; p++) {
            colours[p] = ColouredMap.NONE;
            if (field.phase(p) != OrientationField.NONE) {
                occurs[field.phase(p)] = true;
                final OrientationField.Phase phase = field.phases().get(field.phase(p));
                colours[p] = PoleColour.of(phase.symmetry().group(),
                    phase.symmetry().standardDirection(field.orientation(p), direction.m_vector));
            }
        }
        final List<ColouredMap.Key> keys = new ArrayList<>();
        for (int i = 0; i < occurs.length; i++) {
            final LaueGroup group = field.phases().get(i).symmetry().group();
            if (occurs[i]) {
                keys.add(new ColouredMap.Key(field.phases().get(i).name(), group));
            }
        }
        return new ColouredMap("orientation " + direction.name().toLowerCase(Locale.ROOT), field.width(),
            field.height(), colours, keys, legend(colours));
    }

    /**
     * @param field the orientations
     * @return a colour per phase
     */
    public static ColouredMap phases(final OrientationField field) {
        final int[] colours = new int[field.width() * field.height()];
        for (int p = 0; p < colours.length; p++) {
            colours[p] = field.phase(p) == OrientationField.NONE ? ColouredMap.NONE : PHASES[field.phase(p)
                % PHASES.length];
        }
        final List<ColouredMap.Entry> legend = new ArrayList<>();
        for (int i = 0; i < field.phases().size(); i++) {
            legend.add(new ColouredMap.Entry(field.phases().get(i).name(), PHASES[i % PHASES.length]));
        }
        legend.addAll(legend(colours));
        return new ColouredMap("phase", field.width(), field.height(), colours, List.of(), legend);
    }

    private static List<ColouredMap.Entry> legend(final int[] colours) {
        return Arrays.stream(colours).anyMatch(c -> c == ColouredMap.NONE)
            ? List.of(new ColouredMap.Entry("no solution", ColouredMap.NONE)) : List.of();
    }
}
