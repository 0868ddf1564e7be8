// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import java.util.Arrays;
import java.util.List;

import org.epattern.register.Reflection;

/** Draws a clean pattern from reflections. Holds scratch memory: one instance per worker thread. */
public final class PatternDrawer {

    private final DrawSettings m_settings;

    /**
     * @param inputWidth width of the registered pattern (px)
     * @param inputHeight height of the registered pattern (px)
     * @param settings how to draw
     */
    public PatternDrawer(final int inputWidth, final int inputHeight, final DrawSettings settings) {
        Settings.patternSize(inputWidth, inputHeight);
        m_settings = settings;
    }

    /**
     * Draws a pattern; black where there is no reflection.
     *
     * @param reflections spots of one pattern, in any order; may be empty
     * @param out receives width x height grey levels of the settings
     * @return number of pixels that were cut at the largest value of the sample type
     */
    public int draw(final List<Reflection> reflections, final float[] out) {
        Settings.pixelCount("drawn pattern", out.length, m_settings.width(), m_settings.height());
        Arrays.fill(out, 0);
        throw new UnsupportedOperationException();
    }
}
