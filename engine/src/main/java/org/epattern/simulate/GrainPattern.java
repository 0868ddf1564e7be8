// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import org.epattern.crystal.CrystalReflection;
import org.epattern.crystal.ElectronWave;
import org.epattern.match.Relrod;
import org.epattern.match.SpotPattern;
import org.epattern.match.SpotSimulator;
import org.epattern.orient.Rotation;

/**
 * The reflections of a grain and the share of the electrons that each one takes per thickness, so long as the grain is
 * thin: (gamma lambda |F| / V)^2 w(s) / integral of w, which is the kinematic two-beam intensity
 * (pi t / xi)^2 (sin(pi s t) / (pi s t))^2, xi = pi V / (gamma lambda |F|), with the fall w along the relrod in place
 * of that of a plate, and with the same sum over all excitation errors. Immutable.
 */
final class GrainPattern {

    private static final double REST_KEV = 510.99895;
    private static final double ANGSTROM_PER_NM = 10;
    private static final int STEPS = 4000;

    private final CrystalReflection[] m_reflections;
    private final double[] m_x;
    private final double[] m_y;
    private final double[] m_perNm;
    private final double m_sum;

    /**
     * @param simulator of the phase, with intensities to the power of 1
     * @param orientation of the grain
     */
    GrainPattern(final SpotSimulator simulator, final Rotation orientation) {
        final SpotPattern pattern = simulator.simulate(orientation);
        final double energy = simulator.settings().energyKeV();
        final double gamma = 1 + energy / REST_KEV;
        final double perAmplitude = gamma * ElectronWave.wavelength(energy)
            / simulator.crystal().lattice().volume();
        final double factor = perAmplitude * perAmplitude / integral(simulator.settings().relrod()) * ANGSTROM_PER_NM;
        final int n = pattern.size();
        m_reflections = new CrystalReflection[n];
        m_x = new double[n];
        m_y = new double[n];
        m_perNm = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            m_reflections[i] = simulator.reflections().get(pattern.reflection(i));
            m_x[i] = pattern.x(i);
            m_y[i] = pattern.y(i);
            m_perNm[i] = factor * pattern.intensity(i);
            sum += m_perNm[i];
        }
        m_sum = sum;
    }

    private static double integral(final Relrod relrod) {
        final double step = 2 * relrod.reach() / STEPS;
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += relrod.intensity((i + 0.5) * step - relrod.reach());
        }
        return sum * step;
    }

    int size() {
        return m_x.length;
    }

    CrystalReflection reflection(final int i) {
        return m_reflections[i];
    }

    /** Position to the right of the direct beam (1/Angstrom). */
    double x(final int i) {
        return m_x[i];
    }

    /** Position below the direct beam (1/Angstrom). */
    double y(final int i) {
        return m_y[i];
    }

    /** Share of the electrons per nm of a thin grain. */
    double perNm(final int i) {
        return m_perNm[i];
    }

    /** Sum of the shares of all reflections per nm. */
    double sum() {
        return m_sum;
    }
}
