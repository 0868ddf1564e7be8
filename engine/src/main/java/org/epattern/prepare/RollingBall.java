// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import java.util.Arrays;

/**
 * Background below a pattern by a ball that rolls under its grey-level surface: a morphological opening with the cap of
 * the ball, on a pattern that is made smaller by taking the minimum of each block, then enlarged bilinearly.
 *
 * <p>The opening takes each pair of mirrored columns together, then all rows, so that the work per pixel grows with a
 * quarter of the cap's area. Rows are kept in arrays of their own and shifted by copying, because only loops whose
 * arrays run in step are compiled to vector instructions.</p>
 */
final class RollingBall {

    private static final int UNROLL = 4;

    private final BallPatch m_patch;
    private final int m_width;
    private final int m_height;
    private final int m_smallWidth;
    private final int m_smallHeight;
    private final RowSmoother m_smoother;
    /** Rows of the small pattern, later of its background. */
    private final float[][] m_small;
    /** Height of the ball's centre at every position where it touches the pattern, which reaches beyond the edges. */
    private final float[][] m_ball;
    private final float[] m_padded;
    private final float[] m_right;
    private final float[][] m_pairs;
    private final float[] m_best;
    private final float[] m_blockRow;
    private final Enlarger m_enlarger;

    RollingBall(final int width, final int height, final double radius, final boolean smooth) {
        m_patch = BallPatch.of(radius);
        m_width = width;
        m_height = height;
        final int shrink = m_patch.shrink();
        m_smallWidth = (width + shrink - 1) / shrink;
        m_smallHeight = (height + shrink - 1) / shrink;
        final int r = m_patch.halfWidth();
        m_smoother = new RowSmoother(width, height, smooth);
        m_small = new float[m_smallHeight][m_smallWidth];
        m_ball = new float[m_smallHeight + 2 * r][m_smallWidth + 2 * r];
        m_padded = new float[m_smallWidth + 4 * r];
        Arrays.fill(m_padded, Float.POSITIVE_INFINITY);
        m_right = new float[m_smallWidth + 2 * r];
        m_pairs = new float[r + 1][m_smallWidth + 2 * r];
        m_best = new float[m_smallWidth + 2 * r];
        m_blockRow = new float[width];
        m_enlarger = new Enlarger(width, height, m_smallWidth, m_smallHeight, shrink);
    }

    /**
     * @param pixels grey levels, all finite
     * @param sink receives the rows of the background from top to bottom
     */
    void background(final float[] pixels, final RowSink sink) {
        shrink(pixels);
        touch();
        cover();
        m_enlarger.enlarge(m_small, sink);
    }

    private void shrink(final float[] pixels) {
        final int shrink = m_patch.shrink();
        m_smoother.begin(pixels);
        for (int y = 0; y < m_height; y++) {
            final float[] row = m_smoother.row(y);
            final boolean first = y % shrink == 0;
            if (first) {
                System.arraycopy(row, 0, m_blockRow, 0, m_width);
            } else {
                min(m_blockRow, row, m_width);
            }
            if (y % shrink == shrink - 1 || y == m_height - 1) {
                minOfBlocks(m_blockRow, shrink, m_small[y / shrink]);
            }
        }
    }

    private static void minOfBlocks(final float[] row, final int shrink, final float[] small) {
        if (shrink == 2) { // the usual one
            final int pairs = row.length / 2;
            for (int x = 0; x < pairs; x++) {
                small[x] = Math.min(row[2 * x], row[2 * x + 1]);
            }
            if (pairs < small.length) {
                small[pairs] = row[2 * pairs];
            }
            return;
        }
        for (int x = 0; x < small.length; x++) {
            final int end = Math.min(row.length, (x + 1) * shrink);
            float min = row[x * shrink];
            for (int i = x * shrink + 1; i < end; i++) {
                min = row[i] < min ? row[i] : min;
            }
            small[x] = min;
        }
    }

