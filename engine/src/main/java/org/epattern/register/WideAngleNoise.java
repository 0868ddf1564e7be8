// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

/**
 * Standard deviation at wide angle in the raw pattern, where few or no reflections are: the noise of Folastre et al.
 * 2024 (Fig. 3). Immutable; may be shared between threads.
 */
public final class WideAngleNoise {

    private final int[] m_start;
    private final int[] m_end;
    private final int m_pixelCount;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param region where to measure
     * @throws IllegalArgumentException if no two pixels of such a pattern lie in the region
     */
    public WideAngleNoise(final int width, final int height, final NoiseRegion region) {
        m_pixelCount = width * height;
        final double inner = region.innerRadius(width, height);
        final double inner2 = inner * inner;
        final double outer2 = region.outerRadius() * region.outerRadius();
        final int[] start = new int[2 * height + 2 * width];
        final int[] end = new int[start.length];
        int runs = 0;
        int members = 0;
        for (int y = 0; y < height; y++) {
            final double dy = y + 0.5 - height / 2.0;
            boolean open = false;
            for (int x = 0; x < width; x++) {
                final double dx = x + 0.5 - width / 2.0;
                final double r2 = dx * dx + dy * dy;
                final boolean member = r2 >= inner2 && r2 <= outer2;
                if (member && !open) {
                    start[runs] = y * width + x;
                } else if (!member && open) {
                    end[runs++] = y * width + x;
                }
                members += member ? 1 : 0;
                open = member;
            }
            if (open) {
                end[runs++] = (y + 1) * width;
            }
        }
        if (members < 2) {
            throw new IllegalArgumentException("Noise region: no pixels of a pattern of " + width + " x " + height
                + " px lie between " + inner + " and " + region.outerRadius() + " px from its centre");
        }
        m_start = Arrays.copyOf(start, runs);
        m_end = Arrays.copyOf(end, runs);
    }

    /**
     * @param pixels raw pattern, row by row (grey levels); pixels that are not finite are left out
     * @return standard deviation in the region (grey levels); 0 if fewer than two pixels are finite
     */
    public double standardDeviation(final float[] pixels) {
        if (pixels.length != m_pixelCount) {
            throw new IllegalArgumentException(
                "A pattern of " + m_pixelCount + " pixels was expected; found " + pixels.length);
        }
        // differences from the first finite pixel keep the sums small, so that a constant pattern gives exactly 0
        double reference = Double.NaN;
        double sum = 0;
        double sum2 = 0;
        int n = 0;
        for (int i = 0; i < m_start.length; i++) {
            for (int p = m_start[i]; p < m_end[i]; p++) {
                final float value = pixels[p];
                if (Float.isFinite(value)) {
                    if (n == 0) {
                        reference = value;
                    }
                    final double d = value - reference;
                    sum += d;
                    sum2 += d * d;
                    n++;
                }
            }
        }
        return n < 2 ? 0 : Math.sqrt(Math.max(0, (sum2 - sum * sum / n) / (n - 1)));
    }
}
