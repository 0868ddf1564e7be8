// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.epattern.crystal.TestCrystals;
import org.epattern.register.Reflection;
import org.epattern.scan.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of a pixel that nobody told. */
class PixelSizeFitTest {

    private static final MatchSettings SETTINGS = TestBanks.settings(SpotProfile.CAP, 0.04, 0, 0, 1);

    /** Patterns of random orientations: spots moved by 0.3 px, a fifth missing, two false ones. */
    private static List<List<Reflection>> patterns(final SpotSimulator simulator, final double pixel) {
        final Random random = new Random(4);
        final List<List<Reflection>> patterns = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            final List<Reflection> reflections = new ArrayList<>();
            reflections.add(new Reflection(131, 126, 6, 900, 9, 1, 1, Set.of()));
            for (final MeasuredSpot s : TestBanks.measured(simulator.simulate(TestBanks.random(random)))) {
                if (random.nextInt(5) > 0) {
                    reflections.add(new Reflection(131 + s.x() / pixel + 0.3 * random.nextGaussian(),
                        126 + s.y() / pixel + 0.3 * random.nextGaussian(), 4, s.intensity(), 9, 1,
                        reflections.size() + 1, Set.of()));
                }
            }
            for (int k = 0; k < 2; k++) {
                reflections.add(new Reflection(256 * random.nextDouble(), 256 * random.nextDouble(), 4, 0.5, 9, 1,
                    reflections.size() + 1, Set.of()));
            }
            patterns.add(reflections);
        }
        return patterns;
    }

    @ParameterizedTest
    @CsvSource({"silver, 0.011", "silver, 0.004", "triphylite, 0.0065", "lead iodide, 0.008"})
    void sizeIsFound(final String name, final double pixel) {
        final SpotSimulator simulator = switch (name) {
            case "silver" -> TestBanks.simulator(TestCrystals.silver(), 1.2, 0.05);
            case "triphylite" -> TestBanks.simulator(TestCrystals.triphylite(), 0.8, 0.03);
            default -> TestBanks.simulator(TestCrystals.leadIodide(), 0.9, 0.03);
        };
        final TemplateBank bank = TestBanks.bank(name.equals("silver") ? 5 : 8, simulator);
        final PixelSizeFit.Fitted fitted =
            new PixelSizeFit(bank, SETTINGS).fit(patterns(simulator, pixel), 128, 128, Progress.NONE);
        assertEquals(pixel, fitted.pixelSize(), 0.003 * pixel);
        assertEquals(8, fitted.patterns());
        assertTrue(fitted.index() > 0.7 && fitted.otherIndex() < 0.9 * fitted.index(), fitted.toString());
    }

    @Test
    void patternsWithFewSpotsAreRefused() {
        final TemplateBank bank = TestBanks.bank(9, TestBanks.simulator(TestCrystals.iron(), 0.8, 0.05));
        assertEquals("No pattern has 4 or more reflections beside the direct beam, so that no size of a pixel can be "
            + "fitted; give the size of a pixel", assertThrows(IllegalArgumentException.class,
                () -> new PixelSizeFit(bank, SETTINGS).fit(List.of(List.of(), List.of()), 1, 1, Progress.NONE))
                    .getMessage());
    }
}
