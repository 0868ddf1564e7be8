// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.epattern.register.Reflection;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;

/** Holds the columns of the reflection files. */
class ReflectionFormatTest {

    private static final ScanGeometry GEOMETRY = new ScanGeometry(3, 2, 64, 64, SampleType.UINT8);
    private static final Reflection BEAM =
        new Reflection(32.123456789, 31.5, 4, 120.25, 80, 1.5, 1, Set.of());
    private static final Reflection ODD = new Reflection(1, 2, 3, 4, Double.NaN, Double.NaN, 2,
        EnumSet.of(Reflection.Flag.EDGE, Reflection.Flag.NOT_REFINED));

    @TempDir
    private Path m_folder;

    private List<String> lines(final ReflectionFormat format) throws IOException {
        final Path file = format.complete(m_folder.resolve("spots"));
        try (ReflectionOutput output = format.begin(file, GEOMETRY, Calibration.NONE, false)) {
            output.write(0, 0, BEAM);
            output.write(2, 1, ODD);
            assertEquals(Files.exists(file), false);
            output.publish();
        }
        return Files.readAllLines(file);
    }

    @Test
    void csvHasTheColumnsOfTheTableWithAllDigits() throws IOException {
        assertEquals(List.of("scan x,scan y,x,y,radius,mean,prominence,noise,rank,flags",
            "0,0,32.123456789,31.5,4.0,120.25,80.0,1.5,1,", "2,1,1.0,2.0,3.0,4.0,,,2,edge; not refined"),
            lines(ReflectionFormat.CSV));
    }

    @Test
    void csvOfTheMacrosCountsFromOneWithFourDecimalsInAnyLanguage() throws IOException {
        final Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            assertEquals(
                List.of("X_scan,Y_scan,X_acc,Y_acc,Radius,Mean,StdDev,Prominence_min,Prominence_pseudo",
                    "1,1,32.1235,31.5000,4.0000,120.2500,1.5000,,80.0000", "3,2,1.0000,2.0000,3.0000,4.0000,,,"),
                lines(ReflectionFormat.MACROS));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void pointListsAreReadByAnHdf5Library() throws IOException {
        final ScanGeometry large = new ScanGeometry(70, 45, 64, 64, SampleType.UINT8);
        final Path file = ReflectionFormat.EMD.complete(m_folder.resolve("spots"));
        try (ReflectionOutput output = ReflectionFormat.EMD.begin(file, large, Calibration.NONE, false)) {
            for (long i = 0; i < large.patternCount(); i++) {
                for (int k = 0; k < i % 40; k++) {
                    output.write(large.scanX(i), large.scanY(i),
                        new Reflection(k + 0.5, i + 0.5, 3, 4, 5, Double.NaN, k + 1, Set.of()));
                }
            }
            output.publish();
        }
        try (HdfFile hdf = new HdfFile(file)) {
            assertEquals("file", hdf.getAttribute("emd_group_type").getData());
            assertEquals("PointListArray",
                hdf.getByPath("/reflections_root/reflections").getAttribute("python_class").getData());
            final Dataset data = hdf.getDatasetByPath("/reflections_root/reflections/data");
            final Object[] lines = (Object[])data.getData();
            assertEquals(45, lines.length);
            for (int i = 0; i < large.patternCount(); i++) {
                final Object list = ((Object[])lines[i / 70])[i % 70];
                final int count = i % 40;
                final double[] qy = list == null ? new double[0] : (double[])((Map<?, ?>)list).get("qy");
                assertEquals(count, qy.length, "scan point " + i);
                for (int k = 0; k < count; k++) {
                    assertEquals(k, qy[k]);
                    assertEquals(i, ((double[])((Map<?, ?>)list).get("qx"))[k]);
                    assertEquals(k + 1, ((double[])((Map<?, ?>)list).get("rank"))[k]);
                }
            }
        }
    }

    @Test
    void pointListsRefuseAnotherOrder() throws IOException {
        final Path file = m_folder.resolve("spots.h5");
        try (ReflectionOutput output = ReflectionFormat.EMD.begin(file, GEOMETRY, Calibration.NONE, false)) {
            output.write(1, 1, BEAM);
            assertThrows(IllegalArgumentException.class, () -> output.write(0, 1, BEAM));
            assertThrows(IllegalArgumentException.class, () -> output.write(3, 1, BEAM));
        }
    }

    @ParameterizedTest
    @EnumSource(ReflectionFormat.class)
    void closingBeforePublishingLeavesNothingBehind(final ReflectionFormat format) throws IOException {
        final Path file = format.complete(m_folder.resolve("spots"));
        try (ReflectionOutput output = format.begin(file, GEOMETRY, Calibration.NONE, false)) {
            output.write(0, 0, BEAM);
        }
        try (var files = Files.list(m_folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @ParameterizedTest
    @EnumSource(ReflectionFormat.class)
    void whatExistsIsReplacedOnRequestOnly(final ReflectionFormat format) throws IOException {
        final Path file = Files.writeString(format.complete(m_folder.resolve("spots")), "mine");
        assertThrows(IOException.class, () -> format.begin(file, GEOMETRY, Calibration.NONE, false));
        try (ReflectionOutput output = format.begin(file, GEOMETRY, Calibration.NONE, true)) {
            assertEquals("mine", Files.readString(file));
            output.publish();
        }
        assertFalse(new String(Files.readAllBytes(file)).startsWith("mine"));
    }
}
