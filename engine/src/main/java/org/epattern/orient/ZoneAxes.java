// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

import java.util.ArrayList;
import java.util.List;

/**
 * Directions spread evenly over the part of the sphere in which no two directions are equivalent by a rotation of the
 * Laue group: the zone axes of a template bank.
 *
 * <p>The directions stand on rings around the main axis, with equal steps between the rings and along each ring. The
 * steps are the stated angular step divided by the square root of two, so that <b>every direction lies within half a
 * step of one of the zone axes</b> (the centre of a square cell is the farthest). The poles and edges of the part are
 * among them.</p>
 */
public final class ZoneAxes {

    private static final double SAME = 1e-9;

    private ZoneAxes() {
    }

    /**
     * @param group the Laue group
     * @param stepDegrees angular step, 0.2 to 30 degrees
     * @return unit vectors in the standard axes of the group, about 8 pi / (step^2 x rotations of the group) of them,
     *         ring after ring from the main axis outwards
     * @throws IllegalArgumentException if the step is out of range
     */
    public static List<double[]> spread(final LaueGroup group, final double stepDegrees) {
        if (!(stepDegrees >= 0.2 && stepDegrees <= 30)) {
            throw new IllegalArgumentException("The angular step is " + stepDegrees
                + " degrees; 0.2 to 30 degrees are expected");
        }
        final double pitch = Math.toRadians(stepDegrees) / Math.sqrt(2);
        final double last = switch (group.kind()) {
            case CYCLIC -> Math.PI;
            case DIHEDRAL -> Math.PI / 2;
            case CUBIC -> Math.acos(1 / Math.sqrt(3));
        };
        final int rings = Math.max(1, (int)Math.ceil(last / pitch - 1e-9));
        final List<double[]> axes = new ArrayList<>();
        for (int i = 0; i <= rings; i++) {
            final double polar = last * i / rings;
            if (group.kind() == LaueGroup.Kind.CUBIC) {
                // the part has slanted edges here: half a ring step nearer to the pole it is wider
                cubicRing(group, polar, Math.max(0, polar - last / rings / 2), pitch, axes);
            } else {
                ring(group, polar, pitch, axes);
            }
        }
        return axes;
    }

    private static void ring(final LaueGroup group, final double polar, final double pitch, final List<double[]> axes) {
        if (Math.sin(polar) < SAME) {
            axes.add(new double[] {0, 0, Math.cos(polar)});
            return;
        }
        // on the equator the twofold axes make half of the ring equivalent to the other half
        final boolean half = group.kind() == LaueGroup.Kind.DIHEDRAL && Math.cos(polar) < SAME;
        final double range = 2 * Math.PI / group.fold() / (half ? 2 : 1);
        final int steps = Math.max(1, (int)Math.ceil(range * Math.sin(polar) / pitch - 1e-9));
        // the end of a whole range is equivalent to its start
        for (int i = 0; half ? i <= steps : i < steps; i++) {
            axes.add(direction(polar, range * i / steps));
        }
    }

    /**
     * 432: z is the largest coordinate, x and y are not negative. 23: the same with y of either sign. The ring is cut
     * where z = x or z = |y|.
     */
    private static void cubicRing(final LaueGroup group, final double polar, final double widest, final double pitch,
        final List<double[]> axes) {
        if (polar < SAME) {
            axes.add(new double[] {0, 0, 1});
            return;
        }
        final double tangent = Math.tan(widest);
        final double cut = tangent <= 1 ? 0 : Math.acos(1 / tangent);
        final int quadrants = group == LaueGroup.CUBIC_LOW ? 2 : 1;
        for (int q = 0; q < quadrants; q++) {
            final double from = cut - q * Math.PI / 2;
            final double range = Math.PI / 2 - 2 * cut;
            final int steps = Math.max(1, (int)Math.ceil(range * Math.sin(polar) / pitch - 1e-9));
            for (int i = 0; i <= steps; i++) {
                final double[] axis = direction(polar, from + range * i / steps);
                // only the ends can be equivalent to others: they lie on the edges of the part
                if (i > 0 && i < steps || isNew(group, axis, axes)) {
                    axes.add(axis);
                }
            }
        }
    }

    private static boolean isNew(final LaueGroup group, final double[] axis, final List<double[]> axes) {
        for (final Rotation r : group.rotations()) {
            final double[] turned = r.apply(axis);
            for (final double[] other : axes) {
                if (Math.abs(turned[0] - other[0]) < SAME && Math.abs(turned[1] - other[1]) < SAME
                    && Math.abs(turned[2] - other[2]) < SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] direction(final double polar, final double azimuth) {
        return new double[] {Math.sin(polar) * Math.cos(azimuth), Math.sin(polar) * Math.sin(azimuth), Math.cos(polar)};
    }

    /**
     * @param axis direction in crystal coordinates that shall point along the beam
     * @param inPlaneDegrees turn of the pattern about the beam, from x to y
     * @return the orientation: Bunge's phi1 is the turn in the plane, Phi and phi2 are those of the axis
     */
    public static Rotation orientation(final double[] axis, final double inPlaneDegrees) {
        final double capitalPhi = Math.toDegrees(Math.atan2(Math.hypot(axis[0], axis[1]), axis[2]));
        final double phi2 = axis[0] == 0 && axis[1] == 0 ? 0 : Math.toDegrees(Math.atan2(axis[0], axis[1]));
        return Rotation.ofEuler(inPlaneDegrees, capitalPhi, phi2);
    }
}
