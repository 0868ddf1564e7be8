// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Scattering factors of neutral atoms for electrons, hydrogen to lawrencium, by the parameterisation of Lobato and Van
 * Dyck, Acta Crystallographica A70 (2014) 636-649: f(g) = sum of a (2 + b g^2) / (1 + b g^2)^2 over five terms. Rest
 * mass of the electron; the relativistic factor is the same for all atoms and leaves relative intensities as they are.
 */
public final class ScatteringFactors {

    private static final String TABLE = "lobato-van-dyck-2014.txt";
    private static final int TERMS = 5;

    private final Map<String, double[]> m_table = new LinkedHashMap<>();

    /** Reads the table. */
    public ScatteringFactors() {
        try (InputStream in = ScatteringFactors.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    final String[] fields = line.split(" ");
                    final double[] terms = new double[2 * TERMS];
                    for (int i = 0; i < terms.length; i++) {
                        terms[i] = Double.parseDouble(fields[i + 1]);
                    }
                    m_table.put(fields[0], terms);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of scattering factors in the engine cannot be read", e);
        }
    }

    /** @return the chemical symbols of the table by rising atomic number */
    public Set<String> elements() {
        return Collections.unmodifiableSet(m_table.keySet());
    }

    /**
     * @param element chemical symbol
     * @param g length of the scattering vector, 2 sin(theta) / wavelength (1/Angstrom)
     * @return scattering factor (Angstrom)
     * @throws IllegalArgumentException if the element is not in the table
     */
    public double of(final String element, final double g) {
        final double[] terms = m_table.get(element);
        if (terms == null) {
            throw new IllegalArgumentException("'" + element
                + "' has no scattering factor; a chemical symbol from H to Lr is expected");
        }
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            final double bg = terms[TERMS + i] * g * g;
            sum += terms[i] * (2 + bg) / ((1 + bg) * (1 + bg));
        }
        return sum;
    }
}
