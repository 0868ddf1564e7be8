// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import org.epattern.orient.Rotation;

/**
 * The zone axis of small indices nearest to a direction of a crystal.
 *
 * @param u index along a
 * @param v index along b
 * @param w index along c
 * @param degrees angle between the axis and the direction
 */
public record NearestZoneAxis(int u, int v, int w, double degrees) {

    private static final int LARGEST = 5;
    /** An axis of smaller indices is preferred as long as it is no farther than this (degrees). */
    private static final double NEAR = 3;

    /**
     * @param lattice the unit cell
     * @param x direction in crystal coordinates (first axis along a, third along c*)
     * @param y the same
     * @param z the same
     * @return within 3 degrees the axis with the smallest indices, or else the nearest one, of those up to 5
     */
    public static NearestZoneAxis of(final Lattice lattice, final double x, final double y, final double z) {
        final double length = Math.sqrt(x * x + y * y + z * z);
        final double[] direct = lattice.direct();
        NearestZoneAxis best = null;
        for (int u = -LARGEST; u <= LARGEST; u++) {
            for (int v = -LARGEST; v <= LARGEST; v++) {
                for (int w = -LARGEST; w <= LARGEST; w++) {
                    final double[] axis = Lattice.multiply(direct, u, v, w);
                    final double across = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
                    if (across > 0) {
                        final double cosine = (axis[0] * x + axis[1] * y + axis[2] * z) / across / length;
                        final NearestZoneAxis candidate = new NearestZoneAxis(u, v, w,
                            Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine)))));
                        if (best == null || candidate.isBetterThan(best)) {
                            best = candidate;
                        }
                    }
                }
            }
        }
        return best;
    }

    /**
     * @param lattice the unit cell
     * @param orientation from crystal to sample coordinates
     * @return the axis nearest to the beam
     */
    public static NearestZoneAxis ofBeam(final Lattice lattice, final Rotation orientation) {
        final double[] beam = orientation.inverse().apply(0, 0, 1);
        return of(lattice, beam[0], beam[1], beam[2]);
    }

    private boolean isBetterThan(final NearestZoneAxis other) {
        if (degrees <= NEAR && other.degrees <= NEAR) {
            return size() != other.size() ? size() < other.size() : degrees < other.degrees - 1e-6;
        }
        return degrees < other.degrees - 1e-6;
    }

    private int size() {
        return u * u + v * v + w * w;
    }

    @Override
    public String toString() {
        return "[" + u + " " + v + " " + w + "]";
    }
}
