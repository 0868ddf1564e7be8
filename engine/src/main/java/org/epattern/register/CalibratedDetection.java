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
    private static final double BEAM_REACH = 2.2;

    private final RegisterSettings m_settings;
    private final int m_width;
    private final PixelMeans m_means;
    private final FilterBank m_filters;
    private final Summits m_summits;
    private final RadialBackground m_background;
    private final RadialBackground m_otherBackground;
    private final GaussianBlur m_beamBlur;
    private final float[] m_image;
    private final float[] m_noise;
    private final float[] m_blurred;
    private RadialBackground m_chosen;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param smallest radius of the smallest spots (px)
     * @param largest radius of the largest spots (px)
     * @param settings threshold
     */
    CalibratedDetection(final int width, final int height, final double smallest, final double largest,
        final RegisterSettings settings) {
        m_settings = settings;
        m_width = width;
        final int block = Math.max(1, (int)(BLOCK_SHARE * smallest));
        m_means = new PixelMeans(width, height, block);
        final int columns = m_means.width();
        final int rows = m_means.height();
        m_filters = new FilterBank(columns, rows, smallest / block, largest / block);
        m_summits = new Summits(columns, rows);
        m_background = new RadialBackground(columns, rows, BEAM_REACH * largest / block);
        m_otherBackground = new RadialBackground(columns, rows, BEAM_REACH * largest / block);
        m_beamBlur = new GaussianBlur(columns, rows, 0.5 * (smallest + largest) / block * 0.6, 3);
        m_image = new float[columns * rows];
        m_noise = new float[columns * rows];
        m_blurred = new float[columns * rows];
    }

    /**
     * Finds the round background of a pattern.
     *
     * @param pixels finite grey levels, row by row
     * @param beam where the direct beam is expected
     */
    void prepare(final float[] pixels, final BeamChoice beam) {
        m_means.compute(pixels, m_image);
        measureBackground(beam);
    }

    /**
     * Finds the spots of the pattern that was prepared.
     *
     * @param noise noise of the pattern
     * @param spots receives the spots, the highest in multiples of the noise first
     */
    void find(final NoiseMap noise, final List<Spot> spots) {
        m_chosen.subtract(m_image, m_means.width(), 1, m_image);
        search(noise, spots);
    }

    /**
     * Finds further spots in what is left after the models of the spots were removed.
     *
     * @param rest pattern without background and without known spots
     * @param noise noise of the pattern
     * @param spots receives the spots
     */
    void findMore(final float[] rest, final NoiseMap noise, final List<Spot> spots) {
        m_means.compute(rest, m_image);
        search(noise, spots);
    }

    /**
     * Subtracts the round background of the prepared pattern.
     *
     * @param pixels the pattern
     * @param out receives the difference
     */
    void subtractBackground(final float[] pixels, final float[] out) {
        m_chosen.subtract(pixels, m_width, m_means.block(), out);
    }

    /**
     * @param noise standard deviation of a pixel (grey levels)
     * @return smallest height that counts as a spot of medium size there (grey levels)
     */
    double threshold(final double noise) {
        return Math.max(m_settings.floor(),
            m_settings.effectiveFactor() * noise / m_means.block() * m_filters.middleNorm());
    }

    private void measureBackground(final BeamChoice beam) {
        final int width = m_means.width();
        final int height = m_means.height();
        final double expectedX = beam.expectedX() / m_means.block();
        final double expectedY = beam.expectedY() / m_means.block();
        final double range = beam.range() / m_means.block();
        m_beamBlur.blur(m_image, m_blurred);
        int brightest = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final boolean near = Math.hypot(x + 0.5 - expectedX, y + 0.5 - expectedY) <= range;
                if (near && (brightest < 0 || m_blurred[y * width + x] > m_blurred[brightest])) {
                    brightest = y * width + x;
                }
            }
        }
        m_background.measure(m_image, Math.max(0, Math.min(width, expectedX)),
            Math.max(0, Math.min(height, expectedY)));
        m_chosen = m_background;
        if (brightest >= 0) {
            m_otherBackground.measure(m_image, brightest % width + 0.5, brightest / width + 0.5);
            if (m_otherBackground.spread() < m_background.spread()) {
                m_chosen = m_otherBackground;
            }
        }
    }

    private void search(final NoiseMap noise, final List<Spot> spots) {
        final int width = m_means.width();
        final int block = m_means.block();
        noise.standardDeviations(width, m_means.height(), block, m_noise);
        final double factor = m_settings.effectiveFactor();
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
                spots.add(new Spot(block * Parabola.top(significance, p, p % width, width, 1),
                    block * Parabola.top(significance, p, p / width, m_means.height(), width),
                    block * m_filters.radius(p),
                    height * sd, prominence * sd, sd));
            }
        }
    }
}
