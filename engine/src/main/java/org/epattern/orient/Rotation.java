// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

/**
 * A rotation in space as a unit quaternion. As the orientation of a crystal it takes crystal coordinates to sample
 * coordinates: {@code v_sample = rotation.apply(v_crystal)}.
 *
 * <p>Sample coordinates: X along the pattern's x (to the right), Y along its y (downwards), Z along the flight of the
 * electrons, so that the pattern is seen as the electrons see it. Crystal coordinates: see the lattice of the
 * crystal.</p>
 *
 * @param w cosine of half the angle
 * @param x axis times sine of half the angle
 * @param y the same along y
 * @param z the same along z
 */
public record Rotation(double w, double x, double y, double z) {

    /** No rotation. */
    public static final Rotation IDENTITY = new Rotation(1, 0, 0, 0);

    /**
     * @param x axis, of any length above 0
     * @param y the same along y
     * @param z the same along z
     * @param degrees angle, counted as a right-handed screw along the axis
     * @return the rotation
     * @throws IllegalArgumentException if the axis has no length
     */
    public static Rotation about(final double x, final double y, final double z, final double degrees) {
        final double length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > 0)) {
            throw new IllegalArgumentException("The rotation axis has the length " + length
                + "; a length above 0 is expected");
        }
        final double half = Math.toRadians(degrees) / 2;
        final double s = Math.sin(half) / length;
        return new Rotation(Math.cos(half), x * s, y * s, z * s);
    }

    /**
     * The orientation of Bunge's Euler angles: g = Z(phi2) X(Phi) Z(phi1) takes sample to crystal coordinates; this is
     * its inverse.
     *
     * @param phi1 first angle (degrees)
     * @param capitalPhi second angle (degrees)
     * @param phi2 third angle (degrees)
     * @return the rotation from crystal to sample coordinates
     */
    public static Rotation ofEuler(final double phi1, final double capitalPhi, final double phi2) {
        final double half = Math.toRadians(capitalPhi) / 2;
        final double sum = Math.toRadians(phi1 + phi2) / 2;
        final double difference = Math.toRadians(phi1 - phi2) / 2;
        return new Rotation(Math.cos(half) * Math.cos(sum), Math.sin(half) * Math.cos(difference),
            Math.sin(half) * Math.sin(difference), Math.cos(half) * Math.sin(sum));
    }

    /**
     * @param m rotation matrix, row by row
     * @return the same rotation
     */
    public static Rotation ofMatrix(final double[] m) {
        // Shepperd's choice of the largest component keeps the square root away from zero
        final double trace = m[0] + m[4] + m[8];
        if (trace > m[0] && trace > m[4] && trace > m[8]) {
            final double w = Math.sqrt(1 + trace) / 2;
            return new Rotation(w, (m[7] - m[5]) / (4 * w), (m[2] - m[6]) / (4 * w), (m[3] - m[1]) / (4 * w)).unit();
        }
        if (m[0] >= m[4] && m[0] >= m[8]) {
            final double x = Math.sqrt(1 + m[0] - m[4] - m[8]) / 2;
            return new Rotation((m[7] - m[5]) / (4 * x), x, (m[1] + m[3]) / (4 * x), (m[2] + m[6]) / (4 * x)).unit();
        }
        if (m[4] >= m[8]) {
            final double y = Math.sqrt(1 + m[4] - m[0] - m[8]) / 2;
            return new Rotation((m[2] - m[6]) / (4 * y), (m[1] + m[3]) / (4 * y), y, (m[5] + m[7]) / (4 * y)).unit();
        }
        final double z = Math.sqrt(1 + m[8] - m[0] - m[4]) / 2;
        return new Rotation((m[3] - m[1]) / (4 * z), (m[2] + m[6]) / (4 * z), (m[5] + m[7]) / (4 * z), z).unit();
    }

    private Rotation unit() {
        final double f = 1 / Math.sqrt(w * w + x * x + y * y + z * z);
        return new Rotation(w * f, x * f, y * f, z * f);
    }

    /**
     * @param first the rotation done before this one
     * @return this after the other, of length 1 whatever has piled up in rounding
     */
    public Rotation after(final Rotation first) {
        return new Rotation(w * first.w - x * first.x - y * first.y - z * first.z,
            w * first.x + x * first.w + y * first.z - z * first.y,
            w * first.y - x * first.z + y * first.w + z * first.x,
            w * first.z + x * first.y - y * first.x + z * first.w).unit();
    }

    /** @return the rotation back */
    public Rotation inverse() {
        return new Rotation(w, -x, -y, -z);
    }

    /** @return the angle (degrees), 0 to 180 */
    public double angle() {
        return Math.toDegrees(2 * Math.atan2(Math.sqrt(x * x + y * y + z * z), Math.abs(w)));
    }

    /** @return the rotation as a matrix, row by row */
    public double[] matrix() {
        return new double[] {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), //
            2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x), //
            2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)};
    }

    /**
     * @param v three coordinates
     * @return the turned vector
     */
    public double[] apply(final double... v) {
        final double[] m = matrix();
        return new double[] {m[0] * v[0] + m[1] * v[1] + m[2] * v[2], m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
            m[6] * v[0] + m[7] * v[1] + m[8] * v[2]};
    }

    /** @return Bunge's Euler angles phi1, Phi, phi2 (degrees): 0 to 360, 0 to 180, 0 to 360; phi2 is 0 at Phi 0, 180 */
    public EulerAngles euler() {
        final double cosine = Math.hypot(w, z);
        final double sine = Math.hypot(x, y);
        final double capitalPhi = 2 * Math.atan2(sine, cosine);
        if (sine < 1e-9) {
            return new EulerAngles(turn(2 * Math.atan2(z, w)), 0, 0);
        }
        if (cosine < 1e-9) {
            return new EulerAngles(turn(2 * Math.atan2(y, x)), 180, 0);
        }
        final double sum = Math.atan2(z, w);
        final double difference = Math.atan2(y, x);
        return new EulerAngles(turn(sum + difference), Math.toDegrees(capitalPhi), turn(sum - difference));
    }

    private static double turn(final double radians) {
        final double degrees = Math.toDegrees(radians) % 360;
        final double positive = degrees < 0 ? degrees + 360 : degrees;
        // a hair below a full turn is none
        return positive > 360 - 1e-9 ? 0 : positive;
    }
}
