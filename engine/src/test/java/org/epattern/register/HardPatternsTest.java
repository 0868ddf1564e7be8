// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns whose spots overlap, or of which a beam stop hides a part. */
class HardPatternsTest {

    private static final int SIZE = 256;
    private static final double RADIUS = 4;

    private final float[] m_pixels = new float[SIZE * SIZE];

    private void disc(final double x, final double y, final double height) {
        SoftDisc.add(m_pixels, SIZE, SIZE, x, y, RADIUS, 0.5, height);
    }

    /** Direct beam and six clear spots, which tell the usual radius; halo of 20 grey levels in the middle. */
    private void crystal() {
        for (int i = 0; i < m_pixels.length; i++) {
            m_pixels[i] = (float)(3 + 20 * Math.exp(-Math.hypot(i % SIZE - 127.5, i / SIZE - 127.5) / 50));
        }
        disc(128, 128, 200);
        for (int i = 0; i < 6; i++) {
            disc(128 + 70 * Math.cos(i + 0.2), 128 + 70 * Math.sin(i + 0.2), 25 + 5 * i);
        }
    }

    private List<Reflection> register(final RegisterSettings settings) {
        final Random random = new Random(4);
        for (int i = 0; i < m_pixels.length; i++) {
            m_pixels[i] += (float)(random.nextGaussian() * Math.sqrt(0.2 * m_pixels[i] + 0.5));
        }
        return new PatternRegistrar(SIZE, SIZE, settings).register(m_pixels, Double.NaN).reflections();
    }

    private static Reflection nearest(final List<Reflection> found, final double x, final double y) {
        return found.stream().min((a, b) -> Double.compare(Math.hypot(a.x() - x, a.y() - y),
            Math.hypot(b.x() - x, b.y() - y))).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.3, 1.5, 1.8, 2.0, 2.4})
    void overlappingSpotsAreToldApartAndFlagged(final double radii) {
        crystal();
        disc(60, 60, 30);
        disc(60 + radii * RADIUS * 0.8, 60 + radii * RADIUS * 0.6, 22);
        final List<Reflection> found = register(RegisterSettings.defaults());
        assertEquals(9, found.size());
        for (final double[] spot : new double[][] {{60, 60}, {60 + radii * RADIUS * 0.8, 60 + radii * RADIUS * 0.6}}) {
            final Reflection reflection = nearest(found, spot[0], spot[1]);
            assertEquals(spot[0], reflection.x(), 0.5);
            assertEquals(spot[1], reflection.y(), 0.5);
            assertEquals(radii < 2.2, reflection.flags().contains(Reflection.Flag.OVERLAP));
        }
    }

    @Test
    void aSingleSpotStaysOne() {
        crystal();
        disc(60, 60, 60);
        assertEquals(8, register(RegisterSettings.defaults()).size());
    }

    @Test
    void theRimOfABeamStopIsNoSpotAndHidesTheDirectBeam() {
        crystal();
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                if (Math.hypot(x - 127.5, y - 127.5) < 14 || Math.abs(x - 127.5) < 6 && y > 127) {
                    m_pixels[y * SIZE + x] *= 0.03f;
                }
            }
        }
        final List<Reflection> found = register(RegisterSettings.defaults().withBeamAt(128, 128));
        assertTrue(found.stream().noneMatch(Reflection::isDirectBeam), found.toString());
        assertEquals(6, found.size(), found.toString());
    }
}
