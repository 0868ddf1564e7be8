// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Subtracts the slowly varying background from patterns. Has its own scratch memory: one per thread. */
public final class BackgroundSubtractor {

    /**
     * @param width pixels in a row
     * @param height pixel rows
     * @param settings how
     */
    public BackgroundSubtractor(final int width, final int height, final BackgroundSettings settings) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param pixels grey levels
     * @param result receives grey levels minus background, which may go below zero; may be the same array
     */
    public void subtract(final float[] pixels, final float[] result) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param pixels grey levels
     * @param background receives the background; may be the same array
     */
    public void background(final float[] pixels, final float[] background) {
        throw new UnsupportedOperationException();
    }
}
