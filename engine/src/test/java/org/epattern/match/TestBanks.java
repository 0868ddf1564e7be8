// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.epattern.crystal.TestCrystals;
import org.epattern.orient.Rotation;
import org.epattern.scan.Progress;

/** Banks and patterns of known crystals. */
final class TestBanks {

    private TestBanks() {
    }

    static SpotSimulator simulator(final String cif, final double largest, final double relrod) {
        return new SpotSimulator(TestCrystals.read(cif), TestCrystals.FACTORS,
            new DiffractionSettings(200, largest, Relrod.ofLength(relrod), 0, 0.5, 0.001));
    }

    static TemplateBank bank(final double step, final SpotSimulator... simulators) {
        return TemplateBank.simulate(List.of(simulators), step, step, Progress.NONE);
    }

    /** Settings without power: the intensities of the simulated patterns have it already. */
    static MatchSettings settings(final SpotProfile profile, final double radius, final double misorientation,
        final int refined, final int solutions) {
        return new MatchSettings(profile, radius, 1, 4, misorientation, false, refined, solutions);
    }

    static List<MeasuredSpot> measured(final SpotPattern pattern) {
        final List<MeasuredSpot> spots = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            spots.add(new MeasuredSpot(pattern.x(i), pattern.y(i), pattern.intensity(i), 0.03));
        }
        return spots;
    }

    /** The template of a bank, turned in the plane as the bank does. */
    static List<MeasuredSpot> template(final TemplateBank bank, final int phase, final int zone, final int turn) {
        final PhaseTemplates templates = bank.phases().get(phase);
        final double angle = 2 * Math.PI * turn / bank.turns();
        final List<MeasuredSpot> spots = new ArrayList<>();
        for (int j = templates.start(zone); j < templates.start(zone + 1); j++) {
            spots.add(new MeasuredSpot(templates.x(j) * Math.cos(angle) - templates.y(j) * Math.sin(angle),
                templates.x(j) * Math.sin(angle) + templates.y(j) * Math.cos(angle), templates.intensity(j), 0.03));
        }
        return spots;
    }

    /** Evenly distributed random rotation (Shoemake 1992). */
    static Rotation random(final Random random) {
        final double u = random.nextDouble();
        final double a = 2 * Math.PI * random.nextDouble();
        final double b = 2 * Math.PI * random.nextDouble();
        return new Rotation(Math.sqrt(1 - u) * Math.sin(a), Math.sqrt(1 - u) * Math.cos(a), Math.sqrt(u) * Math.sin(b),
            Math.sqrt(u) * Math.cos(b));
    }
}
