// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

import java.util.Arrays;
import java.util.List;

import org.epattern.register.Reflection;

/**
 * Pixels that a detector leaves out because they belong to spots: so that crystals do not light up the map of an
 * amorphous ring (Folastre et al. 2024, Fig. 2h, i and S14). Belongs to one thread.
 */
public final class SpotPixels {

    private final int m_width;
    private final int m_height;
    private final double m_margin;
    private final boolean[] m_marked;
    private boolean m_any;

    /**
     * @param width pixels in a row
     * @param height pixel rows
     * @param margin how far a spot reaches beyond its radius (px, 0 or more)
     */
    public SpotPixels(final int width, final int height, final double margin) {
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The margin of spots is " + margin + " px; 0 or more is expected");
        }
        m_width = width;
        m_height = height;
        m_margin = margin;
        m_marked = new boolean[width * height];
    }

    /** @param reflections spots of the next pattern; pixels whose centres are within radius and margin are left out */
    public void mark(final List<Reflection> reflections) {
        if (m_any) {
            Arrays.fill(m_marked, false);
        }
        m_any = !reflections.isEmpty();
        for (final Reflection r : reflections) {
            final double radius = (r.radius() >= 0 ? r.radius() : 0) + m_margin;
            final int top = (int)Math.max(0, Math.floor(r.y() - radius));
            final int bottom = (int)Math.min(m_height - 1, Math.floor(r.y() + radius));
            for (int y = top; y <= bottom; y++) {
                final double dy = y + 0.5 - r.y();
                if (Math.abs(dy) > radius) {
                    continue;
                }
                final double half = Math.sqrt(radius * radius - dy * dy);
                final int from = (int)Math.max(0, Math.ceil(r.x() - half - 0.5));
                final int to = (int)Math.min(m_width - 1, Math.floor(r.x() + half - 0.5));
                for (int x = from; x <= to; x++) {
                    m_marked[y * m_width + x] = true;
                }
            }
        }
    }

    boolean isMarked(final int index) {
        return m_marked[index];
    }
}