    /** Finds how high the ball can go at each position: the least of pixel minus ball height. */
    private void touch() {
        final int r = m_patch.halfWidth();
        final int n = m_smallWidth + 2 * r;
        for (final float[] row : m_ball) {
            Arrays.fill(row, Float.POSITIVE_INFINITY);
        }
        for (int y = 0; y < m_smallHeight; y++) {
            System.arraycopy(m_small[y], 0, m_padded, 2 * r, m_smallWidth);
            System.arraycopy(m_padded, r, m_pairs[0], 0, n);
            for (int dx = 1; dx <= r; dx++) {
                System.arraycopy(m_padded, r - dx, m_pairs[dx], 0, n);
                System.arraycopy(m_padded, r + dx, m_right, 0, n);
                min(m_pairs[dx], m_right, n);
            }
            for (int dy = 0; dy <= r; dy++) {
                leastBelow(m_patch.heights()[dy], n);
                min(m_ball[y + r - dy], m_best, n);
                if (dy > 0) {
                    min(m_ball[y + r + dy], m_best, n);
                }
            }
        }
    }

    /** Background at each pixel: the highest ball over it. */
    private void cover() {
        final int r = m_patch.halfWidth();
        final int n = m_smallWidth;
        for (final float[] row : m_small) {
            Arrays.fill(row, Float.NEGATIVE_INFINITY);
        }
        for (int e = 0; e < m_ball.length; e++) {
            System.arraycopy(m_ball[e], r, m_pairs[0], 0, n);
            for (int dx = 1; dx <= r; dx++) {
                System.arraycopy(m_ball[e], r - dx, m_pairs[dx], 0, n);
                System.arraycopy(m_ball[e], r + dx, m_right, 0, n);
                max(m_pairs[dx], m_right, n);
            }
            for (int dy = 0; dy <= r; dy++) {
                final int above = e - r - dy;
                final int below = e - r + dy;
                final boolean hasAbove = above >= 0 && above < m_smallHeight;
                final boolean hasBelow = dy > 0 && below >= 0 && below < m_smallHeight;
                if (hasAbove || hasBelow) {
                    highestAbove(m_patch.heights()[dy], n);
                }
                if (hasAbove) {
                    max(m_small[above], m_best, n);
                }
                if (hasBelow) {
                    max(m_small[below], m_best, n);
                }
            }
        }
    }

    private void leastBelow(final float[] z, final int n) {
        final float[][] p = m_pairs;
        difference(m_best, p[0], z[0], n);
        int k = 1;
        for (; k + UNROLL <= z.length; k += UNROLL) {
            min4(m_best, p[k], p[k + 1], p[k + 2], p[k + 3], z[k], z[k + 1], z[k + 2], z[k + 3], n);
        }
        for (; k < z.length; k++) {
            min1(m_best, p[k], z[k], n);
        }
    }

    private void highestAbove(final float[] z, final int n) {
        final float[][] p = m_pairs;
        difference(m_best, p[0], -z[0], n);
        int k = 1;
        for (; k + UNROLL <= z.length; k += UNROLL) {
            max4(m_best, p[k], p[k + 1], p[k + 2], p[k + 3], z[k], z[k + 1], z[k + 2], z[k + 3], n);
        }
        for (; k < z.length; k++) {
            max1(m_best, p[k], z[k], n);
        }
    }

    private static void difference(final float[] to, final float[] a, final float za, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] - za;
        }
    }

    private static void min(final float[] to, final float[] a, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.min(to[i], a[i]);
        }
    }

    private static void max(final float[] to, final float[] a, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(to[i], a[i]);
        }
    }

    private static void min1(final float[] to, final float[] a, final float za, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.min(to[i], a[i] - za);
        }
    }

    private static void max1(final float[] to, final float[] a, final float za, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(to[i], a[i] + za);
        }
    }

    private static void min4(final float[] to, final float[] a, final float[] b, final float[] c, final float[] d,
        final float za, final float zb, final float zc, final float zd, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.min(to[i],
                Math.min(Math.min(a[i] - za, b[i] - zb), Math.min(c[i] - zc, d[i] - zd)));
        }
    }

    private static void max4(final float[] to, final float[] a, final float[] b, final float[] c, final float[] d,
        final float za, final float zb, final float zc, final float zd, final int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(to[i],
                Math.max(Math.max(a[i] + za, b[i] + zb), Math.max(c[i] + zc, d[i] + zd)));
        }
    }
}
