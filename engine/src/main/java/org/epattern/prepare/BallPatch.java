// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/**
 * The cap of the rolling ball as it is applied to a pattern that was made smaller by a whole factor. Factor and size of
 * the cap are those of ImageJ's "Subtract Background" (EPATTERN-REFERENCE section 7), which the paper used: the numbers
 * decide which background comes out and so are part of the definition.
 *
 * @param shrink factor by which the pattern is made smaller, 1, 2, 4 or 8
 * @param halfWidth distance from the centre of the square cap to its edge (px of the small pattern)
 * @param heights {@code heights[dy][dx]}: height of the ball above its centre at distances 0 to {@code halfWidth} (grey
 *            levels; 0 where the square reaches beyond the ball)
 */
record BallPatch(int shrink, int halfWidth, float[][] heights) {

    /**
     * @param radius radius of the ball (px of the full pattern, above 0)
     * @return the cap
     */
    static BallPatch of(final double radius) {
        final int shrink = radius <= 10 ? 1 : radius <= 30 ? 2 : radius <= 100 ? 4 : 8;
        final int trimPercent = radius <= 30 ? 24 : radius <= 100 ? 32 : 40;
        final double small = Math.max(1, radius / shrink);
        final int trim = (int)(trimPercent * small) / 100;
        final int halfWidth = (int)Math.round(small - trim);
        final float[][] heights = new float[halfWidth + 1][halfWidth + 1];
        for (int dy = 0; dy <= halfWidth; dy++) {
            for (int dx = 0; dx <= halfWidth; dx++) {
                heights[dy][dx] = (float)Math.sqrt(Math.max(0, small * small - dx * dx - dy * dy));
            }
        }
        return new BallPatch(shrink, halfWidth, heights);
    }
}
