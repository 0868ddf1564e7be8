// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

/**
 * The unit cell. Crystal coordinates are a right-handed Cartesian frame (Angstrom, 1/Angstrom) with its first axis
 * along a and its third axis along c*, so that b lies in the plane of the first two.
 *
 * @param a edge (Angstrom)
 * @param b edge (Angstrom)
 * @param c edge (Angstrom)
 * @param alpha angle between b and c (degrees)
 * @param beta angle between a and c (degrees)
 * @param gamma angle between a and b (degrees)
 */
public record Lattice(double a, double b, double c, double alpha, double beta, double gamma) {

    /** Refuses cells that cannot be. */
    public Lattice {
        edge("a", a);
        edge("b", b);
        edge("c", c);
        angle("alpha", alpha);
        angle("beta", beta);
        angle("gamma", gamma);
        if (!(squareOfUnitVolume(alpha, beta, gamma) > 1e-6)) {
            throw new IllegalArgumentException("The cell angles " + alpha + ", " + beta + " and " + gamma
                + " degrees close no cell; three angles of a parallelepiped are expected");
        }
    }

    private static void edge(final String name, final double value) {
        if (!(value >= 0.5 && value <= 1000)) {
            throw new IllegalArgumentException("The cell edge " + name + " is " + value
                + " Angstrom; 0.5 to 1000 Angstrom are expected");
        }
    }

    private static void angle(final String name, final double value) {
        if (!(value >= 10 && value <= 170)) {
            throw new IllegalArgumentException("The cell angle " + name + " is " + value
                + " degrees; 10 to 170 degrees are expected");
        }
    }

    private static double squareOfUnitVolume(final double alpha, final double beta, final double gamma) {
        final double ca = cos(alpha);
        final double cb = cos(beta);
        final double cg = cos(gamma);
        return 1 - ca * ca - cb * cb - cg * cg + 2 * ca * cb * cg;
    }

    private static double cos(final double degrees) {
        // right angles are exact, so that extinctions and equal spacings are
        return degrees == 90 ? 0 : degrees == 120 ? -0.5 : degrees == 60 ? 0.5 : Math.cos(Math.toRadians(degrees));
    }

    /** @return volume of the cell (cubic Angstrom) */
    public double volume() {
        return a * b * c * Math.sqrt(squareOfUnitVolume(alpha, beta, gamma));
    }

    /** @return the matrix, row by row, that takes fractional coordinates to crystal coordinates (Angstrom) */
    public double[] direct() {
        final double sineGamma = Math.sqrt(1 - cos(gamma) * cos(gamma));
        return new double[] {a, b * cos(gamma), c * cos(beta), //
            0, b * sineGamma, c * (cos(alpha) - cos(beta) * cos(gamma)) / sineGamma, //
            0, 0, volume() / (a * b * sineGamma)};
    }

    /** @return the matrix, row by row, that takes indices h, k, l to crystal coordinates (1/Angstrom) */
    public double[] reciprocal() {
        // transposed inverse of an upper triangular matrix
        final double[] d = direct();
        final double xx = 1 / d[0];
        final double yy = 1 / d[4];
        final double zz = 1 / d[8];
        return new double[] {xx, 0, 0, //
            -d[1] * xx * yy, yy, 0, //
            (d[1] * d[5] - d[2] * d[4]) * xx * yy * zz, -d[5] * yy * zz, zz};
    }

    /**
     * @param h index
     * @param k index
     * @param l index
     * @return distance of the lattice planes (Angstrom), infinite for 0 0 0
     */
    public double spacing(final int h, final int k, final int l) {
        final double[] g = multiply(reciprocal(), h, k, l);
        return 1 / Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
    }

    static double[] multiply(final double[] m, final double x, final double y, final double z) {
        return new double[] {m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z,
            m[6] * x + m[7] * y + m[8] * z};
    }
}
