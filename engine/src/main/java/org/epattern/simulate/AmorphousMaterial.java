// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/**
 * Amorphous materials that lie above or below the grains.
 *
 * <p>Mean free paths: elastic cross-section 1.4e-6 Z^1.5 / beta^2 (1 - 0.26 Z / (137 beta)) nm^2 per atom (Langmore and
 * Smith, Ultramicroscopy 46, 1992, 349), with the atoms per nm^3 below.</p>
 */
public enum AmorphousMaterial {
    /**
     * Amorphous carbon, 2.0 g/cm^3. Halos at 1 / 2.1 and 1 / 1.2 Angstrom (rings at about 2 and 1.2 Angstrom: Czigány and
     * Hultman, Ultramicroscopy 110, 2010, 815).
     */
    CARBON(0.12, new double[][] {{1 / 2.1, 0.055, 0.32}, {1 / 1.2, 0.070, 0.18}}, new double[][] {{6, 100.3}}),
    /**
     * Liquid water. Maxima of the structure factor at 2.0 and 2.95 radian per Angstrom, 0.318 and 0.47 1/Angstrom
     * (Head-Gordon and Hura, Chem. Rev. 102, 2002, 2651).
     */
    WATER(0.10, new double[][] {{0.318, 0.050, 0.30}, {0.470, 0.070, 0.12}}, new double[][] {{8, 33.4}, {1, 66.8}});

    private static final double REST_KEV = 510.99895;

    private final double m_haloWidth;
    private final double[][] m_rings;
    private final double[][] m_atoms;

    AmorphousMaterial(final double haloWidth, final double[][] rings, final double[][] atoms) {
        m_haloWidth = haloWidth;
        m_rings = rings;
        m_atoms = atoms;
    }

    /**
     * @param energyKeV beam energy (keV)
     * @return thickness (nm) over which a share of 1 - 1/e of the electrons is scattered; 235 nm for carbon at 200 keV
     */
    public double meanFreePath(final double energyKeV) {
        final double gamma = 1 + energyKeV / REST_KEV;
        final double beta = Math.sqrt(1 - 1 / (gamma * gamma));
        double perNm = 0;
        for (final double[] atom : m_atoms) {
            perNm += atom[1] * 1.4e-6 * Math.pow(atom[0], 1.5) / (beta * beta) * (1 - 0.26 * atom[0] / (137 * beta));
        }
        return 1 / perNm;
    }

    /** Scale of the halo of what is scattered once and falls in no ring (1/Angstrom). */
    double haloWidth() {
        return m_haloWidth;
    }

    /** Rings of what is scattered once: radius, standard deviation (1/Angstrom), share. */
    double[][] rings() {
        return m_rings;
    }
}
