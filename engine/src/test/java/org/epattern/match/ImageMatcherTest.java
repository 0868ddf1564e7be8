// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.epattern.crystal.TestCrystals;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.Rotation;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.reconstruct.Profile;
import org.epattern.reconstruct.SpotRadius;
import org.epattern.register.Reflection;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.Test;

/** Orientations from images of patterns. */
class ImageMatcherTest {

    private static final int SIZE = 256;
    private static final double PIXEL = 0.8 / 120;
    private static final double CENTRE_X = 129.3;
    private static final double CENTRE_Y = 126.8;
    private static final SpotSimulator TRIPHYLITE = TestBanks.simulator(TestCrystals.triphylite(), 0.8, 0.03);

    private static float[] image(final Rotation orientation) {
        return image(TestBanks.measured(TRIPHYLITE.simulate(orientation)));
    }

    private static float[] image(final List<MeasuredSpot> spots) {
        final List<Reflection> reflections = new ArrayList<>();
        for (final MeasuredSpot s : spots) {
            reflections.add(new Reflection(CENTRE_X + s.x() / PIXEL, CENTRE_Y + s.y() / PIXEL, 4, s.intensity(), 1, 1,
                reflections.size() + 2, Set.of()));
        }
        reflections.add(new Reflection(CENTRE_X, CENTRE_Y, 6, 200, 1, 1, 1, Set.of()));
        final float[] image = new float[SIZE * SIZE];
        new PatternDrawer(SIZE, SIZE, new DrawSettings(SIZE, SIZE, 1, SpotRadius.REGISTERED, Profile.GAUSSIAN, 1,
            SampleType.FLOAT32)).draw(reflections, image);
        return image;
    }

    private static float read(final float[] image, final double x, final double y) {
        final int column = (int)Math.floor(x - 0.5);
        final int line = (int)Math.floor(y - 0.5);
        if (column < 0 || line < 0 || column >= SIZE - 1 || line >= SIZE - 1) {
            return 0;
        }
        final double fx = x - 0.5 - column;
        final double fy = y - 0.5 - line;
        final int i = line * SIZE + column;
        return (float)((1 - fy) * ((1 - fx) * image[i] + fx * image[i + 1])
            + fy * ((1 - fx) * image[i + SIZE] + fx * image[i + SIZE + 1]));
    }

