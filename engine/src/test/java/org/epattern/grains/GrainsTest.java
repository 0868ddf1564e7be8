// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.epattern.maps.ColouredMap;
import org.epattern.maps.ScanMap;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;
import org.epattern.scan.Progress;
import org.junit.jupiter.api.Test;

/** Grains of a field that was laid out by hand. */
class GrainsTest {

    private static final CrystalSymmetry CUBIC = CrystalSymmetry.standard(LaueGroup.CUBIC_HIGH);
    private static final CrystalSymmetry HEXAGONAL = CrystalSymmetry.standard(LaueGroup.HEXAGONAL_HIGH);
    private static final Rotation LEFT = Rotation.ofEuler(10, 20, 30);
    private static final Rotation RIGHT = LEFT.after(Rotation.about(1, 1, 1, 60));

    /**
     * Six columns, four lines: two cubic grains side by side, the left one in changing equivalents and bent by 1 degree
     * a line; a hexagonal line below; one point without solution; one wrong point.
     */
    private static OrientationField field() {
        final OrientationField field = new OrientationField(6, 4,
            List.of(new OrientationField.Phase("cubic", CUBIC), new OrientationField.Phase("hexagonal", HEXAGONAL)));
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 6; x++) {
                final Rotation bent = LEFT.after(Rotation.about(0, 0, 1, y));
                final Rotation equivalent = bent.after(CUBIC.rotations().get((5 * y + 7 * x) % 24));
                field.set(x, y, 0, x < 3 ? equivalent : RIGHT);
            }
        }
        for (int x = 0; x < 6; x++) {
            field.set(x, 3, 1, LEFT);
        }
        field.set(5, 0, OrientationField.NONE, null);
        field.set(4, 1, 0, LEFT.after(Rotation.about(0, 1, 0, 30)));
        return field;
    }

    @Test
    void grainsAreConnectedPointsOfOnePhaseAndOrientation() {
        final Grains grains = new Grains(field(), 5, 1, Progress.NONE);
        assertEquals(List.of(9, 7, 1, 6), grains.grains().stream().map(Grain::points).toList());
        assertEquals(List.of(0, 0, 0, 1), grains.grains().stream().map(Grain::phase).toList());
        assertEquals(OrientationField.NONE, grains.grain(5));
        assertEquals(3, grains.grain(6 * 3 + 2));
        final Grain left = grains.grains().get(0);
        assertEquals(1, left.x(), 1e-12);
        assertEquals(1, left.y(), 1e-12);
        // 0, 1 and 2 degrees: the mean is the middle, the spread two thirds
        assertEquals(0, CUBIC.disorientation(LEFT.after(Rotation.about(0, 0, 1, 1)), left.orientation()), 1e-6);
        assertEquals(2 / 3.0, left.spread(), 1e-6);
        assertEquals(1, left.largest(), 1e-6);
    }

    @Test
    void smallGrainsAreLeftOut() {
        final Grains grains = new Grains(field(), 5, 2, Progress.NONE);
        assertEquals(List.of(9, 7, 6), grains.grains().stream().map(Grain::points).toList());
        assertEquals(OrientationField.NONE, grains.grain(6 + 4));
        assertTrue(Float.isNaN(grains.numbers().value(4, 1)));
    }

    @Test
    void boundariesLieBetweenGrains() {
        final ScanMap map = new Grains(field(), 5, 1, Progress.NONE).boundaries();
        assertEquals(0, map.value(0, 0));
        assertEquals(1, map.value(2, 0));
        assertEquals(1, map.value(0, 2));
        assertEquals(0, map.value(0, 3));
        assertTrue(Float.isNaN(map.value(5, 0)));
    }

    @Test
    void kernelAverageIsTheBendOfTheGrain() {
        final ScanMap map = Grains.kernelAverage(field(), 5);
        // left column, middle line: two neighbours above and two below at 1 degree, one beside it at 0
        assertEquals(0.8, map.value(0, 1), 1e-5);
        assertEquals(0, map.value(3, 2), 1e-5);
        assertEquals(0, map.value(0, 3), 1e-5);
        assertTrue(Float.isNaN(map.value(5, 0)) && Float.isNaN(map.value(4, 1)));
    }

    @Test
    void disorientationOfNeighboursKnowsPhasesAndHoles() {
        final OrientationField field = field();
        assertEquals(60, field.disorientation(2, 3), 1e-6);
        assertEquals(Double.POSITIVE_INFINITY, field.disorientation(12, 18));
        assertTrue(Double.isNaN(field.disorientation(4, 5)));
    }

    @Test
    void coloursAreThoseOfTheBeamDirection() {
        final OrientationField field = new OrientationField(3, 1,
            List.of(new OrientationField.Phase("cubic", CUBIC), new OrientationField.Phase("never", HEXAGONAL)));
        field.set(0, 0, 0, Rotation.IDENTITY);
        field.set(1, 0, 0, Rotation.about(1, -1, 0, Math.toDegrees(Math.acos(1 / Math.sqrt(3)))));
        final ColouredMap map = OrientationColours.inversePole(field, OrientationColours.Direction.Z);
        assertEquals(0xff0000, map.colours()[0]);
        assertEquals(0x0000ff, map.colours()[1]);
        assertEquals(ColouredMap.NONE, map.colours()[2]);
        assertEquals(List.of(new ColouredMap.Key("cubic", LaueGroup.CUBIC_HIGH)), map.keys());
        assertEquals(List.of(new ColouredMap.Entry("no solution", ColouredMap.NONE)), map.legend());
        final ColouredMap phases = OrientationColours.phases(field);
        assertEquals(3, phases.legend().size());
        assertEquals(phases.legend().get(0).colour(), phases.colours()[0]);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals(
            "The misorientation of grains is 0.0 degrees; above 0 to 180 degrees are expected, usually 2 to 15",
            assertThrows(IllegalArgumentException.class, () -> new Grains(field(), 0, 1, Progress.NONE)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> field().set(6, 0, 0, LEFT));
    }
}
