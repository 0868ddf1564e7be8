// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

import java.util.ArrayList;
import java.util.List;

/**
 * The rotations that leave a crystal's diffraction intensities as they are, in the axes of that crystal, and the way
 * from these axes to the standard axes of its Laue group.
 *
 * @param group the Laue group
 * @param rotations its rotations in crystal coordinates; the first one is none
 * @param toStandard takes crystal coordinates to the standard axes of the group
 */
public record CrystalSymmetry(LaueGroup group, List<Rotation> rotations, Rotation toStandard) {

    private static final double SAME = 1e-3;

    /** Copies the list. */
    public CrystalSymmetry {
        rotations = List.copyOf(rotations);
    }

    /**
     * @param group a Laue group
     * @return the symmetry of a crystal whose axes are the standard ones
     */
    public static CrystalSymmetry standard(final LaueGroup group) {
        return new CrystalSymmetry(group, group.rotations(), Rotation.IDENTITY);
    }

    /**
     * Finds the Laue group of a set of rotations, and where its axes are.
     *
     * @param rotations all rotations of a crystallographic point group, in any order
     * @return the symmetry; among equivalent ways to the standard axes that with the smallest turn
     * @throws IllegalArgumentException if the rotations are not those of one of the eleven groups
     */
    public static CrystalSymmetry of(final List<Rotation> rotations) {
        for (final LaueGroup group : LaueGroup.values()) {
            if (group.rotations().size() == rotations.size()) {
                Rotation best = null;
                for (final Rotation toStandard : candidates(group, rotations)) {
                    if ((best == null || toStandard.angle() < best.angle() - SAME)
                        && same(group.rotations(), rotations, toStandard)) {
                        best = toStandard;
                    }
                }
                if (best != null) {
                    return new CrystalSymmetry(group, identityFirst(rotations), best);
                }
            }
        }
        throw new IllegalArgumentException("The " + rotations.size()
            + " rotations of the symmetry operations are not those of any of the eleven Laue groups");
    }

    private static List<Rotation> identityFirst(final List<Rotation> rotations) {
        final List<Rotation> sorted = new ArrayList<>(rotations);
        sorted.sort((a, b) -> Double.compare(Math.rint(a.angle()), Math.rint(b.angle())));
        return sorted;
    }

    private static List<Rotation> candidates(final LaueGroup group, final List<Rotation> rotations) {
        final List<Rotation> found = new ArrayList<>();
        if (group.fold() == 1) {
            found.add(Rotation.IDENTITY);
            return found;
        }
        for (final double[] main : axes(rotations, group.fold())) {
            if (group.kind() == LaueGroup.Kind.CYCLIC) {
                found.add(shortest(main));
                continue;
            }
            for (final double[] across : axes(rotations, group.kind() == LaueGroup.Kind.CUBIC ? group.fold() : 2)) {
                if (Math.abs(dot(main, across)) < SAME) {
                    final double[] y = cross(main, across);
                    found.add(Rotation.ofMatrix(new double[] {across[0], across[1], across[2], y[0], y[1], y[2],
                        main[0], main[1], main[2]}));
                }
            }
        }
        return found;
    }

    /** Unit vectors along the axes of the given fold, both ways. */
    private static List<double[]> axes(final List<Rotation> rotations, final int fold) {
        final List<double[]> axes = new ArrayList<>();
        for (final Rotation r : rotations) {
            if (Math.abs(r.angle() - 360.0 / fold) < 0.1) {
                final double s = Math.sqrt(r.x() * r.x() + r.y() * r.y() + r.z() * r.z());
                axes.add(new double[] {r.x() / s, r.y() / s, r.z() / s});
                axes.add(new double[] {-r.x() / s, -r.y() / s, -r.z() / s});
            }
        }
        return axes;
    }

    private static Rotation shortest(final double[] main) {
        final double sine = Math.hypot(main[0], main[1]);
        if (sine < 1e-9) {
            return main[2] > 0 ? Rotation.IDENTITY : Rotation.about(1, 0, 0, 180);
        }
        return Rotation.about(main[1], -main[0], 0, Math.toDegrees(Math.atan2(sine, main[2])));
    }

    private static boolean same(final List<Rotation> standard, final List<Rotation> own, final Rotation toStandard) {
        for (final Rotation r : own) {
            final Rotation turned = toStandard.after(r).after(toStandard.inverse());
            boolean found = false;
            for (final Rotation s : standard) {
                found |= s.inverse().after(turned).angle() < 0.5;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /**
     * @param first an orientation
     * @param second another one
     * @return the smallest angle (degrees) that turns a crystal of the first orientation into one of the second,
     *         equivalent orientations taken as one (the disorientation)
     */
    public double disorientation(final Rotation first, final Rotation second) {
        return disorientationRotation(first, second).angle();
    }

    /**
     * @param first an orientation
     * @param second another one
     * @return the rotation with the smallest angle, in crystal coordinates, from the first to an equivalent of the
     *         second
     */
    public Rotation disorientationRotation(final Rotation first, final Rotation second) {
        final Rotation difference = first.inverse().after(second);
        Rotation best = difference;
        for (final Rotation r : rotations) {
            final Rotation equivalent = difference.after(r);
            if (Math.abs(equivalent.w()) > Math.abs(best.w()) + 1e-15) {
                best = equivalent;
            }
        }
        return best;
    }

    /**
     * @param orientation an orientation
     * @param sampleDirection direction in the sample (X, Y or Z of the pattern, or any other)
     * @return the same direction in the standard axes of the Laue group, as the inverse pole figure shows it
     */
    public double[] standardDirection(final Rotation orientation, final double... sampleDirection) {
        return toStandard.after(orientation.inverse()).apply(sampleDirection);
    }
}
