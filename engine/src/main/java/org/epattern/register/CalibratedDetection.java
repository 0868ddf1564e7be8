// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.List;

/**
 * Finds spots of any size within a range where they stand out of the noise that the filters leave at their place (rule
 * CALIBRATED). Works on means over blocks of pixels that are small compared with the spots. Has scratch memory; belongs
 * to one thread.
 */
final class CalibratedDetection {

    /** Blocks are at most this share of the radius of the smallest spots. */
    private static final double BLOCK_SHARE = 0.5;
    /** Least prominence in multiples of the noise, and in shares of the height (shot noise within bright spots). */
    private static final double LEAST_PROMINENCE = 2.5;
    private static final double LEAST_PROMINENCE_SHARE = 0.04;
    /** Pixels are looked at from this share of the threshold on. */
    private static final double SEA = 0.45;
    /** The round background is that of the direct beam beyond so many radii. */
    private static final double BEAM_REACH = 2.2;
    /** Difference of places of the direct beam that does not matter to the background (blocks). */
    private static final double SAME_PLACE = 1;

    private static final double BEAM_BLUR = 0.3;
    /** Where no fit confirms the spots, the threshold alone has to keep false ones out. */
    private static final double UNCONFIRMED = 1.1;

    private final RegisterSettings m_settings;
    private final double m_factor;
    private final PixelMeans m_means;
    private final FilterBank m_filters;
    private final Summits m_summits;
    private final Shadow m_shadow;
    private final RadialBackground m_background;
    private final RadialBackground m_otherBackground;
    private final BrightestPlace m_brightest;
    private final double m_beamX;
    private final double m_beamY;
    private final float[] m_image;
    private final float[] m_noise;
    private final float[] m_halo;

    /**
     * @param means the grid on which spots are sought, of {@link #grid}
     * @param smallest radius of the smallest spots (px)
     * @param largest radius of the largest spots (px)
     * @param settings threshold
     * @param beam where the direct beam is expected
     */
    CalibratedDetection(final PixelMeans means, final double smallest, final double largest,
        final RegisterSettings settings, final BeamChoice beam) {
        m_settings = settings;
        m_factor = settings.effectiveFactor() * (settings.refinement() == Refinement.WEIGHTED ? 1 : UNCONFIRMED);
        m_means = means;
        final int block = means.block();
        final int columns = means.width();
        final int rows = means.height();
        m_filters = new FilterBank(columns, rows, smallest / block, largest / block);
        m_summits = new Summits(columns, rows);
        m_shadow = new Shadow(means, largest);
        m_background = new RadialBackground(columns, rows, BEAM_REACH * largest / block);
        m_otherBackground = new RadialBackground(columns, rows, BEAM_REACH * largest / block);
        m_beamX = Math.max(0, Math.min(columns, beam.expectedX() / block));
        m_beamY = Math.max(0, Math.min(rows, beam.expectedY() / block));
        m_brightest = new BrightestPlace(columns, rows, m_beamX, m_beamY, beam.range() / block,
            BEAM_BLUR * (smallest + largest) / block);
        m_image = new float[columns * rows];
        m_noise = new float[columns * rows];
        m_halo = new float[columns * rows];
    }

    /**
     * @param noise noise of the pattern that was prepared
     * @param result as in {@link NoiseMap#gain}
     */
    void gain(final NoiseMap noise, final double[] result) {
        noise.gain(m_halo, m_means.width(), m_means.block(), result);
    }

    /** @return the shadow in the pattern that was searched last */
    Shadow shadow() {
        return m_shadow;
    }

    /** @return the grid that is fine enough for spots of some radius (px) in patterns of some size (px) */
    static PixelMeans grid(final int width, final int height, final double smallest) {
        return new PixelMeans(width, height, Math.max(1, (int)(BLOCK_SHARE * smallest)));
    }

    /**
     * Finds the round background of a pattern.
     *
     * @param pixels finite grey levels, row by row
     * @param noise noise of the pattern
     */
    void prepare(final float[] pixels, final NoiseMap noise) {
        m_means.compute(pixels, m_image);
        measureBackground(noise.slack(m_means.block()));
        noise.limit(m_halo, m_means.width(), m_means.block());
    }

    /**
     * Finds the spots of the pattern that was prepared.
     *
     * @param noise noise of the pattern
     * @param spots receives the spots, the highest in multiples of the noise first
     */
    void find(final NoiseMap noise, final List<Spot> spots) {
        for (int p = 0; p < m_image.length; p++) {
            m_image[p] -= m_halo[p];
        }
        search(noise, spots);
    }

    /**
     * Subtracts the round background of the prepared pattern.
     *
     * @param pixels the pattern
     * @param out receives the difference
     */
    void subtractBackground(final float[] pixels, final float[] out) {
        m_means.subtract(pixels, m_halo, out);
    }

    /**
     * @param noise standard deviation of a pixel (grey levels)
     * @return smallest height that counts as a spot of medium size there (grey levels)
     */
    double threshold(final double noise) {
        return Math.max(m_settings.floor(),
            m_factor * noise / m_means.block() * m_filters.middleNorm());
    }

    private void measureBackground(final double slack) {
        m_background.measure(m_image, m_beamX, m_beamY, slack);
        RadialBackground chosen = m_background;
        m_brightest.find(m_image);
        if (Math.abs(m_brightest.x() - m_beamX) > SAME_PLACE || Math.abs(m_brightest.y() - m_beamY) > SAME_PLACE) {
            m_otherBackground.measure(m_image, m_brightest.x(), m_brightest.y(), slack);
            chosen = m_otherBackground.spread() < m_background.spread() ? m_otherBackground : m_background;
        }
        chosen.draw(m_halo);
    }

    private void search(final NoiseMap noise, final List<Spot> spots) {
        final int width = m_means.width();
        final int block = m_means.block();
        noise.standardDeviations(width, m_means.height(), block, m_noise);
        final double factor = m_factor;
        m_shadow.find(m_image, m_halo, m_noise, (float)noise.largest());
        m_filters.filter(m_image, m_noise);
        final float[] significance = m_filters.significance();
        // the mean over a block has the noise of a pixel divided by the width of the block
        final double unit = 1.0 / block;
        m_summits.find(significance, (float)(SEA * factor * unit), 0);
        for (int i = 0; i < m_summits.count(); i++) {
            final int p = m_summits.pixel(i);
            final double height = significance[p] / unit;
            final double prominence = m_summits.prominence(i) / unit;
            final double sd = m_noise[p] * unit * m_filters.norm(p);
            final boolean high = height >= factor && height * sd >= m_settings.floor();
            if (high && prominence >= Math.max(LEAST_PROMINENCE, LEAST_PROMINENCE_SHARE * height)) {
                final double x = Parabola.top(significance, p, p % width, width, 1);
                final double y = Parabola.top(significance, p, p / width, m_means.height(), width);
                spots.add(new Spot(block * x, block * y, block * m_filters.radius(p), height * sd, prominence * sd,
                    sd));
            }
        }
    }
}