    /** The largest value of equation 1 over the bank; points as they are, or on the polar grid. */
    private static double plainBest(final TemplateBank bank, final float[] image, final boolean polar) {
        double squares = 0;
        final float[] pattern = new float[image.length];
        for (int y = 0, i = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++, i++) {
                final double r = Math.hypot(x + 0.5 - CENTRE_X, y + 0.5 - CENTRE_Y);
                pattern[i] = r < 12 || r > 0.8 / PIXEL || image[i] < 0 ? 0 : image[i];
                squares += pattern[i] * pattern[i];
            }
        }
        final PhaseTemplates templates = bank.phases().get(0);
        final int azimuths = bank.turns() * (int)Math.ceil(2 * Math.PI * 0.8 / PIXEL / bank.turns());
        double best = 0;
        for (int z = 0; z < templates.zones(); z++) {
            for (int n = 0; n < bank.turns(); n++) {
                double sum = 0;
                for (int j = templates.start(z); j < templates.start(z + 1); j++) {
                    double r = Math.hypot(templates.x(j), templates.y(j)) / PIXEL;
                    double a = Math.atan2(templates.y(j), templates.x(j));
                    if (polar) {
                        r = Math.round(r);
                        a = Math.round(a / (2 * Math.PI) * azimuths) * 2 * Math.PI / azimuths;
                    }
                    a += 2 * Math.PI * n / bank.turns();
                    sum += templates.intensity(j)
                        * read(pattern, CENTRE_X + r * Math.cos(a), CENTRE_Y + r * Math.sin(a));
                }
                best = Math.max(best, sum / templates.norm(z));
            }
        }
        return best / Math.sqrt(squares);
    }

    private static MatchSettings settings(final int refined) {
        return TestBanks.settings(SpotProfile.DISC, 0.04, 0, refined, 1);
    }

    @Test
    void equalsThePlainLoopOverEquation1() {
        final TemplateBank bank = TestBanks.bank(9, TRIPHYLITE);
        final ImageMatcher matcher = new ImageMatcher(bank, settings(0), SIZE, SIZE, PIXEL, 12);
        final Random random = new Random(2);
        for (int i = 0; i < 4; i++) {
            final float[] image = image(TestBanks.random(random));
            final double index = matcher.match(image, CENTRE_X, CENTRE_Y).get(0).index();
            assertEquals(plainBest(bank, image, true), index, 1e-5 * index);
            // what rounding the points to the grid of one pixel costs
            assertEquals(plainBest(bank, image, false), index, 0.04 * index);
        }
    }

    @Test
    void orientationsAreFoundAndRefined() {
        final TemplateBank bank = TestBanks.bank(4, TRIPHYLITE);
        final CrystalSymmetry symmetry = TRIPHYLITE.crystal().symmetry();
        final ImageMatcher matcher = new ImageMatcher(bank, settings(5), SIZE, SIZE, PIXEL, 12);
        final Random random = new Random(5);
        int found = 0;
        for (int i = 0; i < 20; i++) {
            final Rotation truth = TestBanks.random(random);
            final Solution solution = matcher.match(image(truth), CENTRE_X, CENTRE_Y).get(0);
            found += symmetry.disorientation(truth, solution.orientation()) < 0.3 ? 1 : 0;
            assertTrue(solution.index() >= solution.bankIndex() * 0.98);
            assertTrue(solution.reliability() >= 0 && solution.reliability() < 100);
        }
        assertTrue(found >= 18, found + " of 20");
    }

    @Test
    void blackPatternHasNoSolution() {
        final ImageMatcher matcher =
            new ImageMatcher(TestBanks.bank(9, TRIPHYLITE), settings(2), SIZE, SIZE, PIXEL, 12);
        assertEquals(List.of(), matcher.match(new float[SIZE * SIZE], CENTRE_X, CENTRE_Y));
        final float[] negative = new float[SIZE * SIZE];
        Arrays.fill(negative, -3);
        assertEquals(List.of(), matcher.match(negative, CENTRE_X, CENTRE_Y));
    }

    @Test
    void absurdPixelSizeIsRefused() {
        final TemplateBank bank = TestBanks.bank(9, TRIPHYLITE);
        assertEquals("With a pixel size of 0.5 1/Angstrom the largest reciprocal radius of the bank, 0.8 1/Angstrom, "
            + "lies at 1.6 px in patterns of 256 x 256 px; a pixel size that brings it to the edge of the pattern is "
            + "expected", assertThrows(IllegalArgumentException.class,
                () -> new ImageMatcher(bank, settings(0), SIZE, SIZE, 0.5, 12)).getMessage());
    }

    @Test
    void overlappingGrainsAreFoundOneAfterTheOther() {
        final SpotSimulator pyrite = TestBanks.simulator(TestCrystals.pyrite(), 0.8, 0.03);
        final TemplateBank bank = TestBanks.bank(4, TRIPHYLITE, pyrite);
        final MatchSettings settings = TestBanks.settings(SpotProfile.DISC, 0.04, 0, 5, 3);
        final ImageMatcher matcher = new ImageMatcher(bank, settings, SIZE, SIZE, PIXEL, 12);
        final Rotation first = Rotation.ofEuler(20, 40, 30);
        final Rotation second = Rotation.ofEuler(200, 60, 10);
        final List<MeasuredSpot> spots = TestBanks.measured(TRIPHYLITE.simulate(first));
        for (final MeasuredSpot s : TestBanks.measured(pyrite.simulate(second))) {
            spots.add(new MeasuredSpot(s.x(), s.y(), s.intensity() / 3, s.radius()));
        }
        final List<Solution> solutions = matcher.match(image(spots), CENTRE_X, CENTRE_Y);
        assertEquals(0, solutions.get(0).phase());
        assertTrue(TRIPHYLITE.crystal().symmetry().disorientation(first, solutions.get(0).orientation()) < 0.3);
        assertEquals(1, solutions.get(1).phase());
        assertTrue(pyrite.crystal().symmetry().disorientation(second, solutions.get(1).orientation()) < 0.6);
    }

    @Test
    void matchedReflectionsAreThoseThatTheImageHas() {
        final ImageMatcher matcher =
            new ImageMatcher(TestBanks.bank(4, TRIPHYLITE), settings(5), SIZE, SIZE, PIXEL, 12);
        final Rotation truth = Rotation.ofEuler(20, 40, 30);
        final SpotPattern pattern = TRIPHYLITE.simulate(truth);
        final Solution solution = matcher.match(image(truth), CENTRE_X, CENTRE_Y).get(0);
        final Set<Integer> expected = new HashSet<>();
        for (int j = 0; j < pattern.size(); j++) {
            expected.add(pattern.reflection(j));
        }
        final Set<Integer> matched = new HashSet<>();
        solution.matched().forEach(m -> matched.add(m.reflection()));
        assertTrue(expected.containsAll(matched));
        assertTrue(matched.size() >= 0.8 * expected.size(), matched.size() + " of " + expected.size());
        final Random random = new Random(1);
        final float[] noise = image(List.of());
        for (int i = 0; i < noise.length; i++) {
            noise[i] += (float)Math.max(0, 20 + 4 * random.nextGaussian());
        }
        assertEquals(List.of(), matcher.match(noise, CENTRE_X, CENTRE_Y));
    }

    @Test
    void threeSpotsAreTooFew() {
        final ImageMatcher matcher =
            new ImageMatcher(TestBanks.bank(9, TRIPHYLITE), settings(2), SIZE, SIZE, PIXEL, 12);
        final List<MeasuredSpot> spots = TestBanks.template(TestBanks.bank(9, TRIPHYLITE), 0, 5, 3);
        assertEquals(1, matcher.match(image(spots), CENTRE_X, CENTRE_Y).size());
        final List<MeasuredSpot> few = new ArrayList<>(spots);
        few.sort((a, b) -> Double.compare(b.intensity(), a.intensity()));
        assertEquals(List.of(), matcher.match(image(few.subList(0, 3)), CENTRE_X, CENTRE_Y));
    }

    @Test
    void imagesNeedARadius() {
        assertEquals("The radius of a spot is 0.0 1/Angstrom; a radius above 0 is expected where images are matched",
            assertThrows(IllegalArgumentException.class, () -> new ImageMatcher(TestBanks.bank(9, TRIPHYLITE),
                TestBanks.settings(SpotProfile.DISC, 0, 0, 0, 1), SIZE, SIZE, PIXEL, 12)).getMessage());
    }
}
