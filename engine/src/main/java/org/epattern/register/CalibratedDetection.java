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

    /** Where no fit confirms the spots, the threshold alone has to keep false ones out. */
    private static final double UNCONFIRMED = 1.1;

    private final RegisterSettings m_settings;
    private final double m_factor;
    private final PixelMeans m_means;
    private final FilterBank m_filters;
    private final Summits m_summits;
    private final RadialBackground m_background;
    private final RadialBackground m_otherBackground;
    private final GaussianBlur m_beamBlur;
    private final float[] m_image;
    private final float[] m_noise;
    private final float[] m_blurred;
    private final float[] m_halo;

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
        m_factor = settings.effectiveFactor() * (settings.refinement() == Refinement.WEIGHTED ? 1 : UNCONFIRMED);
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
        m_halo = new float[columns * rows];
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
        for (int p = 0; p < m_image.length; p++) {
            m_image[p] -= m_halo[p];
        }
        search(noise, spots);
    }

    /** @return the coarse grid on which spots are sought */
    PixelMeans means() {
        return m_means;
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

    private void measureBackground(final BeamChoice beam) {
        final int width = m_means.width();
        final int height = m_means.height();
        final double expectedX = beam.expectedX() / m_means.block();
        final double expectedY = beam.expectedY() / m_means.block();
        m_beamBlur.blur(m_image, m_blurred);
        final int brightest = brightest(expectedX, expectedY, beam.range() / m_means.block());
        m_background.measure(m_image, Math.max(0, Math.min(width, expectedX)),
            Math.max(0, Math.min(height, expectedY)));
        RadialBackground chosen = m_background;
        if (brightest >= 0) {
            final double x = brightest % width + 0.5;
            final double y = brightest / width + 0.5;
            if (Math.abs(x - expectedX) > SAME_PLACE || Math.abs(y - expectedY) > SAME_PLACE) {
                m_otherBackground.measure(m_image, x, y);
                chosen = m_otherBackground.spread() < m_background.spread() ? m_otherBackground : m_background;
            }
        }
        chosen.draw(m_halo);
    }

    /** @return brightest pixel of the blurred image near a place; -1 if the place is far outside */
    private int brightest(final double expectedX, final double expectedY, final double range) {
        final int width = m_means.width();
        int brightest = -1;
        final int y1 = (int)Math.min(m_means.height() - 1, expectedY + range);
        final int x1 = (int)Math.min(width - 1, expectedX + range);
        for (int y = (int)Math.max(0, expectedY - range); y <= y1; y++) {
            for (int x = (int)Math.max(0, expectedX - range); x <= x1; x++) {
                final double dx = x + 0.5 - expectedX;
                final double dy = y + 0.5 - expectedY;
                if (dx * dx + dy * dy <= range * range
                    && (brightest < 0 || m_blurred[y * width + x] > m_blurred[brightest])) {
                    brightest = y * width + x;
                }
            }
        }
        return brightest;
    }

    private void search(final NoiseMap noise, final List<Spot> spots) {
        final int width = m_means.width();
        final int block = m_means.block();
        noise.standardDeviations(width, m_means.height(), block, m_noise);
        final double factor = m_factor;
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
                spots.add(new Spot(block * x, block * y, block * m_filters.radius(p), height * sd, prominence * sd, sd));
            }
        }
    }
}
