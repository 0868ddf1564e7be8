// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.Arrays;
import java.util.List;

/**
 * Draws a pattern without noise: halo, amorphous rings, spots, beam stop. Has scratch memory; belongs to one
 * thread.
 */
final class NoiseFreePattern {

    private static final double FLOOR = 2.2;
    private static final double STEPS_PER_PIXEL = 2;
    /** Half width of the bar and radius of the head of the beam stop (px at 512 px). */
    private static final double STOP_BAR = 11;
    private static final double STOP_HEAD = 24;
    private static final double STOP_TRANSMISSION = 0.002;

    private final SimulationSettings m_settings;
    private final double m_scale;
    private final SpotImage m_spotImage;
    private final double[] m_radial;
    private final double[] m_image;

    NoiseFreePattern(final SimulationSettings settings, final SpotImage spotImage) {
        m_settings = settings;
        m_scale = settings.patternSize() / Specimen.REFERENCE_SIZE;
        m_spotImage = spotImage;
        m_radial = new double[(int)(settings.patternSize() * 1.6 * STEPS_PER_PIXEL) + 4];
        m_image = new double[settings.patternSize() * settings.patternSize()];
    }

    /** @return the drawn pattern, row by row (grey levels); overwritten by the next call */
    double[] draw(final SimulatedScan.Content content, final List<Specimen.Spot> spots) {
        final int size = m_settings.patternSize();
        final double beamX = spots.get(0).x();
        final double beamY = spots.get(0).y();
        fillRadial(content);
        for (int y = 0; y < size; y++) {
            final double dy = y + 0.5 - beamY;
            for (int x = 0; x < size; x++) {
                final double dx = x + 0.5 - beamX;
                final double z = Math.sqrt(dx * dx + dy * dy) * STEPS_PER_PIXEL;
                final int i = (int)z;
                m_image[y * size + x] = m_radial[i] + (z - i) * (m_radial[i + 1] - m_radial[i]);
            }
        }
        for (final Specimen.Spot spot : spots) {
            m_spotImage.add(m_image, 0, 0, size, size, spot.x(), spot.y(), spot.radius(), spot.amplitude());
        }
        if (m_settings.difficulties().beamStop()) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    m_image[y * size + x] *= transmission(x + 0.5, y + 0.5);
                }
            }
        }
        return m_image;
    }

    /** @return distance outside the beam stop (px), negative within it; infinity without a beam stop */
    double distanceFromStop(final double x, final double y) {
        if (!m_settings.difficulties().beamStop()) {
            return Double.POSITIVE_INFINITY;
        }
        final double half = m_settings.patternSize() / 2.0;
        final double head = Math.hypot(x - half, y - half) - STOP_HEAD * m_scale;
        final double bar = Math.max(Math.abs(x - half) - STOP_BAR * m_scale, half - y);
        return Math.min(head, bar);
    }

    /** @return share of the electrons that pass the beam stop there */
    double transmission(final double x, final double y) {
        if (!m_settings.difficulties().beamStop()) {
            return 1;
        }
        final double open = 1 / (1 + Math.exp(-distanceFromStop(x, y) / 0.7));
        return STOP_TRANSMISSION + (1 - STOP_TRANSMISSION) * open;
    }

    private void fillRadial(final SimulatedScan.Content content) {
        final double halo = switch (content) {
            case CRYSTAL -> 1;
            case AMORPHOUS -> 1.2;
            case EMPTY -> 0.12;
        };
        final double rings = switch (content) {
            case CRYSTAL -> 0.35;
            case AMORPHOUS -> 1;
            case EMPTY -> 0;
        };
        final double factor = m_settings.background() * m_settings.intensity();
        Arrays.fill(m_radial, 0);
        for (int i = 0; i < m_radial.length; i++) {
            final double r = i / STEPS_PER_PIXEL / m_scale;
            m_radial[i] = factor * (FLOOR + halo * (34 * Math.exp(-r / 60) + 14 * Math.exp(-r / 120))
                + rings * (10 * bell(r, 98, 14) + 5 * bell(r, 168, 20)));
        }
    }

    private static double bell(final double r, final double centre, final double width) {
        final double z = (r - centre) / width;
        return Math.exp(-0.5 * z * z);
    }
}
