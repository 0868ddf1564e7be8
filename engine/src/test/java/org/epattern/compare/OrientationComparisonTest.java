// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.epattern.grains.OrientationField;
import org.epattern.maps.ScanMap;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;
import org.epattern.scan.Progress;
import org.junit.jupiter.api.Test;

/** Verdicts and counts of a scan of which every point is known. */
class OrientationComparisonTest {

    private static final List<OrientationField.Phase> PHASES =
        List.of(new OrientationField.Phase("trigonal", CrystalSymmetry.standard(LaueGroup.TRIGONAL_HIGH)),
            new OrientationField.Phase("cubic", CrystalSymmetry.standard(LaueGroup.CUBIC_HIGH)));
    private static final Rotation TRUTH = Rotation.ofEuler(20, 35, 50);
    private static final int WIDTH = 5;
    private static final int HEIGHT = 2;

    /** The truth's phases in another order, with one that the results do not know. */
    private static final List<OrientationField.Phase> TRUE_PHASES =
        List.of(PHASES.get(1), PHASES.get(0), new OrientationField.Phase("other", PHASES.get(1).symmetry()));

    private static Rotation tilted(final double degrees) {
        return Rotation.about(1, 2, 0, degrees).after(TRUTH);
    }

    private static OrientationResults results() {
        final OrientationField field = new OrientationField(WIDTH, HEIGHT, PHASES);
        // an equivalent of the truth, a little off
        field.set(0, 0, 0, tilted(0.5).after(Rotation.about(0, 0, 1, 120)));
        field.set(1, 0, 0, tilted(1.9));
        field.set(2, 0, 0, tilted(4.9));
        field.set(3, 0, 0, Rotation.about(0, 0, 1, 180).after(tilted(1)));
        field.set(4, 0, 1, TRUTH);
        field.set(0, 1, 0, TRUTH);
        field.set(1, 1, 0, TRUTH);
        field.set(3, 1, 0, TRUTH);
        field.set(4, 1, 1, TRUTH);
        return new OrientationResults(field,
            map("index", 0.9f, 0.8f, 0.7f, 0.6f, 0.5f, 0.4f, 0.3f, 0, 0.2f, 0.1f),
            map("reliability", 40, 30, 20, 10, 12, 3, 6, 0, 2, 50));
    }

    private static ScanMap map(final String name, final float... values) {
        return new ScanMap(name, "", WIDTH, HEIGHT, values);
    }

    /** Crystals in the first line, then a crystal, two amorphous points, one unknown and one of a foreign phase. */
    private static TrueOrientations truth() {
        final OrientationField field = new OrientationField(WIDTH, HEIGHT, TRUE_PHASES);
        for (int x = 0; x < WIDTH; x++) {
            field.set(x, 0, 1, TRUTH);
        }
        field.set(0, 1, 1, TRUTH);
        field.set(2, 1, 1, TRUTH);
        final boolean[] known = new boolean[WIDTH * HEIGHT];
        Arrays.fill(known, true);
        known[8] = false;
        field.set(4, 1, 2, TRUTH);
        return new TrueOrientations(field, known);
    }

    private static OrientationComparison compare(final ComparisonSettings settings) {
        return new OrientationComparison(results(), truth(), map("spot count", 9, 9, 9, 9, 9, 3, 6, 2, 9, Float.NaN),
            settings, Progress.NONE);
    }

    private static List<Verdict> verdicts(final OrientationComparison comparison) {
        return java.util.stream.IntStream.range(0, comparison.points()).mapToObj(comparison::verdict).toList();
    }

    @Test
    void everyPointGetsItsVerdict() {
        final OrientationComparison comparison = compare(new ComparisonSettings(0, 5, 5, false));
        assertEquals(List.of(Verdict.WITHIN_ONE, Verdict.WITHIN_TWO, Verdict.WITHIN_FIVE, Verdict.WRONG_ORIENTATION,
            Verdict.WRONG_PHASE, Verdict.MISSED, Verdict.FALSE_ORIENTATION, Verdict.MISSED, Verdict.NO_TRUTH,
            Verdict.WRONG_PHASE), verdicts(comparison));
        assertEquals(0.5, comparison.disorientation(0), 1e-6);
        assertEquals(1.9, comparison.disorientation(1), 1e-6);
        assertTrue(comparison.halfTurn(3));
        assertTrue(comparison.disorientation(3) > 5);
        assertFalse(comparison.halfTurn(0));
        assertTrue(Double.isNaN(comparison.disorientation(4)));
        assertTrue(Double.isNaN(comparison.disorientation(6)));
    }

    @Test
    void limitsDecideWhatIsIndexed() {
        assertEquals(Verdict.RIGHTLY_EMPTY, compare(new ComparisonSettings(0, 7, 5, false)).verdict(6));
        assertEquals(Verdict.RIGHTLY_EMPTY, compare(new ComparisonSettings(0.35, 5, 5, false)).verdict(6));
        assertEquals(Verdict.WITHIN_ONE, compare(new ComparisonSettings(0, 0, 5, false)).verdict(5));
        assertEquals(Verdict.MISSED, compare(new ComparisonSettings(0, 0, 5, true)).verdict(5));
        assertEquals(Verdict.MISSED, compare(new ComparisonSettings(0, 0, 5, true)).verdict(9));
    }

