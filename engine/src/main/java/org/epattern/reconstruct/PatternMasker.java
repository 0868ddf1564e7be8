// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import java.util.List;

import org.epattern.register.Reflection;

/** Keeps a pattern inside its spots and makes it zero elsewhere. Holds scratch memory: one per worker thread. */
public final class PatternMasker {

    /**
     * @param width width of the patterns (px)
     * @param height height of the patterns (px)
     * @param settings what is kept
     */
    public PatternMasker(final int width, final int height, final MaskSettings settings) {
        Settings.patternSize(width, height);
    }

    /**
     * Masks a pattern.
     *
     * @param pixels width x height grey levels
     * @param reflections spots of this pattern, in any order; none leaves nothing
     * @param out receives the masked pattern; may be the same array as {@code pixels}
     */
    public void mask(final float[] pixels, final List<Reflection> reflections, final float[] out) {
        throw new UnsupportedOperationException();
    }
}
