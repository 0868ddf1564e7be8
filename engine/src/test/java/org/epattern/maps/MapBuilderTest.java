// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.epattern.maps.Region.Origin;
import org.epattern.register.Reflection;
import org.junit.jupiter.api.Test;

class MapBuilderTest {

    private static Reflection spot(final double x, final double y, final double radius, final double mean,
        final int rank) {
        return new Reflection(x, y, radius, mean, 10 * mean, 1.5, rank, Set.of());
    }

    private static MapSelection darkField(final DarkField... darkFields) {
        return new MapSelection(false, false, false, false, false, List.of(darkFields), SpotIntensity.MEAN);
    }

    private static ScanMap map(final MapBuilder builder, final String name) {
        return builder.maps().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void countsAndSumsIncludeTheDirectBeam() {
        final MapBuilder builder = new MapBuilder(3, 2, MapSelection.DEFAULTS);
        builder.addReflection(1, 1, spot(32, 32, 4, 200, 1));
        builder.addReflection(1, 1, spot(50, 32, 3, 40, 2));
        builder.addReflection(1, 1, spot(14, 32, 3, 30, 3));
        assertEquals(3, map(builder, MapBuilder.SPOT_COUNT).value(1, 1));
        assertEquals(200, map(builder, MapBuilder.BRIGHT_FIELD).value(1, 1));
        assertEquals(270, map(builder, MapBuilder.ALL_SPOTS).value(1, 1));
    }

    @Test
    void noiseIsThatOfThePatternAndNeverThatOfItsReflections() {
        final MapBuilder builder = new MapBuilder(2, 1, MapSelection.DEFAULTS);
        builder.addReflection(0, 0, spot(32, 32, 4, 200, 1));
        builder.addReflection(1, 0, spot(32, 32, 4, 200, 1));
        builder.addPattern(1, 0, 4, 11);
        assertTrue(Float.isNaN(map(builder, MapBuilder.NOISE).value(0, 0)));
        assertEquals(4, map(builder, MapBuilder.NOISE).value(1, 0));
    }

    @Test
    void patternWithoutSpotsIsZeroAndAMissingPatternIsNotANumber() {
        final MapBuilder builder = new MapBuilder(2, 1, MapSelection.DEFAULTS);
        builder.addPattern(0, 0, 2.5, 11);
        assertEquals(0, map(builder, MapBuilder.SPOT_COUNT).value(0, 0));
        assertEquals(0, map(builder, MapBuilder.BRIGHT_FIELD).value(0, 0));
        assertEquals(2.5f, map(builder, MapBuilder.NOISE).value(0, 0));
        assertEquals(11f, map(builder, MapBuilder.THRESHOLD).value(0, 0));
        for (final ScanMap map : builder.maps()) {
            assertTrue(Float.isNaN(map.value(1, 0)), map.name());
        }
    }

    @Test
    void darkFieldSumsIntensitiesInARegionAboutTheDirectBeam() {
        // the beam wanders: the same reflection is at another place in the second pattern
        final MapBuilder builder = new MapBuilder(2, 1,
            darkField(DarkField.ofRegion("g", Region.circle(Origin.DIRECT_BEAM, 20, 0, 3))));
        builder.addReflection(0, 0, spot(32, 32, 4, 200, 1));
        builder.addReflection(0, 0, spot(53, 32, 3, 40, 2));
        builder.addReflection(0, 0, spot(12, 32, 3, 99, 3));
        builder.addReflection(1, 0, spot(56, 34, 3, 25, 2));
        builder.addReflection(1, 0, spot(57, 33, 3, 5, 3));
        builder.addReflection(1, 0, spot(36, 33, 4, 180, 1));
        assertEquals(40, map(builder, "g").value(0, 0));
        assertEquals(30, map(builder, "g").value(1, 0), "the beam came after its reflections");
    }

    @Test
    void reflectionWithoutAMeanCountsAndAddsNothing() {
        final MapBuilder builder = new MapBuilder(1, 1, MapSelection.DEFAULTS);
        builder.addReflection(0, 0, spot(32, 32, 4, 50, 2));
        builder.addReflection(0, 0, spot(40, 32, 4, Double.NaN, 3));
        assertEquals(2, map(builder, MapBuilder.SPOT_COUNT).value(0, 0));
        assertEquals(50, map(builder, MapBuilder.ALL_SPOTS).value(0, 0));
        assertEquals(0, map(builder, MapBuilder.BRIGHT_FIELD).value(0, 0), "spots, but no direct beam");
    }

    @Test
    void bordersBelongToTheDarkFieldRegion() {
        final MapBuilder builder = new MapBuilder(1, 1,
            darkField(DarkField.ofRegion("ring", Region.annulus(Origin.DIRECT_BEAM, 3, 5))));
        builder.addReflection(0, 0, spot(10, 10, 1, 200, 1));
        builder.addReflection(0, 0, spot(13, 10, 1, 1, 2));
        builder.addReflection(0, 0, spot(13, 14, 1, 2, 3));
        builder.addReflection(0, 0, spot(12.99, 10, 1, 4, 4));
        builder.addReflection(0, 0, spot(15.01, 10, 1, 8, 5));
        assertEquals(1 + 2, map(builder, "ring").value(0, 0));
    }

    @Test
    void patternWithoutDirectBeamTakesTheMeanBeamOfTheScan() {
        final MapBuilder builder = new MapBuilder(3, 1,
            darkField(DarkField.ofRegion("g", Region.circle(Origin.DIRECT_BEAM, 20, 0, 1))));
        builder.addReflection(0, 0, spot(30, 30, 4, 200, 1));
        builder.addReflection(1, 0, spot(34, 32, 4, 200, 1));
        // the mean beam is at (32, 31)
        builder.addReflection(2, 0, spot(52, 31, 3, 6, 2));
        builder.addReflection(2, 0, spot(50, 30, 3, 100, 3));
        assertEquals(6, map(builder, "g").value(2, 0));
        assertEquals(6, map(builder, "g").value(2, 0), "asking twice adds nothing twice");
    }

    @Test
    void scanWithoutAnyDirectBeamCountsFromTheCentreIfThatIsKnown() {
        final MapSelection selection = darkField(DarkField.ofRegion("g", Region.circle(Origin.DIRECT_BEAM, 20, 0, 1)));
        final MapBuilder known = new MapBuilder(1, 1, 64, 48, selection);
        final MapBuilder unknown = new MapBuilder(1, 1, selection);
        for (final MapBuilder builder : List.of(known, unknown)) {
            builder.addReflection(0, 0, spot(52, 24, 3, 6, 2));
        }
        assertEquals(6, map(known, "g").value(0, 0));
        assertTrue(Float.isNaN(map(unknown, "g").value(0, 0)));
    }

    @Test
    void darkFieldOfARingAboutThePatternCentre() {
        final MapBuilder builder = new MapBuilder(1, 1, 64, 64,
            darkField(DarkField.ofRegion("ring", Region.annulus(Origin.PATTERN_CENTRE, 10, 20))));
        builder.addReflection(0, 0, spot(32, 43, 3, 7, 2));
        builder.addReflection(0, 0, spot(32, 53, 3, 100, 3));
        builder.addReflection(0, 0, spot(33, 32, 3, 1000, 1));
        assertEquals(7, map(builder, "ring").value(0, 0));
    }

    @Test
    void darkFieldOfChosenRanksMeansAndProminences() {
        final MapBuilder builder = new MapBuilder(1, 1,
            darkField(new DarkField("chosen", Region.EVERYWHERE, 2, 3, 10, 50, 150, Double.POSITIVE_INFINITY)));
        builder.addReflection(0, 0, spot(1, 1, 3, 200, 1));
        builder.addReflection(0, 0, spot(2, 1, 3, 20, 2));
        builder.addReflection(0, 0, spot(3, 1, 3, 12, 3));
        builder.addReflection(0, 0, spot(4, 1, 3, 30, 4));
        // rank 3 has a prominence of 120 only, rank 4 is too low
        assertEquals(20, map(builder, "chosen").value(0, 0));
    }

    @Test
    void integratedIntensityIsMeanTimesArea() {
        final MapBuilder builder = new MapBuilder(1, 1,
            new MapSelection(false, true, false, false, false, List.of(), SpotIntensity.INTEGRATED));
        builder.addReflection(0, 0, spot(5, 5, 2, 10, 1));
        assertEquals(10 * Math.PI * 4, map(builder, MapBuilder.BRIGHT_FIELD).value(0, 0), 1e-4);
    }

    @Test
    void refusesPositionsOutsideTheScanAndRegionsWithoutCentre() {
        final String outside = assertThrows(IllegalArgumentException.class,
            () -> new MapBuilder(2, 3, MapSelection.DEFAULTS).addPattern(2, 1, 1, 1)).getMessage();
        assertTrue(outside.contains("(2, 1)") && outside.contains("0 to 1"), outside);
        assertThrows(IllegalArgumentException.class, () -> new MapBuilder(2, 3,
            darkField(DarkField.ofRegion("a", Region.annulus(Origin.PATTERN_CENTRE, 1, 2)))));
        assertThrows(IllegalArgumentException.class, () -> Region.annulus(Origin.DIRECT_BEAM, 5, 5));
        assertThrows(IllegalArgumentException.class, () -> new ScanMap("m", "", 2, 2, new float[3]));
    }
}
