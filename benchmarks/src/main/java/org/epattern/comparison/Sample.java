// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

import org.epattern.crystal.KnownCrystal;
import org.epattern.simulate.CrystalScanSettings;

/** A specimen of the paper. */
enum Sample {
    /** Figures 2, 5 and 7. */
    CARBON("NMVP on carbon", KnownCrystal.NMVP_LIKE),
    /** Figure 6. */
    WATER("PbI2 in water", KnownCrystal.LEAD_IODIDE);

    private final String m_label;
    private final KnownCrystal m_crystal;

    Sample(final String label, final KnownCrystal crystal) {
        m_label = label;
        m_crystal = crystal;
    }

    /** @return name for people */
    String label() {
        return m_label;
    }

    /** @return the crystal of its grains */
    KnownCrystal crystal() {
        return m_crystal;
    }

    /**
     * @param size scan points in a line, and lines
     * @param pattern width and height of a pattern (px)
     * @param dose electrons per square Angstrom
     * @param seed of grains, orientations and noise
     * @return how it is simulated
     */
    CrystalScanSettings settings(final int size, final int pattern, final double dose, final long seed) {
        final CrystalScanSettings paper = (this == CARBON ? CrystalScanSettings.carbonFilm(pattern)
            : CrystalScanSettings.inWater(pattern)).withDose(dose);
        // the same area and electrons per pattern, whatever the number of points
        return new CrystalScanSettings(size, size, paper.stepNm() * paper.scanWidth() / size, seed,
            paper.grains(), paper.layer(), paper.relrod(), paper.diffusePath(), paper.beam(), paper.camera());
    }
}
