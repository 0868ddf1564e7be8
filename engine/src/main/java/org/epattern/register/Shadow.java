// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * The part of a pattern that is dark where the round background is not: the shadow of a beam stop, gaps between
 * detector chips, cut corners. Its rim looks like spots. Has scratch memory; belongs to one thread.
 */
final class Shadow {

    /** What is dark: lower than the background by this share of it, and by so many standard deviations. */
    private static final float LEAST_SHARE = 0.4f;
    private static final float LEAST_DEVIATION = 4;
    private static final float LEAST_DEPTH = 2e-3f;
    /** Rim of the shadow that is soft (blocks). */
    private static final int RIM = 2;

    private final PixelMeans m_means;
    private final int m_leastArea;
    private final boolean[] m_dark;
    private final boolean[] m_rim;
    private boolean m_exists;

    /**
     * @param means the grid on which it is sought
     * @param largest radius of the largest spots (px); smaller dark areas are no shadow
     */
    Shadow(final PixelMeans means, final double largest) {
        m_means = means;
        m_leastArea = (int)(Math.PI * largest * largest / (means.block() * means.block()));
        m_dark = new boolean[means.width() * means.height()];
        m_rim = new boolean[m_dark.length];
    }

    /**
     * Finds the shadow.
     *
     * @param image means of blocks without the round background (grey levels)
     * @param halo the round background (grey levels)
     * @param noise standard deviation of a pixel everywhere (grey levels)
     * @param largest largest grey level of the pattern: differences that are small against it mean nothing
     */
    void find(final float[] image, final float[] halo, final float[] noise, final float largest) {
        final float deviation = LEAST_DEVIATION / m_means.block();
        final float least = LEAST_DEPTH * largest;
        int count = 0;
        for (int p = 0; p < image.length; p++) {
            final boolean dark = image[p] < -LEAST_SHARE * halo[p] - deviation * noise[p] - least;
            m_dark[p] = dark;
            count += dark ? 1 : 0;
        }
        m_exists = count >= m_leastArea;
        if (m_exists) {
            widen();
        }
    }

    private void widen() {
        final int width = m_means.width();
        final int height = m_means.height();
        Arrays.fill(m_rim, false);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (m_dark[y * width + x] && isLarge(x, y)) {
                    for (int v = Math.max(0, y - RIM); v <= Math.min(height - 1, y + RIM); v++) {
                        Arrays.fill(m_rim, v * width + Math.max(0, x - RIM), v * width + Math.min(width, x + RIM + 1),
                            true);
                    }
                }
            }
        }
    }

    /** Single blocks that are dark by chance have no dark neighbours on both sides. */
    private boolean isLarge(final int x, final int y) {
        final int width = m_means.width();
        final boolean across = (x == 0 || m_dark[y * width + x - 1]) && (x == width - 1 || m_dark[y * width + x + 1]);
        final boolean down = (y == 0 || m_dark[(y - 1) * width + x])
            && (y == m_means.height() - 1 || m_dark[(y + 1) * width + x]);
        return across && down;
    }

    /**
     * @param x centre of a circle (px)
     * @param y centre of a circle (px)
     * @param radius radius of the circle (px)
     * @return share of the circle that lies in the shadow or on its rim, 0 to 1
     */
    double share(final double x, final double y, final double radius) {
        if (!m_exists) {
            return 0;
        }
        final int block = m_means.block();
        final int x1 = (int)Math.min(m_means.width() - 1, (x + radius) / block);
        final int y1 = (int)Math.min(m_means.height() - 1, (y + radius) / block);
        int inside = 0;
        int dark = 0;
        for (int v = (int)Math.max(0, (y - radius) / block); v <= y1; v++) {
            for (int u = (int)Math.max(0, (x - radius) / block); u <= x1; u++) {
                if (Math.hypot((u + 0.5) * block - x, (v + 0.5) * block - y) <= Math.max(radius, block)) {
                    inside++;
                    dark += m_rim[v * m_means.width() + u] ? 1 : 0;
                }
            }
        }
        return inside == 0 ? 0 : (double)dark / inside;
    }
}
