// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.stream.Stream;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every real file beside the repository gives the shape, sums, extremes and hash of the pixels that another program
 * read from it, or is refused with the words that are expected.
 */
class ReferenceFilesTest {

    /** Files whose path starts like this are opened. */
    private static final List<String> READ = List.of("blo/", //
        "dm3/", "dm4/", "tif/", "tvips/", "seq/", "ser/", //
        "mib/", "empad/", "mrc/");

    /** Files that must be refused, and what the sentence must contain. */
    private static final Map<String, String> REFUSED = Map.ofEntries( //
        entry("blo/truncated_test1.blo", "truncated"), //
        entry("dm3/08_carbon.dm3", "found a spectrum"), //
        entry("dm3/dm3_2D_test-3.dm3", "found complex numbers (data type 3)"), //
        entry("dm3/dm3_2D_test-23.dm3", "found a colour image (data type 23)"), //
        entry("dm4/EELS_SI.dm4", "found a spectrum"), //
        entry("dm4/dm4_2D_test-3.dm4", "found complex numbers (data type 3)"), //
        entry("dm4/dm4_2D_test-27.dm4", "found complex numbers"), //
        entry("dm4/truncated_bismuth.dm4", "truncated"), //
        entry("mib/truncated_Single_9_depth6.mib", "5 complete patterns"), //
        entry("mib/test_CL30cm_corrupted.mib", "field 6"), //
        entry("mrc/test.seq.dark.mrc", "the header says 32766 images"));

    /** Number types of the reference; a truth value is stored as a byte 0 or 1. */
    private static final Map<String, SampleType> TYPES = Map.of("uint8", SampleType.UINT8, "bool", SampleType.UINT8,
        "int8", SampleType.INT8, "uint16", SampleType.UINT16, "int16", SampleType.INT16, "uint32", SampleType.UINT32,
        "int32", SampleType.INT32, "float32", SampleType.FLOAT32, "float64", SampleType.FLOAT64);

    /** Files whose scales in nm and 1/nm are those of the calibration; elsewhere the other program guesses units. */
    private static final List<String> CALIBRATED = List.of("blo/", "dm3/", "dm4/");

    private static Map<String, Object> references() throws IOException {
        return Json.object(Files.readString(SharedData.require("reference.json")));
    }

    static Stream<String> files() throws IOException {
        return references().keySet().stream().filter(name -> READ.stream().anyMatch(name::startsWith))
            .filter(name -> !REFUSED.containsKey(name));
    }

    static Stream<String> refusedFiles() {
        return REFUSED.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void realFileGivesTheValuesOfTheReference(final String name) throws IOException, NoSuchAlgorithmException {
        final Map<?, ?> reference = (Map<?, ?>)references().get(name);
        final Path file = SharedData.require(name);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            assertEquals(geometry(reference), scan.geometry());
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            final byte[] samples = new byte[scan.geometry().patternBytes()];
            for (long index = 0; index < scan.geometry().patternCount(); index++) {
                reader.readSamples(index, samples);
                digest.update(samples);
            }
            assertEquals(hash(reference), HexFormat.of().formatHex(digest.digest()));
            for (final String frame : List.of("first", "middle", "last")) {
                check((Map<?, ?>)((Map<?, ?>)reference.get("frames")).get(frame), scan.geometry(), reader);
            }
            if (CALIBRATED.stream().anyMatch(name::startsWith)) {
                checkCalibration(reference, scan.calibration());
            }
        }
    }

    private static void checkCalibration(final Map<?, ?> reference, final Calibration calibration) {
        final List<?> axes = (List<?>)reference.get("axes_in_array_order");
        final Map<?, ?> pixel = (Map<?, ?>)axes.get(axes.size() - 1);
        if (pixel.get("units").equals("1/nm")) {
            assertEquals((Double)pixel.get("scale"), calibration.pixelPerNm().orElseThrow(), 1e-9);
        }
        final Map<?, ?> step = (Map<?, ?>)axes.get(Math.max(0, axes.size() - 3));
        if (step.get("units").equals("nm") && Boolean.TRUE.equals(step.get("navigate"))) {
            assertEquals((Double)step.get("scale"), calibration.stepNm().orElseThrow(), 1e-9);
        }
        if (reference.get("tags") instanceof Map<?, ?> tags) {
            for (final Map.Entry<?, ?> tag : tags.entrySet()) {
                if (((String)tag.getKey()).endsWith(".Microscope Info.Voltage")) {
                    assertEquals((Double)tag.getValue() / 1000, calibration.beamEnergyKeV().orElse(0));
                }
            }
        }
    }

    /** Shape in C order: (scan y, scan x, detector y, detector x); 3 numbers are patterns without a scan size. */
    private static ScanGeometry geometry(final Map<?, ?> reference) {
        final int[] shape =
            ((List<?>)reference.get("shape")).stream().mapToInt(size -> ((Double)size).intValue()).toArray();
        final int n = shape.length;
        final int scanHeight = n < 4 ? 1 : shape[n - 4];
        final int scanWidth = n < 3 ? 1 : shape[n - 3];
        return new ScanGeometry(scanWidth, scanHeight, shape[n - 1], shape[n - 2],
            TYPES.get((String)reference.get("dtype")));
    }

    private static Object hash(final Map<?, ?> reference) {
        final Object inFileOrder = reference.get("sha256_file_row_order");
        return inFileOrder == null ? reference.get("sha256") : inFileOrder;
    }

    private static void check(final Map<?, ?> expected, final ScanGeometry geometry, final PatternReader reader)
        throws IOException {
        final long index = ((Double)expected.get("index")).longValue();
        final byte[] samples = new byte[geometry.patternBytes()];
        final float[] pixels = new float[geometry.pixelCount()];
        reader.readSamples(index, samples);
        reader.read(index, pixels);
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pixels.length; i++) {
            final double value = value(samples, i, geometry.sampleType());
            assertEquals((float)value, pixels[i]);
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        final double expectedSum = number(expected.get("sum"));
        assertEquals(expectedSum, sum,
            geometry.sampleType().isInteger() ? 0 : 1e-12 * Math.max(1, Math.abs(expectedSum)));
        assertEquals(number(expected.get("min")), min);
        assertEquals(number(expected.get("max")), max);
    }

    private static double number(final Object value) {
        return value instanceof Boolean truth ? truth ? 1 : 0 : (Double)value;
    }

    private static double value(final byte[] samples, final int i, final SampleType type) {
        final ByteBuffer b = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case UINT8 -> b.get(i) & 0xff;
            case INT8 -> b.get(i);
            case UINT16 -> b.getShort(2 * i) & 0xffff;
            case INT16 -> b.getShort(2 * i);
            case UINT32 -> b.getInt(4 * i) & 0xffffffffL;
            case INT32 -> b.getInt(4 * i);
            case FLOAT32 -> b.getFloat(4 * i);
            case FLOAT64 -> b.getDouble(8 * i);
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedFiles")
    void fileThatIsNoScanIsRefusedWithASentence(final String name) {
        final Path file = SharedData.require(name);
        final String message = assertThrows(IOException.class, () -> {
            try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
                final float[] pixels = new float[scan.geometry().pixelCount()];
                for (long index = 0; index < scan.geometry().patternCount(); index++) {
                    reader.read(index, pixels);
                }
            }
        }).getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        assertTrue(message.contains(REFUSED.get(name)), message);
        assertFalse(message.contains("\n"), message);
    }
}
