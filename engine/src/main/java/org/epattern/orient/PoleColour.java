// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.orient;

/**
 * Colours of the inverse pole figure.
 *
 * <p>The directions that are equivalent under the full symmetry of the lattice type (mmm, 4/mmm, 6/mmm, m-3m) fill a
 * triangle whose corners are pure <b>red</b> (the main axis), <b>green</b> and <b>blue</b>:</p>
 * <table>
 * <caption>corners, standard axes</caption>
 * <tr><th>Laue groups</th><th>red</th><th>green</th><th>blue</th></tr>
 * <tr><td>-1, 2/m, mmm</td><td>z</td><td>x</td><td>y</td></tr>
 * <tr><td>4/m, 4/mmm</td><td>[001]</td><td>[100]</td><td>[110]</td></tr>
 * <tr><td>-3, -3m, 6/m, 6/mmm</td><td>[0001]</td><td>x (a twofold axis)</td><td>30 degrees from x</td></tr>
 * <tr><td>m-3, m-3m</td><td>[001]</td><td>[101]</td><td>[111]</td></tr>
 * </table>
 * <p>Inside, the shares of the three corners are mixed and the largest is made full, so the centre is white. Groups
 * with fewer mirrors own two or four such triangles that are not equivalent; their centres are white, black and greys,
 * while the edges they share have the same colours, so that the colour never jumps (the idea of Nolze and Hielscher,
 * J. Appl. Cryst. 49 (2016) 1786).</p>
 */
public final class PoleColour {

    private static final double[] CENTRE = {1, 0, 2.0 / 3, 1.0 / 3};

    private PoleColour() {
    }

    /**
     * @param group the Laue group
     * @param direction direction in its standard axes, of any length above 0
     * @return red x 65536 + green x 256 + blue, each 0 to 255
     */
    public static int of(final LaueGroup group, final double... direction) {
        final double[] d = direction.clone();
        final int copy = fold(group, d);
        final double[] share = shares(group, d);
        final double largest = Math.max(share[0], Math.max(share[1], share[2]));
        final double smallest = Math.max(0, Math.min(share[0], Math.min(share[1], share[2])));
        final double middle = 3 * smallest / (share[0] + share[1] + share[2]);
        final double light = (1 - (1 - CENTRE[copy]) * middle) / largest;
        return level(share[0] * light) << 16 | level(share[1] * light) << 8 | level(share[2] * light);
    }

    private static int level(final double share) {
        return (int)Math.round(255 * Math.min(1, Math.max(0, share)));
    }

    /** Moves a direction into the triangle and tells which of the triangles that are not equivalent it was in. */
    private static int fold(final LaueGroup group, final double[] d) {
        if (d[2] < 0) {
            // intensities have an inversion centre
            d[0] = -d[0];
            d[1] = -d[1];
            d[2] = -d[2];
        }
        return switch (group) {
            case TRICLINIC -> quadrants(d, (d[0] < 0 ? 1 : 0) + (d[1] < 0 ? 2 : 0));
            case MONOCLINIC -> quadrants(d, d[0] * d[1] < 0 ? 1 : 0);
            case ORTHORHOMBIC -> quadrants(d, 0);
            case TETRAGONAL_LOW -> sector(d, 90, 0, 45, 2);
            case TETRAGONAL_HIGH -> sector(d, 90, 0, 45, 1);
            case HEXAGONAL_LOW -> sector(d, 60, 0, 30, 2);
            case HEXAGONAL_HIGH -> sector(d, 60, 0, 30, 1);
            case TRIGONAL_LOW -> sector(d, 120, 0, 30, 4);
            case TRIGONAL_HIGH -> sector(d, 120, 30, 30, 2);
            case CUBIC_LOW, CUBIC_HIGH -> cube(d, group == LaueGroup.CUBIC_LOW);
        };
    }

    private static int quadrants(final double[] d, final int copy) {
        d[0] = Math.abs(d[0]);
        d[1] = Math.abs(d[1]);
        return copy;
    }

    /**
     * Folds the azimuth into 0 to width.
     *
     * @param period azimuth after which directions are equivalent (degrees)
     * @param mirror azimuth of a mirror plane of the group (degrees); the period holds one more halfway
     * @param width width of the triangle at the equator (degrees)
     * @param copies number of triangles that are not equivalent
     */
    private static int sector(final double[] d, final double period, final double mirror, final double width,
        final int copies) {
        final double across = Math.hypot(d[0], d[1]);
        double azimuth = Math.toDegrees(Math.atan2(d[1], d[0])) - mirror;
        azimuth -= period * Math.floor(azimuth / period);
        if (copies * width < period - 1e-9) {
            azimuth = Math.min(azimuth, period - azimuth);
        }
        final int copy = Math.min(copies - 1, (int)(azimuth / width));
        azimuth += mirror;
        azimuth -= 2 * width * Math.floor(azimuth / (2 * width));
        azimuth = Math.toRadians(Math.min(azimuth, 2 * width - azimuth));
        d[0] = across * Math.cos(azimuth);
        d[1] = across * Math.sin(azimuth);
        return copy;
    }

    private static int cube(final double[] d, final boolean low) {
        double x = Math.abs(d[0]);
        double y = Math.abs(d[1]);
        double z = Math.abs(d[2]);
        // the threefold axis exchanges the coordinates in turn
        while (z < x || z < y) {
            final double first = x;
            x = y;
            y = z;
            z = first;
        }
        d[0] = Math.max(x, y);
        d[1] = Math.min(x, y);
        d[2] = z;
        return low && y > x ? 1 : 0;
    }

    /** Shares of the corners: the direction is their sum with these weights. */
    private static double[] shares(final LaueGroup group, final double[] d) {
        final double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        if (!(length > 0)) {
            throw new IllegalArgumentException("The direction has the length " + length
                + "; a length above 0 is expected");
        }
        return switch (group) {
            case TRICLINIC, MONOCLINIC, ORTHORHOMBIC -> new double[] {d[2], d[0], d[1]};
            case TETRAGONAL_LOW, TETRAGONAL_HIGH -> new double[] {d[2], d[0] - d[1], d[1] * Math.sqrt(2)};
            case TRIGONAL_LOW, TRIGONAL_HIGH, HEXAGONAL_LOW, HEXAGONAL_HIGH -> new double[] {d[2],
                d[0] - d[1] * Math.sqrt(3), 2 * d[1]};
            case CUBIC_LOW, CUBIC_HIGH -> new double[] {d[2] - d[0], (d[0] - d[1]) * Math.sqrt(2),
                d[1] * Math.sqrt(3)};
        };
    }
}
