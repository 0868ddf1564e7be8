// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

import java.util.List;

import org.epattern.register.Reflection;

/** Measures how well intensity and position of spots are kept. One instance per worker thread. */
public final class SpotFidelity {

    /**
     * @param width width of the patterns (px)
     * @param height height of the patterns (px)
     * @param greyRange grey levels that a difference is divided by, above 0; the paper takes 256 for 8 bit
     */
    public SpotFidelity(final int width, final int height, final double greyRange) {
    }

    /**
     * @param reference background-free pattern, width x height grey levels
     * @param compared reconstructed pattern of the same size and scale
     * @param reflections spots of the pattern
     * @return one result per reflection whose circle touches the pattern, in the same order
     */
    public List<SpotKept> compare(final float[] reference, final float[] compared,
        final List<Reflection> reflections) {
        throw new UnsupportedOperationException();
    }
}
