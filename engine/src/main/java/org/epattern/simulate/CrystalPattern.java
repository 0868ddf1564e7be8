// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes noise-free patterns of a crystalline scan, in electrons. What is scattered diffusely,
 * 1 - exp(-sum of thickness / mean free path), is taken from direct beam and reflections alike; of the rest the
 * reflections take 1 - exp(-T), T their sum for a thin crystal, in the ratio of their kinematic intensities, and the
 * direct beam keeps the remainder. Scratch memory: belongs to one thread.
 */
final class CrystalPattern {

    /** Spots of fewer expected electrons are left out, from the pattern as from the truth. */
    private static final double FEWEST_ELECTRONS = 0.5;

    private final CrystalScanSettings m_settings;
    private final GrainPattern[] m_grains;
    private final SpotImage m_spotImage;
    private final DiffuseProfile m_diffuse;
    private final double m_radius;
    private final double m_volume;
    /** Made when it is drawn first: spots can be had without it. */
    private double[] m_image;

    /**
     * A spot in electrons.
     *
     * @param grain number of its grain, -1 for the direct beam
     * @param reflection number of the reflection in the pattern of the grain
     * @param x position (px)
     * @param y position (px)
     * @param electrons expected number
     */
    record Spot(int grain, int reflection, double x, double y, double electrons) {
    }

    CrystalPattern(final CrystalScanSettings settings, final GrainPattern[] grains, final SpotImage spotImage,
        final double radius, final double volume) {
        m_settings = settings;
        m_grains = grains;
        m_spotImage = spotImage;
        m_diffuse = new DiffuseProfile(settings);
        m_radius = radius;
        m_volume = volume;
    }

    /** @return sum of a spot of height 1 (px^2) */
    static double volume(final SpotImage image, final double radius) {
        final double reach = image.reach(radius);
        final int steps = 4000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            final double r = (i + 0.5) * reach / steps;
            sum += image.height(r, radius) * r;
        }
        return 2 * Math.PI * sum * reach / steps;
    }

    /** @return the spots of a point, the direct beam first; those whose centre is outside the pattern are left out */
    List<Spot> spots(final CrystalPoint point) {
        final double electrons = m_settings.beam().electrons();
        final double straight = electrons * Math.exp(-m_diffuse.events(point));
        double thin = point.isCrystal() ? point.thickness() * m_grains[point.grain()].sum() : 0;
        if (point.neighbour() >= 0) {
            thin += point.neighbourThickness() * m_grains[point.neighbour()].sum();
        }
        final double half = m_settings.camera().patternSize() / 2.0;
        final List<Spot> spots = new ArrayList<>();
        spots.add(new Spot(-1, -1, half, half, straight * Math.exp(-thin)));
        if (thin > 0) {
            // (1 - exp(-T)) / T: what is left of the intensities of a thin crystal
            final double factor = -straight * Math.expm1(-thin) / thin;
            add(spots, point.grain(), factor * point.thickness());
            if (point.neighbour() >= 0) {
                add(spots, point.neighbour(), factor * point.neighbourThickness());
            }
        }
        return spots;
    }

    private void add(final List<Spot> spots, final int grain, final double factor) {
        final GrainPattern pattern = m_grains[grain];
        final int size = m_settings.camera().patternSize();
        final double perPixel = 1 / m_settings.camera().pixelSize();
        for (int i = 0; i < pattern.size(); i++) {
            final double electrons = factor * pattern.perNm(i);
            final double x = size / 2.0 + pattern.x(i) * perPixel;
            final double y = size / 2.0 + pattern.y(i) * perPixel;
            if (electrons >= FEWEST_ELECTRONS && x > 0 && y > 0 && x < size && y < size) {
                spots.add(new Spot(grain, i, x, y, electrons));
            }
        }
    }

    /** @return height of a spot with this number of electrons, were it a large disc (electrons per pixel) */
    double height(final double electrons) {
        return electrons / m_volume;
    }

    /** @return expected electrons per pixel, row by row; overwritten by the next call */
    double[] draw(final CrystalPoint point, final List<Spot> spots) {
        m_diffuse.set(point, m_settings.beam().electrons());
        final int size = m_settings.camera().patternSize();
        final double half = size / 2.0;
        if (m_image == null) {
            m_image = new double[size * size];
        }
        for (int y = 0; y < size; y++) {
            final double dy = y + 0.5 - half;
            for (int x = 0; x < size; x++) {
                final double dx = x + 0.5 - half;
                m_image[y * size + x] = m_diffuse.at(Math.sqrt(dx * dx + dy * dy));
            }
        }
        for (final Spot spot : spots) {
            m_spotImage.add(m_image, 0, 0, size, size, spot.x(), spot.y(), m_radius, height(spot.electrons()));
        }
        return m_image;
    }

    /** @return the diffuse scattering of a point; overwritten by the next call */
    DiffuseProfile diffuse(final CrystalPoint point) {
        m_diffuse.set(point, m_settings.beam().electrons());
        return m_diffuse;
    }
}
