// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.epattern.crystal.Lattice;
import org.epattern.maps.ScanMap;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.EulerAngles;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orientation maps of other programs: round trips, their axes, and what is wrong with a file. */
class OrientationFilesTest {

    private static final Lattice CUBIC = new Lattice(4.05, 4.05, 4.05, 90, 90, 90);
    private static final Lattice HEXAGONAL = new Lattice(4.557, 4.557, 6.979, 90, 90, 120);
    private static final Lattice MONOCLINIC = new Lattice(5, 6, 7, 90, 105, 90);

    @TempDir
    private Path m_folder;

    private static OrientationScan scan() {
        final OrientationField field = new OrientationField(4, 3, List.of(
            new OrientationField.Phase("Al", CrystalSymmetry.standard(LaueGroup.CUBIC_HIGH)),
            new OrientationField.Phase("PbI2 2H", CrystalSymmetry.standard(LaueGroup.TRIGONAL_HIGH)),
            new OrientationField.Phase("mono",
                CrystalSymmetry.of(List.of(Rotation.IDENTITY, Rotation.about(0, 1, 0, 180))))));
        final ScanMap index = new ScanMap("index", "", 4, 3, new float[12]);
        final ScanMap reliability = new ScanMap("reliability", "%", 4, 3, new float[12]);
        final Random random = new Random(6);
        for (int p = 0; p < 12; p++) {
            if (p != 5) {
                field.set(p % 4, p / 4, p % 3, Rotation.ofEuler(360 * random.nextDouble(), 180 * random.nextDouble(),
                    360 * random.nextDouble()));
                index.set(p % 4, p / 4, p / 17f);
                reliability.set(p % 4, p / 4, 5 * p);
            }
        }
        return new OrientationScan(field, List.of(CUBIC, HEXAGONAL, MONOCLINIC), index, reliability, 12.5);
    }

    private static void assertSame(final OrientationScan expected, final OrientationScan actual, final double step) {
        assertEquals(expected.field().width(), actual.field().width());
        assertEquals(expected.field().height(), actual.field().height());
        assertEquals(expected.lattices(), actual.lattices());
        assertEquals(12.5, actual.stepNm(), 0.01);
        for (int i = 0; i < 3; i++) {
            assertEquals(expected.field().phases().get(i).name(), actual.field().phases().get(i).name());
            assertEquals(expected.field().phases().get(i).symmetry().group(),
                actual.field().phases().get(i).symmetry().group());
        }
        for (int p = 0; p < 12; p++) {
            assertEquals(expected.field().phase(p), actual.field().phase(p));
            if (p == 5) {
                assertNull(actual.field().orientation(p));
            } else {
                assertEquals(0, expected.field().orientation(p).inverse().after(actual.field().orientation(p)).angle(),
                    0.01);
                assertEquals(expected.index().value(p % 4, p / 4), actual.index().value(p % 4, p / 4), step);
                assertEquals(expected.reliability().value(p % 4, p / 4), actual.reliability().value(p % 4, p / 4),
                    0.01);
            }
        }
    }

    @Test
    void angComesBack() throws IOException {
        final Path file = m_folder.resolve("map.ang");
        AngFile.write(file, scan());
        assertSame(scan(), AngFile.read(file), 1e-4);
        assertEquals(List.of(file), Files.list(m_folder).toList());
    }

    @Test
    void ctfComesBack() throws IOException {
        final Path file = m_folder.resolve("map.ctf");
        CtfFile.write(file, scan());
        assertSame(scan(), CtfFile.read(file), 0.003);
        assertEquals(List.of(file), Files.list(m_folder).toList());
    }

