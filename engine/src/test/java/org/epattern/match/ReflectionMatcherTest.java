// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.epattern.crystal.Crystal;
import org.epattern.crystal.TestCrystals;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;
import org.epattern.orient.ZoneAxes;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.register.Reflection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orientations from spots: against the plain loop, against the truth, and where there is nothing to be found. */
class ReflectionMatcherTest {

    private static final SpotSimulator TRIPHYLITE = TestBanks.simulator(TestCrystals.triphylite(), 0.8, 0.03);
    private static final SpotSimulator IRON = TestBanks.simulator(TestCrystals.iron(), 0.8, 0.05);
    private static final SpotSimulator PYRITE = TestBanks.simulator(TestCrystals.pyrite(), 0.8, 0.03);

    /** Equation 1 as it is written, for one orientation of the bank. */
    private static double plainIndex(final TemplateBank bank, final int phase, final int zone, final int turn,
        final List<MeasuredSpot> spots, final double radius, final SpotProfile profile) {
        final PhaseTemplates templates = bank.phases().get(phase);
        if (templates.start(zone + 1) - templates.start(zone) < 4) {
            return 0;
        }
        final double angle = 2 * Math.PI * turn / bank.turns();
        double product = 0;
        double squares = 0;
        for (int j = templates.start(zone); j < templates.start(zone + 1); j++) {
            final double x = templates.x(j) * Math.cos(angle) - templates.y(j) * Math.sin(angle);
            final double y = templates.x(j) * Math.sin(angle) + templates.y(j) * Math.cos(angle);
            double p = 0;
            for (final MeasuredSpot spot : spots) {
                final double r = radius > 0 ? radius : spot.radius();
                final double d2 = ((x - spot.x()) * (x - spot.x()) + (y - spot.y()) * (y - spot.y())) / r / r;
                if (d2 < 1) {
                    p += spot.intensity() * (profile == SpotProfile.DISC ? 1 : 1 - d2);
                }
            }
            product += p * templates.intensity(j);
            squares += templates.intensity(j) * templates.intensity(j);
        }
        double norm = 0;
        for (final MeasuredSpot spot : spots) {
            norm += spot.intensity() * spot.intensity();
        }
        return product / Math.sqrt(norm * squares);
    }