    @Test
    void countsOfTheWholeMap() {
        final RegionSummary s = compare(new ComparisonSettings(0, 5, 5, false)).summary(ScanRegion.WHOLE_MAP);
        assertEquals(new RegionSummary(ScanRegion.WHOLE_MAP, 10, 8, 1, s.meanIndex(), s.meanReliability(),
            s.medianReliability(), 2, 3, 4, 1, 1, 2, 1, 6, 3, 1), s);
        assertEquals(0.45, s.meanIndex(), 1e-6);
        assertEquals(17.3, s.meanReliability(), 1e-6);
        assertEquals(11, s.medianReliability(), 1e-6);
        assertEquals(50, s.ofCrystal(s.withinFive()), 1e-9);
        assertEquals(100, s.falseShare(), 1e-9);
    }

    @Test
    void regionsAreCountedOnTheirOwn() {
        final OrientationComparison comparison = compare(new ComparisonSettings(0, 5, 5, false));
        final RegionSummary grains = comparison.summary(ScanRegion.GRAIN_REGION);
        assertEquals(7, grains.points());
        assertEquals(5, grains.crystal());
        assertEquals(1, grains.amorphous());
        assertEquals(3, grains.withinFive());
        assertEquals(0, grains.without());
        final RegionSummary amorphous = comparison.summary(ScanRegion.TRUE_AMORPHOUS);
        assertEquals(1, amorphous.points());
        assertEquals(6, amorphous.meanReliability(), 1e-6);
        assertTrue(Double.isNaN(amorphous.ofCrystal(0)));
        assertEquals(8, comparison.summary(ScanRegion.TRUE_CRYSTAL).points());
    }

    @Test
    void distributionsCountEveryPointOnce() {
        final OrientationComparison comparison = compare(new ComparisonSettings(0, 5, 5, false));
        final Distribution whole = Distribution.of(comparison, comparison.results().reliability(),
            ScanRegion.WHOLE_MAP, 40, 4);
        // 50 lies above all bins and counts in the last one
        assertEquals(List.of(4, 2, 1, 3), Arrays.stream(whole.counts()).boxed().toList());
        assertEquals(10, whole.total());
        assertEquals(10, whole.width(), 1e-12);
    }

    @Test
    void limitCurvesFallFromAllPointsToNone() {
        final OrientationComparison comparison = compare(new ComparisonSettings(0, 5, 5, false));
        final LimitCurve curve = LimitCurve.of(comparison, comparison.results().reliability(), 100, 11);
        assertEquals(new LimitCurve.Step(0, 7, 4, 1), curve.steps().get(0));
        assertEquals(new LimitCurve.Step(10, 6, 3, 0), curve.steps().get(1));
        assertEquals(new LimitCurve.Step(50, 1, 0, 0), curve.steps().get(5));
        assertEquals(new LimitCurve.Step(60, 0, 0, 0), curve.steps().get(6));
    }

    @Test
    void legendCountsTheVerdictsThatOccur() {
        final var map = compare(new ComparisonSettings(0, 5, 5, false)).verdicts("verdict");
        assertTrue(map.legend().stream().anyMatch(e -> e.name().equals("missed: 2")));
        assertTrue(map.legend().stream().noneMatch(e -> e.name().startsWith("rightly empty")));
        assertEquals(Verdict.WITHIN_ONE.colour(), map.colours()[0]);
    }

    @Test
    void picturesShowTheValues() {
        final OrientationComparison comparison = compare(new ComparisonSettings(0, 5, 5, false));
        final Distribution one = new Distribution("index", "", ScanRegion.WHOLE_MAP, 0.5, new int[] {0, 4});
        final var picture = ComparisonPictures.distributions("Q", List.of("all"), List.of(one));
        // the second bin is full up to just below the top; its line is blue, half the first one lies on the axis
        int blue = 0;
        for (int x = 350; x < 610; x++) {
            for (int y = 45; y < 100; y++) {
                blue += picture.getRGB(x, y) == 0xff0072B2 ? 1 : 0;
            }
        }
        assertTrue(blue > 200, () -> "no line in the upper right part");
        final LimitCurve curve = LimitCurve.of(comparison, comparison.results().reliability(), 100, 11);
        assertEquals(640, ComparisonPictures.limits("R", List.of("R"), List.of(curve), 8, 1).getWidth());
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertEquals("The orientations have 5 x 2 points and the map \"spot count\" has 1 x 1; the same scan is "
            + "expected", assertThrows(IllegalArgumentException.class,
                () -> new OrientationComparison(results(), truth(),
                    new ScanMap("spot count", "", 1, 1, new float[] {1}), new ComparisonSettings(0, 5, 5, false),
                    Progress.NONE)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new OrientationComparison(results(), truth(), null,
            new ComparisonSettings(0, 5, 5, true), Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> new ComparisonSettings(Double.NaN, 5, 5, false));
        assertThrows(IllegalArgumentException.class, () -> new ComparisonSettings(0, 101, 5, false));
        assertThrows(IllegalArgumentException.class, () -> new ComparisonSettings(0, 5, -1, false));
    }

    @Test
    void stopsAtOnce() {
        final Progress canceled = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                throw new AssertionError("went on");
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        };
        assertThrows(CancellationException.class, () -> new OrientationComparison(results(), truth(), null,
            new ComparisonSettings(0, 5, 5, false), canceled));
    }
}
