// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.epattern.crystal.Crystal;
import org.epattern.crystal.KnownCrystal;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.match.DiffractionSettings;
import org.epattern.match.MatchSettings;
import org.epattern.match.MeasuredSpot;
import org.epattern.match.PhaseTemplates;
import org.epattern.match.ReflectionMatcher;
import org.epattern.match.Relrod;
import org.epattern.match.Solution;
import org.epattern.match.SpotProfile;
import org.epattern.match.SpotSimulator;
import org.epattern.match.TemplateBank;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.scan.Progress;
import org.junit.jupiter.api.Test;

/** The matcher, which knows nothing of the simulated scan, finds the orientations that its truth states. */
class CrystalScanMatchTest {

    private static final ScatteringFactors FACTORS = new ScatteringFactors();
    private static final int GRAINS = 40;
    private static final int POINTS = 14;

    @Test
    void trueSpotsOfANasiconLeadToTheTrueOrientation() {
        assertFound(CrystalScanSettings.carbonFilm(256), KnownCrystal.NMVP_LIKE, 2, 0.02, 0.94);
    }

    @Test
    void trueSpotsOfLeadIodideLeadToTheTrueOrientationOrOneThatLooksLikeIt() {
        // 20 spots per pattern, and sqrt(3) c* is nearly a*: some orientations have the spots of another one
        assertFound(CrystalScanSettings.inWater(256), KnownCrystal.LEAD_IODIDE, 1.5, 0.03, 0.75);
    }

    private static void assertFound(final CrystalScanSettings preset, final KnownCrystal known, final double step,
        final double radius, final double share) {
        final Crystal crystal = known.read(FACTORS);
        // many small grains: as many orientations as possible
        final CrystalScan scan = new CrystalScan(
            preset.withSize(POINTS, POINTS).with(new GrainSettings(GRAINS, 1, GrainShape.PLATE, 20, 80, 0)),
            List.of(crystal), FACTORS);
        final SpotSimulator simulator = new SpotSimulator(crystal, FACTORS,
            new DiffractionSettings(200, 1, Relrod.ofLength(preset.relrod()), preset.beam().precession(), 0.5, 1e-4));
        final ReflectionMatcher matcher =
            new ReflectionMatcher(TemplateBank.simulate(List.of(simulator), step, step, Progress.NONE),
                settings(5, radius));
        final boolean[] seen = new boolean[GRAINS];
        int grains = 0;
        int found = 0;
        for (long i = 0; i < POINTS * POINTS; i++) {
            final CrystalPoint point = scan.point(i);
            if (!seen[point.grain()]) {
                seen[point.grain()] = true;
                grains++;
                final List<MeasuredSpot> spots = spots(scan, i);
                // the true orientation explains the pattern
                final TemplateBank truth = new TemplateBank(
                    List.of(new PhaseTemplates(simulator, List.of(point.orientation()), 2, Progress.NONE)), 4);
                final double index = new ReflectionMatcher(truth, settings(0, radius)).match(spots).get(0).index();
                assertTrue(index > 0.98, "index of the true orientation: " + index);
                found += error(crystal.symmetry(), point, matcher.match(spots)) <= 0.5 ? 1 : 0;
            }
        }
        assertTrue(grains > GRAINS - 5, "grains: " + grains);
        assertTrue(found >= share * grains, "found: " + found + " of " + grains);
    }

    private static MatchSettings settings(final int refined, final double radius) {
        return new MatchSettings(SpotProfile.CAP, radius, 0.5, 4, 0, false, refined, 1);
    }

    private static double error(final CrystalSymmetry symmetry, final CrystalPoint point,
        final List<Solution> solutions) {
        return solutions.isEmpty() ? 180
            : symmetry.disorientation(point.orientation(), solutions.get(0).orientation());
    }

    private static List<MeasuredSpot> spots(final CrystalScan scan, final long index) {
        final double pixel = scan.settings().camera().pixelSize();
        final double half = scan.settings().camera().patternSize() / 2.0;
        final List<MeasuredSpot> spots = new ArrayList<>();
        for (final CrystalSpot spot : scan.truth(index)) {
            if (!spot.isDirectBeam()) {
                spots.add(new MeasuredSpot((spot.x() - half) * pixel, (spot.y() - half) * pixel, spot.mean(),
                    spot.radius() * pixel));
            }
        }
        return spots;
    }
}
