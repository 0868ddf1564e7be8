// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.Arrays;

/**
 * The diffuse scattering of a pattern over the distance from the direct beam. Electrons that are scattered n times, a
 * Poisson number whose mean is the sum of thickness / mean free path, form a two-dimensional Cauchy distribution
 * q0 / (2 pi (q^2 + q0^2)^(3/2)); scattering again adds the scales, so that n times q0 is exact for halos. What a layer
 * scatters once forms its rings as well; twice or more often, they are blurred to a halo of their radius. Scratch
 * memory: belongs to one thread.
 */
final class DiffuseProfile {

    /** Table entries per pixel. */
    private static final int PER_PIXEL = 2;
    /** Scale of the halo of crystals (1/Angstrom): thermal and inelastic scattering. */
    private static final double CRYSTAL_HALO = 0.10;
    private static final int ORDERS = 12;

    private final double m_pixelSize;
    private final double m_crystalPath;
    private final double m_layerPath;
    private final AmorphousMaterial m_material;
    private final double[] m_table;
    private final double m_blurred;

    DiffuseProfile(final CrystalScanSettings settings) {
        m_pixelSize = settings.camera().pixelSize();
        m_crystalPath = settings.diffusePath();
        m_material = settings.layer().material();
        m_layerPath = m_material.meanFreePath(settings.beam().energyKeV());
        m_table = new double[(int)(settings.camera().patternSize() * PER_PIXEL * 0.75) + 4];
        double scale = 0;
        double halo = 1;
        for (final double[] ring : m_material.rings()) {
            scale += ring[2] * ring[0];
            halo -= ring[2];
        }
        m_blurred = scale + halo * m_material.haloWidth();
    }

    /** @return mean number of times that an electron is scattered diffusely */
    double events(final CrystalPoint point) {
        return (point.thickness() + point.neighbourThickness()) / m_crystalPath + point.layer() / m_layerPath;
    }

    /**
     * Computes the profile of a point.
     *
     * @param point what the beam hits
     * @param electrons electrons of the pattern
     */
    void set(final CrystalPoint point, final double electrons) {
        final double crystal = (point.thickness() + point.neighbourThickness()) / m_crystalPath;
        final double layer = point.layer() / m_layerPath;
        final double events = crystal + layer;
        Arrays.fill(m_table, 0);
        if (events == 0) {
            return;
        }
        final double perPixel = electrons * m_pixelSize * m_pixelSize;
        double probability = Math.exp(-events) * events;
        addHalo(perPixel * probability * crystal / events, CRYSTAL_HALO);
        addLayer(perPixel * probability * layer / events);
        final double scale = (crystal * CRYSTAL_HALO + layer * m_blurred) / events;
        for (int n = 2; n <= ORDERS; n++) {
            probability *= events / n;
            addHalo(perPixel * probability, n * scale);
        }
    }

    private void addHalo(final double height, final double scale) {
        final double factor = height * scale / (2 * Math.PI);
        for (int i = 0; i < m_table.length; i++) {
            final double q = i * m_pixelSize / PER_PIXEL;
            final double square = q * q + scale * scale;
            m_table[i] += factor / (square * Math.sqrt(square));
        }
    }

    private void addLayer(final double height) {
        double halo = 1;
        for (final double[] ring : m_material.rings()) {
            halo -= ring[2];
            // area of a ring: 2 pi r times that of the bell, sigma sqrt(2 pi)
            final double top = height * ring[2] / (2 * Math.PI * ring[0] * ring[1] * Math.sqrt(2 * Math.PI));
            for (int i = 0; i < m_table.length; i++) {
                final double z = (i * m_pixelSize / PER_PIXEL - ring[0]) / ring[1];
                m_table[i] += top * Math.exp(-0.5 * z * z);
            }
        }
        addHalo(height * halo, m_material.haloWidth());
    }

    /**
     * @param distance from the direct beam (px), at most the half diagonal of the pattern
     * @return electrons per pixel
     */
    double at(final double distance) {
        final double z = distance * PER_PIXEL;
        final int i = (int)z;
        return m_table[i] + (z - i) * (m_table[i + 1] - m_table[i]);
    }
}
