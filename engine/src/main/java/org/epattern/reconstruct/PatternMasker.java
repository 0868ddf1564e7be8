// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import java.util.Arrays;
import java.util.List;

import org.epattern.register.Reflection;

/**
 * Keeps a pattern inside its spots and makes it zero elsewhere: the paper's rapid way ("masking method"). Holds scratch
 * memory: one instance per worker thread.
 */
public final class PatternMasker {

    private final int m_width;
    private final int m_height;
    private final MaskSettings m_settings;
    private final CircleCoverage m_circle = new CircleCoverage();
    private final float[] m_weight;

    /**
     * @param width width of the patterns (px)
     * @param height height of the patterns (px)
     * @param settings what is kept
     */
    public PatternMasker(final int width, final int height, final MaskSettings settings) {
        Settings.patternSize(width, height);
        m_width = width;
        m_height = height;
        m_settings = settings;
        m_weight = new float[width * height];
    }

    /**
     * Masks a pattern. Where circles overlap, a pixel is kept as much as by the circle that holds most of it.
     *
     * @param pixels width x height grey levels; outside the circles they do not matter and may be not a number
     * @param reflections spots of this pattern, in any order; none leaves nothing
     * @param out receives the masked pattern; may be the same array as {@code pixels}
     * @throws IllegalArgumentException if a reflection has no finite position or no usable radius
     */
    public void mask(final float[] pixels, final List<Reflection> reflections, final float[] out) {
        Settings.pixelCount("pattern to mask", pixels.length, m_width, m_height);
        Settings.pixelCount("masked pattern", out.length, m_width, m_height);
        Arrays.fill(m_weight, 0);
        for (int i = 0; i < reflections.size(); i++) {
            open(reflections.get(i));
        }
        for (int i = 0; i < out.length; i++) {
            final float weight = m_weight[i];
            out[i] = weight == 0 ? 0 : weight * pixels[i];
        }
    }

    private void open(final Reflection reflection) {
        final double radius = m_settings.radius().of(reflection) + m_settings.margin();
        if (m_settings.softEdge()) {
            openSoft(reflection.x(), reflection.y(), radius);
        } else {
            openHard(reflection.x(), reflection.y(), radius);
        }
    }

    private void openSoft(final double x, final double y, final double radius) {
        m_circle.set(x, y, radius);
        final int fromX = Math.max(0, -m_circle.firstX());
        final int toX = Math.min(m_circle.width(), m_width - m_circle.firstX());
        final int fromY = Math.max(0, -m_circle.firstY());
        final int toY = Math.min(m_circle.height(), m_height - m_circle.firstY());
        for (int j = fromY; j < toY; j++) {
            final int from = j * m_circle.width();
            final int to = (m_circle.firstY() + j) * m_width + m_circle.firstX();
            for (int c = fromX; c < toX; c++) {
                m_weight[to + c] = Math.max(m_weight[to + c], (float)m_circle.share(from + c));
            }
        }
    }

    private void openHard(final double x, final double y, final double radius) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException(
                "A reflection lies at (" + x + ", " + y + ") px; finite numbers are expected to mask with it");
        }
        final int fromY = (int)Math.max(0, Math.ceil(y - radius - 0.5));
        final int toY = (int)Math.min(m_height - 1.0, Math.floor(y + radius - 0.5));
        for (int j = fromY; j <= toY; j++) {
            final double dy = j + 0.5 - y;
            final double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
            final int fromX = (int)Math.max(0, Math.ceil(x - half - 0.5));
            final int toX = (int)Math.min(m_width - 1.0, Math.floor(x + half - 0.5));
            if (fromX <= toX) {
                Arrays.fill(m_weight, j * m_width + fromX, j * m_width + toX + 1, 1);
            }
        }
    }
}
