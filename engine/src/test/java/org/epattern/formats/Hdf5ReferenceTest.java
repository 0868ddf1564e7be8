// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real HDF5 files give the pixels that another program read. It keeps 64-bit integers and turns those of Velox into
 * double, so the pixels are compared as numbers of its type.
 */
class Hdf5ReferenceTest {

    private static Map<?, ?> reference(final String name) throws IOException {
        return (Map<?, ?>)Json.object(Files.readString(SharedData.require("reference.json"))).get(name);
    }

    private static ByteBuffer buffer(final byte[] samples) {
        return ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] as(final String dtype, final byte[] samples, final SampleType type) {
        final int count = samples.length / type.bytes();
        if ("int64".equals(dtype)) {
            assertEquals(SampleType.FLOAT64, type);
            for (int i = 0; i < count; i++) {
                buffer(samples).putLong(8 * i, (long)buffer(samples).getDouble(8 * i));
            }
        } else if ("float64".equals(dtype) && type == SampleType.INT16) {
            final byte[] wide = new byte[8 * count];
            for (int i = 0; i < count; i++) {
                buffer(wide).putDouble(8 * i, buffer(samples).getShort(2 * i));
            }
            return wide;
        } else {
            assertEquals(dtype.replace("uint", "UINT").replace("int", "INT").replace("float", "FLOAT"), type.name());
        }
        return samples;
    }

    private static void digest(final Scan scan, final String dtype, final MessageDigest digest) throws IOException {
        try (PatternReader reader = scan.openReader()) {
            for (long index = 0; index < scan.geometry().patternCount(); index++) {
                final byte[] samples = new byte[scan.geometry().patternBytes()];
                reader.readSamples(index, samples);
                digest.update(as(dtype, samples, scan.geometry().sampleType()));
            }
        }
    }

    /** Expected are scan width, scan height, pattern width, pattern height, step, pixel, energy (0 = not known). */
    @ParameterizedTest
    @CsvSource({"hdf5/fpd_file_test.hdf5, 2, 2, 256, 256, 0, 0, 0",
        "hspy/test_CL30cm.hspy, 1, 1, 256, 256, 0, 0.04103505833609639, 200",
        "hspy/tempfile_for_big_data_util_testing.hspy, 10, 4, 2, 2, 0, 0, 0",
        "hspy/example2_v3.1.hspy, 1, 1, 16, 16, 0, 0.17443285882472992, 200",
        "emd/Camera Ceta Diffraction Micro.emd, 1, 1, 512, 512, 0, 0.11442968019923937, 300",
        "emd/fei_example_tem_stack.emd, 2, 1, 3, 3, 0, 0, 300",
        "emd/example_axis_len_1.emd, 5, 1, 5, 1, 0, 0, 0",
        "emd/py4DSTEM_size2x3x4x5.h5, 3, 2, 5, 4, 0.126796875, 0.44251566616087125, 0",
        "emd/real_py4dstem_origin_maps.h5, 3, 2, 5, 4, 0.25, 0.125, 0"})
    void realFileGivesThePixelsOfTheReference(final String name, final int scanWidth, final int scanHeight,
        final int width, final int height, final double step, final double pixel, final double energy)
        throws IOException, NoSuchAlgorithmException {
        final Path file = SharedData.require(name);
        final Map<?, ?> reference = reference(name);
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(scanWidth, scanHeight, width, height, scan.geometry().sampleType()),
                scan.geometry());
            digest(scan, (String)reference.get("dtype"), digest);
            assertEquals(step, scan.calibration().stepNm().orElse(0), 1e-12);
            assertEquals(pixel, scan.calibration().pixelPerNm().orElse(0), 1e-12);
            assertEquals(energy, scan.calibration().beamEnergyKeV().orElse(0), 1e-9);
        }
        assertEquals(reference.get("sha256"), HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void severalScansInAFileAreListedAndOneIsChosenByItsPath() throws IOException, NoSuchAlgorithmException {
        final Path file = SharedData.require("emd/Si100_4D.emd");
        final String group = "/4DSTEM_simulation/data/datacubes/CBED_array_depth000";
        final String message =
            assertThrows(IOException.class, () -> ScanFormats.open(file, OpenOptions.AUTO).close()).getMessage();
        assertEquals(file + ": found 2 data sets of patterns, state one of them: " + group
            + "0/datacube (11 x 11 patterns of 8 x 8 px), " + group + "1/datacube (11 x 11 patterns of 8 x 8 px)",
            message);
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int depth = 0; depth < 2; depth++) {
            try (Scan scan =
                ScanFormats.open(file, OpenOptions.AUTO.withDataset(group + depth + "/datacube"))) {
                assertEquals(new ScanGeometry(11, 11, 8, 8, SampleType.FLOAT32), scan.geometry());
                assertEquals(0.5, scan.calibration().stepNm().orElseThrow(), 1e-9);
                assertEquals(0.18416205048561096, scan.calibration().pixelPerNm().orElseThrow(), 1e-7);
                digest(scan, "float32", digest);
            }
        }
        assertEquals(reference("emd/Si100_4D.emd").get("sha256"), HexFormat.of().formatHex(digest.digest()));
        final String unknown = assertThrows(IOException.class,
            () -> ScanFormats.open(file, OpenOptions.AUTO.withDataset("nothing")).close()).getMessage();
        assertTrue(unknown.startsWith(file + ": found no data set of patterns named \"nothing\", expected one of "
            + group + "0/datacube"), unknown);
    }

    @Test
    void descriptionTellsLayoutAndDataSet() throws IOException {
        try (Scan scan =
            ScanFormats.open(SharedData.require("emd/Camera Ceta Diffraction Micro.emd"), OpenOptions.AUTO)) {
            assertEquals(List.of(new ScanProperty("format", "HDF5, Velox", ""),
                new ScanProperty("data set", "/Data/Image/5c415056c9dc4df8be289b4bf4d63e8c/Data", ""),
                new ScanProperty("axis pattern y", "1.1442968019923936E8", "1/m"),
                new ScanProperty("axis pattern x", "1.1442968019923936E8", "1/m"),
                new ScanProperty("detector", "BM-Ceta", ""), new ScanProperty("camera length", "0.378", "m")),
                scan.properties());
        }
    }
}
