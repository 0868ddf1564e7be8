// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Shifts patterns by fractions of a pixel. Has its own scratch memory: one per thread. */
public final class PatternShift {

    /**
     * @param width pixels in a row
     * @param height pixel rows
     */
    public PatternShift(final int width, final int height) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param in grey levels
     * @param dx shift to the right (px)
     * @param dy shift downwards (px)
     * @param out receives the shifted pattern; not the same array. What comes from outside is 0.
     */
    public void shift(final float[] in, final double dx, final double dy, final float[] out) {
        throw new UnsupportedOperationException();
    }
}