    /** A pattern with shifted, missing and false spots. */
    private static List<MeasuredSpot> disturbed(final SpotSimulator simulator, final Random random) {
        final SpotPattern pattern = simulator.simulate(TestBanks.random(random));
        final List<MeasuredSpot> spots = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            if (random.nextInt(5) > 0 && Math.hypot(pattern.x(i), pattern.y(i)) < 0.78) {
                spots.add(new MeasuredSpot(pattern.x(i) + 0.004 * random.nextGaussian(),
                    pattern.y(i) + 0.004 * random.nextGaussian(),
                    pattern.intensity(i) * (0.5 + random.nextDouble()), 0.02 + 0.04 * random.nextDouble()));
            }
        }
        for (int i = 0; i < 4; i++) {
            // one of them on the direct beam, where every turn meets it
            final double r = i == 0 ? 0.001 : 0.55 * random.nextDouble();
            final double a = 2 * Math.PI * random.nextDouble();
            spots.add(new MeasuredSpot(r * Math.cos(a), r * Math.sin(a), 2 * random.nextDouble(), 0.03));
        }
        return spots;
    }

    @ParameterizedTest
    @EnumSource
    void equalsThePlainLoopOverEquation1(final SpotProfile profile) {
        final TemplateBank bank = TestBanks.bank(9, TRIPHYLITE, IRON);
        final double apart = 12;
        for (final double radius : new double[] {0.03, 0.12, 0}) {
            final ReflectionMatcher matcher =
                new ReflectionMatcher(bank, TestBanks.settings(profile, radius, apart, 0, 1));
            final Random random = new Random(3);
            for (int i = 0; i < 6; i++) {
                final List<MeasuredSpot> spots = disturbed(i % 2 == 0 ? TRIPHYLITE : IRON, random);
                final Solution solution = matcher.match(spots).get(0);
                final double[] best = new double[2];
                final double[][][] indices = new double[2][][];
                for (int p = 0; p < 2; p++) {
                    indices[p] = new double[bank.phases().get(p).zones()][bank.turns()];
                    for (int z = 0; z < indices[p].length; z++) {
                        for (int n = 0; n < bank.turns(); n++) {
                            indices[p][z][n] = plainIndex(bank, p, z, n, spots, radius, profile);
                            best[p] = Math.max(best[p], indices[p][z][n]);
                        }
                    }
                }
                final int phase = best[0] > best[1] ? 0 : 1;
                assertEquals(phase, solution.phase());
                assertEquals(best[phase], solution.bankIndex(), 1e-9);
                assertEquals(solution.bankIndex(), solution.index(), 1e-9);
                assertEquals(best[phase], plainAt(bank, solution, indices[phase]), 1e-9);
                assertEquals(100 * (1 - best[1 - phase] / best[phase]), solution.phaseReliability(), 1e-6);
                final double second = plainSecond(bank, solution, indices[phase], apart);
                assertEquals(second, solution.second(), 1e-9);
                assertEquals(100 * (1 - second / best[phase]), solution.reliability(), 1e-6);
            }
        }
    }

    private static double plainAt(final TemplateBank bank, final Solution solution, final double[][] indices) {
        for (int z = 0; z < indices.length; z++) {
            for (int n = 0; n < bank.turns(); n++) {
                if (bank.orientation(solution.phase(), z, n).inverse().after(solution.orientation()).angle() < 1e-5) {
                    return indices[z][n];
                }
            }
        }
        throw new AssertionError("not in the bank");
    }

    private static double plainSecond(final TemplateBank bank, final Solution solution, final double[][] indices,
        final double apart) {
        final CrystalSymmetry symmetry =
            bank.phases().get(solution.phase()).simulator().crystal().symmetry();
        double second = 0;
        for (int z = 0; z < indices.length; z++) {
            for (int n = 0; n < bank.turns(); n++) {
                if (indices[z][n] > second && symmetry.disorientation(solution.orientation(),
                    bank.orientation(solution.phase(), z, n)) >= apart) {
                    second = indices[z][n];
                }
            }
        }
        return second;
    }

    @Test
    void equalsEquation1OnTheReconstructedImage() {
        // discs drawn by the reconstruction, template points read at the nearest pixel: Q but for the pixels of a disc
        final TemplateBank bank = TestBanks.bank(9, TRIPHYLITE);
        final int size = 1024;
        final double pixel = 0.8 / 500;
        final double radius = 0.032;
        final ReflectionMatcher matcher =
            new ReflectionMatcher(bank, TestBanks.settings(SpotProfile.DISC, radius, 0, 0, 1));
        final Random random = new Random(8);
        final SpotPattern pattern = TRIPHYLITE.simulate(TestBanks.random(random));
        final List<MeasuredSpot> spots = TestBanks.measured(pattern);
        final List<Reflection> reflections = new ArrayList<>();
        for (final MeasuredSpot s : spots) {
            reflections.add(new Reflection(size / 2.0 + s.x() / pixel, size / 2.0 + s.y() / pixel, radius / pixel,
                s.intensity(), 1, 1, reflections.size() + 2, Set.of()));
        }
        final float[] image = new float[size * size];
        new PatternDrawer(size, size, DrawSettings.likeInput(size, size)).draw(reflections, image);
        double norm = 0;
        for (final float p : image) {
            norm += p * p;
        }
        norm /= Math.PI * radius * radius / (pixel * pixel);
        final PhaseTemplates templates = bank.phases().get(0);
        double best = 0;
        for (int z = 0; z < templates.zones(); z++) {
            for (int n = 0; n < bank.turns(); n++) {
                final double angle = 2 * Math.PI * n / bank.turns();
                double sum = 0;
                for (int j = templates.start(z); j < templates.start(z + 1); j++) {
                    final double x = templates.x(j) * Math.cos(angle) - templates.y(j) * Math.sin(angle);
                    final double y = templates.x(j) * Math.sin(angle) + templates.y(j) * Math.cos(angle);
                    sum += templates.intensity(j)
                        * image[(int)(size / 2.0 + y / pixel) * size + (int)(size / 2.0 + x / pixel)];
                }
                best = Math.max(best, sum / templates.norm(z) / Math.sqrt(norm));
            }
        }
        assertEquals(best, matcher.match(spots).get(0).index(), 0.02 * best);
    }

    @ParameterizedTest
    @EnumSource
    void everyTemplateFindsItself(final LaueGroup group) {
        final Crystal crystal = LaueCrystals.of(group);
        assertEquals(group, crystal.symmetry().group());
        final SpotSimulator simulator = new SpotSimulator(crystal, TestCrystals.FACTORS,
            new DiffractionSettings(200, crystal.lattice().volume() < 200 ? 1.2 : 0.8, Relrod.ofLength(0.05), 0, 0.5,
                0.001));
        final TemplateBank bank = TestBanks.bank(group.order() < 8 ? 12 : 8, simulator);
        final PhaseTemplates templates = bank.phases().get(0);
        final CrystalSymmetry symmetry = crystal.symmetry();
        final ReflectionMatcher matcher =
            new ReflectionMatcher(bank, TestBanks.settings(SpotProfile.CAP, 0.02, 0, 0, 1));
        int tried = 0;
        int itself = 0;
        for (int z = 0; z < templates.zones(); z++) {
            if (templates.start(z + 1) - templates.start(z) >= 4) {
                final int turn = z * 7 % bank.turns();
                final List<MeasuredSpot> spots = TestBanks.template(bank, 0, z, turn);
                Collections.shuffle(spots, new Random(z));
                final Solution solution = matcher.match(spots).get(0);
                final String at = crystal.name() + " " + z;
                assertTrue(solution.index() > 1 - 1e-6, at);
                assertEquals(spots.size(), solution.matched().size(), at);
                tried++;
                // another orientation with the very same pattern is as right
                final Rotation truth = bank.orientation(0, z, turn);
                final boolean found = symmetry.disorientation(solution.orientation(), truth) < 0.1;
                assertTrue(found || solution.reliability() < 1e-4, at);
                itself += found ? 1 : 0;
            }
        }
        assertTrue(tried > 0.8 * templates.zones() && itself > 0.8 * tried, itself + " of " + tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"triphylite", "lead iodide", "silver"})
    void orientationsBetweenThoseOfTheBankAreFound(final String name) {
        final SpotSimulator simulator = switch (name) {
            case "triphylite" -> TRIPHYLITE;
            case "silver" -> TestBanks.simulator(TestCrystals.silver(), 1.5, 0.05);
            default -> TestBanks.simulator(TestCrystals.leadIodide(), 1, 0.03);
        };
        final double step = 3;
        final TemplateBank bank = TestBanks.bank(step, simulator);
        final CrystalSymmetry symmetry = simulator.crystal().symmetry();
        final ReflectionMatcher plain =
            new ReflectionMatcher(bank, TestBanks.settings(SpotProfile.CAP, 0.05, 0, 0, 1));
        final ReflectionMatcher refining =
            new ReflectionMatcher(bank, TestBanks.settings(SpotProfile.CAP, 0.04, 0, 5, 1));
        final Random random = new Random(21);
        final int patterns = 40;
        int within = 0;
        int exact = 0;
        for (int i = 0; i < patterns; i++) {
            final Rotation truth = TestBanks.random(random);
            final List<MeasuredSpot> spots = TestBanks.measured(simulator.simulate(truth));
            final Rotation bankOrientation = plain.match(spots).get(0).orientation();
            // the zone axis and the turn each within half a step, with the bank's own share of it
            within += symmetry.disorientation(truth, bankOrientation) <= step / 2 * Math.sqrt(2) ? 1 : 0;
            final Solution solution = refining.match(spots).get(0);
            // where two orientations have the same pattern either is right
            exact += symmetry.disorientation(truth, solution.orientation()) < 0.3 || solution.index() > 0.9999 ? 1 : 0;
        }
        assertTrue(exact >= patterns - 2, name + " " + exact + " of " + patterns);
        assertTrue(within > 0.7 * patterns, name + " " + within + " of " + patterns);
    }

    @Test
    void fewSpotsHaveNoSolution() {
        final TemplateBank bank = TestBanks.bank(9, IRON);
        final ReflectionMatcher matcher =
            new ReflectionMatcher(bank, TestBanks.settings(SpotProfile.CAP, 0.03, 0, 3, 1));
        final List<MeasuredSpot> spots = TestBanks.template(bank, 0, 0, 0);
        assertTrue(spots.size() > 4);
        assertEquals(List.of(), matcher.match(List.of()));
        assertEquals(List.of(), matcher.match(spots.subList(0, 3)));
        assertEquals(1, matcher.match(spots.subList(0, 4)).size());
        // spots beyond the bank do not count
        final List<MeasuredSpot> outside = new ArrayList<>(spots.subList(0, 3));
        outside.add(new MeasuredSpot(3, 0, 100, 0.03));
        assertEquals(List.of(), matcher.match(outside));
    }

    @Test
    void reliabilityGrowsWithTheDistanceAskedFor() {
        final TemplateBank bank = TestBanks.bank(4, TRIPHYLITE);
        final Random random = new Random(17);
        int grown = 0;
        for (int i = 0; i < 10; i++) {
            final List<MeasuredSpot> spots = TestBanks.measured(TRIPHYLITE.simulate(TestBanks.random(random)));
            double before = -1;
            double first = -1;
            for (final double apart : new double[] {0, 5, 10, 20}) {
                final double r = new ReflectionMatcher(bank, TestBanks.settings(SpotProfile.CAP, 0.04, apart, 0, 1))
                    .match(spots).get(0).reliability();
                assertTrue(r >= before && r >= 0 && r <= 100, apart + " " + r);
                before = r;
                first = apart == 0 ? r : first;
            }
            grown += before > first ? 1 : 0;
        }
        assertTrue(grown >= 3, grown + " of 10");
    }

    @Test
    void halfTurnAboutTheBeamCanCountAsTheSame() {
        // a zone axis of the first Laue zone alone: the pattern is the same after a half turn
        final TemplateBank bank = TestBanks.bank(5, TestBanks.simulator(TestCrystals.silver(), 1, 0.08));
        final double s = Math.sqrt(1 / 14.0);
        final List<MeasuredSpot> spots = TestBanks.measured(bank.phases().get(0).simulator()
            .simulate(ZoneAxes.orientation(new double[] {s, 2 * s, 3 * s}, 10)));
        final MatchSettings different = new MatchSettings(SpotProfile.CAP, 0.05, 1, 4, 15, false, 0, 1);
        final MatchSettings same = new MatchSettings(SpotProfile.CAP, 0.05, 1, 4, 15, true, 0, 1);
        final double low = new ReflectionMatcher(bank, different).match(spots).get(0).reliability();
        final double high = new ReflectionMatcher(bank, same).match(spots).get(0).reliability();
        assertTrue(low < 5 && high > 2 * low, low + " " + high);
    }

    @Test
    void overlappingGrainsAreFoundOneAfterTheOther() {
        final TemplateBank bank = TestBanks.bank(4, TRIPHYLITE, PYRITE);
        final Rotation first = Rotation.ofEuler(20, 40, 30);
        final Rotation second = Rotation.ofEuler(200, 60, 10);
        final List<MeasuredSpot> spots = TestBanks.measured(TRIPHYLITE.simulate(first));
        final int split = spots.size();
        for (final MeasuredSpot s : TestBanks.measured(PYRITE.simulate(second))) {
            spots.add(new MeasuredSpot(s.x(), s.y(), s.intensity() / 3, s.radius()));
        }
        final List<Solution> solutions =
            new ReflectionMatcher(bank, TestBanks.settings(SpotProfile.CAP, 0.02, 0, 5, 3)).match(spots);
        assertEquals(0, solutions.get(0).phase());
        assertTrue(TRIPHYLITE.crystal().symmetry().disorientation(first, solutions.get(0).orientation()) < 0.3);
        assertEquals(1, solutions.get(1).phase());
        assertTrue(PYRITE.crystal().symmetry().disorientation(second, solutions.get(1).orientation()) < 0.5);
        assertTrue(solutions.get(1).matched().stream().allMatch(m -> m.spot() >= split));
    }

    @Test
    void oneMatcherServesPatternAfterPattern() {
        final TemplateBank bank = TestBanks.bank(6, TRIPHYLITE);
        final MatchSettings settings = TestBanks.settings(SpotProfile.CAP, 0.04, 0, 2, 1);
        final ReflectionMatcher used = new ReflectionMatcher(bank, settings);
        final Random random = new Random(30);
        for (int i = 0; i < 20; i++) {
            final List<MeasuredSpot> spots = disturbed(TRIPHYLITE, random);
            assertEquals(new ReflectionMatcher(bank, settings).match(spots), used.match(spots));
        }
    }
}