    @Test
    void hexagonalAxesDifferByThirtyDegreesBetweenTheTwo() {
        // the known difference of phi2 between EDAX (x along a) and Oxford (x along a*)
        final Rotation orientation = Rotation.ofEuler(10, 20, 40);
        final EulerAngles edax =
            orientation.after(CrystalFrame.ofAng(LaueGroup.HEXAGONAL_HIGH, HEXAGONAL).inverse()).euler();
        final EulerAngles oxford = orientation.after(CrystalFrame.ofCtf(HEXAGONAL).inverse()).euler();
        assertEquals(40, edax.phi2(), 1e-9);
        assertEquals(70, oxford.phi2(), 1e-9);
        assertEquals(edax.phi1(), oxford.phi1(), 1e-9);
        assertEquals(0, CrystalFrame.ofCtf(CUBIC).angle(), 1e-9);
        assertEquals(15, CrystalFrame.ofCtf(MONOCLINIC).angle(), 1e-9);
        assertEquals(15, CrystalFrame.ofAng(LaueGroup.MONOCLINIC, MONOCLINIC).angle(), 1e-9);
    }

    @Test
    void mapOfAstarIsRead() throws IOException {
        final Path file = Files.writeString(m_folder.resolve("astar.ang"), """
            # File created from ACOM RES results
            # ni.res
            #
            # MaterialName      Nickel
            # Formula
            # Symmetry          43
            # LatticeConstants  3.520  3.520  3.520  90.000  90.000  90.000
            # NumberFamilies    1
            # hklFamilies       1  1  1 1 0.000000
            #
            # GRID: SqrGrid#
            4.485496 0.952426 0.791507     0.000     0.000   22.2  0.060  1       6
            1.343904 0.276111 0.825890    19.000     0.000   16.3  0.020  1       2
            0.000000 0.000000 0.000000    38.000     0.000    0.0  0.000  1       0
            """);
        final OrientationScan scan = AngFile.read(file);
        assertEquals(19, scan.stepNm());
        assertEquals(3, scan.field().width());
        assertNull(scan.field().orientation(2));
        assertEquals("Nickel", scan.field().phases().get(0).name());
        assertEquals(LaueGroup.CUBIC_HIGH, scan.field().phases().get(0).symmetry().group());
        assertEquals(6, scan.reliability().value(0, 0));
        assertEquals(16.3, scan.index().value(1, 0), 1e-5);
        assertEquals(Math.toDegrees(4.485496), scan.field().orientation(0).euler().phi1(), 1e-9);
    }

    @Test
    void positionsOfTransmissionPatternsAreNanometres() throws IOException {
        final Path file = m_folder.resolve("map.ang");
        AngFile.write(file, scan());
        final double micrometres = AngFile.read(file).stepNm();
        Files.writeString(file, "# TEM data\n" + Files.readString(file));
        assertEquals(micrometres / 1000, AngFile.read(file).stepNm(), 1e-9);
    }

    @Test
    void wrongFilesAreNamed() throws IOException {
        final Path file = m_folder.resolve("map.ang");
        AngFile.write(file, scan());
        final String good = Files.readString(file);
        assertEquals("The file map.ang has the raster 'HexGrid'; a square raster (SqrGrid) is expected",
            refused(file, good.replace("SqrGrid", "HexGrid")));
        assertTrue(refused(file, good.replaceFirst("Symmetry +43", "Symmetry 99"))
            .startsWith("The file map.ang has the symmetry '99' in line "));
        assertTrue(refused(file, good.substring(0, good.length() - 90)).contains("make no square raster"));
        assertTrue(refused(file, good.substring(0, good.length() - 60)).matches(
            "The file map.ang has \\d numbers in line \\d+; 8 or more are expected"));
        assertEquals("The file map.ang describes 0 materials, 0 symmetries and 0 unit cells; a header of an .ang file "
            + "with one of each per phase is expected", refused(file, "phase,x,y\n"));
        assertEquals("The file map.ang does not start with 'Channel Text File'; a channel text file (.ctf) is expected",
            assertThrows(IOException.class, () -> CtfFile.read(file)).getMessage());
        assertThrows(IOException.class, () -> CtfFile.read(m_folder.resolve("none.ctf")));
    }

    private static String refused(final Path file, final String text) throws IOException {
        Files.writeString(file, text);
        return assertThrows(IOException.class, () -> AngFile.read(file)).getMessage();
    }
}
