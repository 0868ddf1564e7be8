// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Crystals whose CIF files come with the engine: those of the specimens of Folastre et al. 2024. */
public enum KnownCrystal {
    /** A NASICON like Na4MnV(PO4)3, R-3c. */
    NMVP_LIKE("NMVP-like"),
    /** Lead iodide 2H, P-3m1. */
    LEAD_IODIDE("PbI2");

    private final String m_name;

    KnownCrystal(final String name) {
        m_name = name;
    }

    /** @return name of the crystal */
    public String phase() {
        return m_name;
    }

    /** @return its CIF file, which names the sources of its values */
    public String cif() {
        try (InputStream in = KnownCrystal.class.getResourceAsStream(m_name + ".cif")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The CIF file of " + m_name + " in the engine cannot be read", e);
        }
    }

    /**
     * @param factors the atoms that are known
     * @return the crystal
     */
    public Crystal read(final ScatteringFactors factors) {
        try {
            return CifFile.parse(m_name + ".cif", cif(), factors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
