// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.List;
import java.util.stream.IntStream;

import org.epattern.crystal.Crystal;
import org.epattern.crystal.CrystalReflection;
import org.epattern.crystal.ElectronWave;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.crystal.StructureFactors;
import org.epattern.orient.Rotation;

/**
 * Computes kinematic spot patterns of one crystal. A reflection appears at the components of g across the beam; its
 * intensity is that of the structure factor times the fall along the relrod at its excitation error
 * s = sqrt(K^2 - gx^2 - gy^2) - K - gz, with K = 1 / wavelength and the beam along +Z of the sample. Immutable: may be
 * used by several threads.
 */
public final class SpotSimulator {

    private final Crystal m_crystal;
    private final DiffractionSettings m_settings;
    private final List<CrystalReflection> m_reflections;
    private final double[] m_x;
    private final double[] m_y;
    private final double[] m_z;
    private final double[] m_length;
    private final double[] m_intensity;
    private final int[] m_all;
    private final double m_k;
    private final Rocking m_rocking;

    /**
     * @param crystal the crystal
     * @param factors scattering factors of its atoms
     * @param settings how to simulate
     * @throws IllegalArgumentException in a sentence, if the crystal has no reflections within the largest radius
     */
    public SpotSimulator(final Crystal crystal, final ScatteringFactors factors, final DiffractionSettings settings) {
        m_crystal = crystal;
        m_settings = settings;
        m_reflections = List.copyOf(StructureFactors.reflections(crystal, factors, settings.largestRadius()));
        if (m_reflections.isEmpty()) {
            throw new IllegalArgumentException("The crystal " + crystal.name() + " has no reflection within "
                + settings.largestRadius() + " 1/Angstrom; a larger reciprocal radius is expected");
        }
        final int n = m_reflections.size();
        m_x = new double[n];
        m_y = new double[n];
        m_z = new double[n];
        m_length = new double[n];
        m_intensity = new double[n];
        for (int i = 0; i < n; i++) {
            final CrystalReflection r = m_reflections.get(i);
            m_x[i] = r.x();
            m_y[i] = r.y();
            m_z[i] = r.z();
            m_length[i] = r.length();
            m_intensity[i] = r.intensity();
        }
        m_all = IntStream.range(0, n).toArray();
        m_k = 1 / ElectronWave.wavelength(settings.energyKeV());
        m_rocking = new Rocking(settings.relrod(), settings.precession(), settings.largestRadius());
    }

    /** @return the crystal */
    public Crystal crystal() {
        return m_crystal;
    }

    /** @return how patterns are simulated */
    public DiffractionSettings settings() {
        return m_settings;
    }

    /** @return all reflections within the largest radius; a pattern names its spots by their place in this list */
    public List<CrystalReflection> reflections() {
        return m_reflections;
    }

    /**
     * @param orientation from crystal to sample coordinates
     * @return the pattern, intensities raised to the power of the settings
     */
    public SpotPattern simulate(final Rotation orientation) {
        final SpotPattern pattern = new SpotPattern(64);
        simulate(orientation, m_all, m_all.length, pattern);
        return pattern;
    }

    /**
     * Simulates some of the reflections.
     *
     * @param orientation from crystal to sample coordinates
     * @param chosen places of the reflections in the list
     * @param count number of chosen reflections
     * @param pattern filled anew
     */
    void simulate(final Rotation orientation, final int[] chosen, final int count, final SpotPattern pattern) {
        pattern.clear();
        final double[] m = orientation.matrix();
        final double reach = m_rocking.reach();
        double strongest = 0;
        for (int c = 0; c < count; c++) {
            final int i = chosen[c];
            final double gx = m[0] * m_x[i] + m[1] * m_y[i] + m[2] * m_z[i];
            final double gy = m[3] * m_x[i] + m[4] * m_y[i] + m[5] * m_z[i];
            final double gz = m[6] * m_x[i] + m[7] * m_y[i] + m[8] * m_z[i];
            final double s = excitationError(gx, gy, gz);
            if (Math.abs(s) < reach) {
                final double intensity = m_intensity[i] * m_rocking.intensity(s, m_length[i]);
                if (intensity > 0) {
                    pattern.add(i, gx, gy, intensity);
                    strongest = Math.max(strongest, intensity);
                }
            }
        }
        pattern.finish(m_settings.weakest() * strongest, m_settings.intensityPower());
    }

    /**
     * @param orientation from crystal to sample coordinates
     * @param degrees an angle
     * @param chosen filled with the places of the reflections that have intensity in any orientation within the angle
     * @return their number
     */
    int reachable(final Rotation orientation, final double degrees, final int[] chosen) {
        final double[] m = orientation.matrix();
        final double turn = 2 * Math.sin(Math.toRadians(degrees) / 2);
        int count = 0;
        for (int i = 0; i < m_x.length; i++) {
            final double s = excitationError(m[0] * m_x[i] + m[1] * m_y[i] + m[2] * m_z[i],
                m[3] * m_x[i] + m[4] * m_y[i] + m[5] * m_z[i], m[6] * m_x[i] + m[7] * m_y[i] + m[8] * m_z[i]);
            // the lattice point moves by at most this, and Ewald's sphere is flat enough not to add a tenth of it
            if (Math.abs(s) < m_rocking.reach() + 1.1 * turn * m_length[i]) {
                chosen[count++] = i;
            }
        }
        return count;
    }

    private double excitationError(final double gx, final double gy, final double gz) {
        final double across = gx * gx + gy * gy;
        // sqrt(K^2 - g^2) - K without the loss of digits
        return -across / (m_k + Math.sqrt(m_k * m_k - across)) - gz;
    }
}
