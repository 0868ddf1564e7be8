// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** Tells which of two places the halo is round about: the direct beam is there. Has scratch memory; one thread. */
final class HaloCentre {

    /** The round background is that of the direct beam beyond so many radii. */
    private static final double BEAM_REACH = 2.2;
    private static final double TOLERANCE = 1.02;

    private final PixelMeans m_means;
    private final RadialBackground m_background;
    private final float[] m_image;

    /**
     * @param means the grid on which it is measured
     * @param largest radius of the largest spots (px)
     */
    HaloCentre(final PixelMeans means, final double largest) {
        m_means = means;
        m_background = new RadialBackground(means.width(), means.height(), BEAM_REACH * largest / means.block());
        m_image = new float[means.width() * means.height()];
    }

    /**
     * @param pixels pattern, best raw (grey levels)
     * @param x a place (px)
     * @param y a place (px)
     * @param otherX another place (px)
     * @param otherY another place (px)
     * @return whether the pattern is about as round about the first place as about the other, or rounder
     */
    boolean isRound(final float[] pixels, final double x, final double y, final double otherX, final double otherY) {
        m_means.compute(pixels, m_image);
        m_background.measure(m_image, x / m_means.block(), y / m_means.block(), 0);
        final double spread = m_background.spread();
        m_background.measure(m_image, otherX / m_means.block(), otherY / m_means.block(), 0);
        return spread <= TOLERANCE * m_background.spread();
    }
}
